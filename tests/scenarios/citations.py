"""Finding every citation, figure and text in the scenario files as they are written."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

Key = tuple[str | int, ...]
PLAIN = {"format", "paragraphs", "year", "right"}
"""Numbers that are no figures: of a format, a document, a year, a right answer."""
IN_FIGURE = {"value", "low", "high"}
PARAGRAPHS = r"paragraphs? (\d+(?:(?:, | and | to |, and )\d+)*)"


class Cited(NamedTuple):
    """One citation: where it stands, the source, and the places in it."""

    where: str
    source: str
    at: tuple[int | str, ...]


def files(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the tables of every file of a folder, by name."""
    return {path.name: tomllib.loads(path.read_text("utf-8")) for path in folder.glob("*.toml")}


def tables(value: Any, key: Key = ()) -> Iterator[tuple[Key, dict[str, Any]]]:
    """Yield every table within a value, with its place."""
    if isinstance(value, dict):
        yield key, value
        for name, each in value.items():
            yield from tables(each, (*key, name))
    elif isinstance(value, list):
        for n, each in enumerate(value):
            yield from tables(each, (*key, n))


def texts(value: Any, key: Key = ()) -> Iterator[tuple[Key, str]]:
    """Yield every text within a value, with its place."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for name, each in pairs:
            yield from texts(each, (*key, name))


def cited(file: str, raw: dict[str, Any], keys: tuple[str, ...]) -> Iterator[Cited]:
    """Yield the citations of a file: those in ``source`` and ``at``, and those in its sentences."""
    whole = listed(raw)
    for key, table in tables(raw):
        where = f"{file}: {'.'.join(map(str, key))}"
        own = own_sources(file, key, table) or whole
        if isinstance(table.get("source"), str):
            at = table.get("at", [])
            yield Cited(where, table["source"], tuple(at) if isinstance(at, list) else (at,))
        for name, text in table.items():
            if isinstance(text, str):
                yield from told(f"{where}.{name}", text, keys, own)


def told(where: str, text: str, keys: tuple[str, ...], own: tuple[str, ...]) -> Iterator[Cited]:
    """Yield the places that a sentence names; without a source they lie in one of ``own``."""
    pattern = rf"(?:({'|'.join(map(re.escape, keys))})[, ]+)?\b{PARAGRAPHS}"
    for source, numbers in re.findall(pattern, text):
        yield Cited(where, source or "|".join(own), tuple(map(int, re.findall(r"\d+", numbers))))


def own_sources(file: str, key: Key, table: dict[str, Any]) -> tuple[str, ...]:
    """Return the sources a table is about: a figure's, those it lists, or itself."""
    if file == "sources.toml":
        return (str(key[0]),) if key else ()
    if isinstance(table.get("source"), str):
        return (table["source"],)
    return listed(table)


def listed(table: dict[str, Any]) -> tuple[str, ...]:
    """Return the sources in the ``sources`` of a table."""
    sources = table.get("sources")
    return tuple(each["source"] for each in sources) if isinstance(sources, list) else ()


def baseless(file: str, raw: dict[str, Any]) -> Iterator[str]:
    """Yield every number that stands in no figure, and every figure without a basis."""
    for key, table in tables(raw):
        where = f"{file}: {'.'.join(map(str, key))}"
        if "value" in table and not (table.get("basis") and explained(table)):
            yield f"{where}: a figure without basis"
        # An arm compares a scenario with itself; its values have the arm's own reason.
        if "set" in key[-1:] and key[0] == "arm":
            continue
        for name, value in table.items():
            held = value if isinstance(value, list) else [value]
            if name in PLAIN or name == "at" or (name in IN_FIGURE and "value" in table):
                continue
            if any(isinstance(each, int | float) and not isinstance(each, bool) for each in held):
                yield f"{where}.{name}: a number that is no figure"


def explained(figure: dict[str, Any]) -> bool:
    """Say whether a figure names a place in a document, a source outside, or a reason."""
    return bool(figure.get("why") or (figure.get("source") and figure.get("at"))) or (
        figure.get("basis") == "external" and bool(figure.get("source"))
    )


def unresolved(cited: Cited, paragraphs: dict[str, int]) -> bool:
    """Say whether a citation leads nowhere."""
    sources = cited.source.split("|")
    if not all(source in paragraphs for source in sources):
        return True
    counts = [paragraphs[source] for source in sources]
    if not any(counts):
        return any(isinstance(place, int) and not place for place in cited.at)
    most = max(counts)
    return not cited.at or not all(
        isinstance(place, int) and 1 <= place <= most for place in cited.at
    )


def runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    """Yield every run of so many words of a text, in small letters and without marks."""
    words = re.findall(r"[a-z0-9]+(?:['’][a-z]+)?", text.casefold().replace("’", "'"))
    for n in range(len(words) - length + 1):
        yield tuple(words[n : n + length])
