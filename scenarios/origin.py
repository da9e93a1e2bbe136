"""Where a figure comes from, in words: one phrase for screens, lists and pages alike."""

from scenarios.figures import Figure
from scenarios.told import told

PLACES = {
    "paragraph": "{source}, paragraph {places}",
    "paragraphs": "{source}, paragraphs {places}",
    "place": "{source}, {places}",
}


def origin(figure: Figure) -> str:
    """Return the basis of a figure, its place in a source and its reason, as one phrase.

    Examples
    --------
    >>> from scenarios.load import load
    >>> origin(load("economic-2-plus-2").sheet.horizon)[:27]
    'assumed: Long enough to see'
    """
    phrase = figure.basis
    if figure.source:
        phrase = f"{phrase}, {place(figure.source, figure.at)}"
    return f"{phrase}: {figure.why}" if figure.why else phrase


def place(source: str, at: tuple[int | str, ...] | None) -> str:
    """Return a place in a source, in the language of whoever is being shown it.

    Examples
    --------
    >>> place("IINA-2022", (46, 47)), place("CARN", (4,)), place("X-3", None)
    ('IINA-2022, paragraphs 46, 47', 'CARN, paragraph 4', 'X-3')
    """
    if not at:
        return source
    many = "paragraph" if len(at) == 1 else "paragraphs"
    form = many if isinstance(at[0], int) else "place"
    places = told("form", "places", ", ").join(map(str, at))
    return told("form", form, PLACES[form]).format(source=source, places=places)
