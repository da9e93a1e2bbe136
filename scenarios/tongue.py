"""Texts of scenario files in another language, laid over the English ones.

A file ``scenarios/<language>/<name>.toml`` has one line for each text of ``<name>.toml``: the path
of the text, and what it is in that language. Figures have no language, so a scenario plays the same
whatever it is read in. The reasons given for figures are told by ``scenarios.told``.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from scenarios.problems import Problem, ScenarioError, nearest, shown

LANGUAGES = {"en": "English", "ja": "日本語"}
"""Languages there are, by their code, each in its own name; the files themselves are English."""
OWN = "en"

READ = {
    *("title", "question", "story", "answers", "name", "short", "label", "text", "clause"),
    *("who", "wants", "fears", "lever", "says", "statement", "nuance", "one_line"),
    *("author", "date", "note"),
}
"""Keys whose texts a person reads on a page, in a brief or in a statement."""
QUOTED = {"literature": READ, "document": {"title"}}
"""Keys that stay in the language of what they name, by kind of source."""
REASONED = ("arm", "check", "tension")
"""Tables whose ``why`` is told to students, unlike the reasons of figures."""

Table = dict[str, Any]


def texts(raw: Table) -> dict[str, str]:
    """Return the texts of a file that have a language, by path.

    >>> texts({"title": "Two tracks", "horizon": {"value": 3, "why": "Long enough."}})
    {'title': 'Two tracks'}
    """
    return dict(found(raw, (), told=False))


def found(value: Any, path: tuple[str, ...], told: bool) -> Iterator[tuple[str, str]]:
    """Yield the texts in a value of a file; ``told`` is whether its reasons are for students."""
    if isinstance(value, dict):
        told &= "basis" not in value
        quoted = QUOTED.get(str(value.get("kind")), ())
        for key, inner in value.items():
            if key in quoted:
                continue
            if isinstance(inner, dict | list) and key not in READ:
                yield from found(inner, (*path, key), told or key in REASONED)
            elif key in READ or (key == "why" and told):
                yield from spoken(inner, (*path, key), told)
    elif isinstance(value, list):
        for mark, inner in marked(value):
            yield from found(inner, (*path, mark), told)


def spoken(value: Any, path: tuple[str, ...], told: bool) -> Iterator[tuple[str, str]]:
    """Yield a text, or the texts of a list."""
    if isinstance(value, str):
        if value:
            yield ".".join(path), value
    elif isinstance(value, list) and all(isinstance(each, str) for each in value):
        for k, each in enumerate(value):
            yield ".".join((*path, str(k))), each
    else:
        yield from found(value, path, told)


def marked(entries: list[Any]) -> Iterator[tuple[str, Any]]:
    """Yield the entries of a list with their ids, or with their numbers where they have none."""
    for k, each in enumerate(entries):
        named = each.get("id") if isinstance(each, dict) else None
        yield (named if isinstance(named, str) else str(k)), each


def overlaid(raw: Table, told: Mapping[str, str], file: str) -> Table:
    """Return a file's tables in another language.

    Parameters
    ----------
    raw : dict
        The tables as they are written, in English.
    told : mapping of path to text
        The texts in the other language; what it leaves out stays English.
    file : str
        Name of the file of ``told``, for messages.

    Raises
    ------
    ScenarioError
        Where a path leads to no text; it names the nearest.
    """
    known = texts(raw)
    problems = [
        Problem(file, path, shown(text), "a path of a text", nearest(path, known))
        for path, text in told.items()
        if path not in known or not isinstance(text, str)
    ]
    if problems:
        raise ScenarioError(problems)
    made: Table = laid(raw, (), told)
    return made


def laid(value: Any, path: tuple[str, ...], told: Mapping[str, str]) -> Any:
    """Return a value with its texts replaced."""
    if isinstance(value, dict):
        return {key: laid(inner, (*path, key), told) for key, inner in value.items()}
    if isinstance(value, list):
        return [laid(inner, (*path, mark), told) for mark, inner in marked(value)]
    if isinstance(value, str):
        return told.get(".".join(path), value)
    return value
