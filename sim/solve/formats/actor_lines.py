"""The lines of a table of actors, whatever separates its columns and however they are spelt."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sim.solve.formats.files import number, refusal, text_of

COLUMNS = {
    "issue": ("issue", "topic", "dimension", "item", "question"),
    "actor": ("actor", "name", "player", "party", "country", "stakeholder", "agent"),
    "position": ("position", "pos", "ideal point"),
    "salience": ("salience", "sal", "importance"),
    "capability": ("capability", "capabilities", "capacity", "cap", "power", "influence"),
}
"""The words that head each column; capitals, blanks and underlines do not matter."""
OPTIONAL = ("issue",)
SEPARATORS = (",", ";", "\t")
MOST_LINES = 5000


@dataclass(frozen=True)
class Line:
    """What one actor wants on one issue."""

    issue: str
    actor: str
    position: float
    salience: float
    capability: float


def lines_of(file: Path) -> list[Line]:
    """Return the lines of a table.

    Raises
    ------
    ScenarioError
        Where a column is missing, a number is none, or an actor has two lines on an issue.
    """
    rows, separator = rows_of(file)
    if not rows:
        raise refusal(file, "", "an empty table", "a heading and a line for each actor")
    places = columns(rows[0][1], file)
    made: list[Line] = []
    for n, row in rows[1:]:
        if len(row) != len(rows[0][1]):
            raise refusal(file, f"line {n}", f"{len(row)} entries", f"{len(rows[0][1])}")
        made.append(line_of(row, places, separator, file, n))
    if not 0 < len(made) <= MOST_LINES:
        raise refusal(file, "", f"{len(made)} lines", f"from 1 to {MOST_LINES} lines")
    pairs = [(line.issue, line.actor) for line in made]
    if len(set(pairs)) < len(pairs):
        issue, actor = next(pair for pair in pairs if pairs.count(pair) > 1)
        raise refusal(file, f"{actor} on {issue}", "two lines", "one line")
    return made


def rows_of(file: Path) -> tuple[list[tuple[int, list[str]]], str]:
    """Return the rows that hold anything, each with its number, and what separates columns."""
    text = text_of(file)
    head = next((line for line in text.splitlines() if plain(line)), "")
    separator = max(SEPARATORS, key=head.count)
    try:
        reader = csv.reader(text.splitlines(), delimiter=separator, skipinitialspace=True)
        rows = [(reader.line_num, [word.strip() for word in row]) for row in reader]
    except csv.Error as error:
        raise refusal(file, "", f"a mistake in the table: {error}", "a CSV file") from None
    return [(n, r) for n, r in rows if any(r) and not r[0].startswith("#")], separator


def plain(line: str) -> str:
    """Return a line without blanks; empty for a remark."""
    text = line.strip()
    return "" if text.startswith("#") else text


def columns(head: Sequence[str], file: Path) -> dict[str, int]:
    """Return the place of each column."""
    words = [" ".join(word.replace("_", " ").casefold().split()) for word in head]
    found: dict[str, int] = {}
    for name, spellings in COLUMNS.items():
        places = [n for n, word in enumerate(words) if word in spellings]
        if len(places) > 1:
            raise refusal(file, name, f"{len(places)} columns of it", "one column")
        if places:
            found[name] = places[0]
        elif name not in OPTIONAL:
            raise refusal(file, name, "no such column", ", ".join(COLUMNS))
    return found


def line_of(row: Sequence[str], places: dict[str, int], separator: str, file: Path, n: int) -> Line:
    """Return one line of a table."""
    key = f"line {n}"
    figures = {}
    for name in ("position", "salience", "capability"):
        word = row[places[name]]
        word = word if separator == "," else word.replace(",", ".")
        figures[name] = number(word, file, f"{key}, {name}")
    for name in ("salience", "capability"):
        if figures[name] < 0:
            raise refusal(file, f"{key}, {name}", f"{figures[name]:g}", "at least 0")
    issue = row[places["issue"]] if "issue" in places else file.stem
    actor = row[places["actor"]]
    if not issue or not actor:
        raise refusal(file, key, "an empty name", "an issue and an actor")
    return Line(issue, actor, **figures)
