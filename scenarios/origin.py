"""Where a figure comes from, in words: one phrase for screens, lists and pages alike."""

from scenarios.figures import Figure


def origin(figure: Figure) -> str:
    """Return the basis of a figure, its place in a source and its reason, as one phrase.

    Examples
    --------
    >>> from scenarios.load import load
    >>> origin(load("economic-2-plus-2").sheet.horizon)[:27]
    'assumed: Long enough to see'
    """
    told = figure.basis
    if figure.source:
        told = f"{told}, {place(figure.source, figure.at)}"
    return f"{told}: {figure.why}" if figure.why else told


def place(source: str, at: tuple[int | str, ...] | None) -> str:
    """Return a place in a source.

    Examples
    --------
    >>> place("IINA-2022", (46, 47)), place("CARN", (4,)), place("X-3", None)
    ('IINA-2022, paragraphs 46, 47', 'CARN, paragraph 4', 'X-3')
    """
    if not at:
        return source
    if not isinstance(at[0], int):
        return f"{source}, {', '.join(map(str, at))}"
    word = "paragraph" if len(at) == 1 else "paragraphs"
    return f"{source}, {word} {', '.join(map(str, at))}"
