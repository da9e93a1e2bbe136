"""A design read from a CSV file: a column for each path, a row for each point."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from scenarios.ledger import Entry
from scenarios.paths import value_of
from scenarios.problems import Problem, ScenarioError, nearest, shown
from sim.rules.block import Floats, Ints
from sim.sweep.factors import Factor


@dataclass(frozen=True, eq=False)
class TableDesign:
    """Points that a file lists, as the numbers of ``Factor.at``."""

    numbers: Floats
    """Shape (points, factors)."""

    @property
    def points(self) -> int:
        """How many points there are."""
        return len(self.numbers)

    def shares(self, first: int, last: int) -> Floats:
        """Return rows of numbers, which for this design stand for themselves."""
        return self.numbers[first:last]

    def keys(self, first: int, last: int) -> Ints:
        """Return 0 for every point, as on a grid."""
        return np.zeros(last - first, dtype=np.int64)


def read_table(path: Path, entries: dict[str, Entry]) -> tuple[tuple[Factor, ...], str]:
    """Return the factors of a CSV file, and its text.

    Parameters
    ----------
    entries : dict
        The paths of the run.

    Raises
    ------
    ScenarioError
        With every problem of the file.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "no UTF-8 text"
        raise ScenarioError([Problem(str(path), "", reason, "a CSV file")]) from None
    try:
        heading, lines = cells_of(text)
    except csv.Error as error:
        raise ScenarioError([Problem(str(path), "", str(error), "a CSV file")]) from None
    problems = heading_problems(str(path), heading, entries)
    if not lines:
        problems.append(Problem(str(path), "", "no rows", "a row for each point"))
    problems += [
        Problem(str(path), f"line {n}", f"{len(row)} cells", f"{len(heading)}, as in line 1")
        for n, row in lines
        if len(row) > len(heading)
    ]
    factors = []
    for n, name in enumerate(heading if not problems else ()):
        cells = [(line, row[n] if n < len(row) else "") for line, row in lines]
        problems += column_problems(str(path), entries[name], cells)
        words, whole = entries[name].allowed.words, entries[name].allowed.whole
        factors.append(Factor(name, words=words) if words else Factor(name, whole=whole))
    if problems:
        raise ScenarioError(problems)
    return tuple(factors), text


def cells_of(text: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Return the first line of a CSV text, and the others that are not blank with their numbers.

    Raises
    ------
    csv.Error
        Where it is no CSV.
    """
    reader = csv.reader(io.StringIO(text))
    rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    return (rows[0][1] if rows else []), [(n, row) for n, row in rows[1:] if any(row)]


def parsed(text: str, factors: Sequence[Factor]) -> Floats:
    """Return the numbers of a text that ``read_table`` has checked, shape (points, factors)."""
    _, lines = cells_of(text)
    rows = [
        [
            float(factor.words.index(cell) if factor.words else cell)
            for factor, cell in zip(factors, row, strict=True)
        ]
        for _, row in lines
    ]
    return np.array(rows, dtype=np.float64)


def heading_problems(file: str, paths: list[str], entries: dict[str, Entry]) -> list[Problem]:
    """Return what is wrong with the first line of a file."""
    problems = [] if paths else [Problem(file, "", "nothing", "a first line of paths")]
    for n, path in enumerate(paths):
        if path not in entries:
            near = nearest(path, entries)
            problems.append(Problem(file, "line 1", shown(path), "a path of this scenario", near))
        elif path in paths[:n]:
            problems.append(Problem(file, "line 1", shown(path), "each path only once"))
    return problems


def column_problems(file: str, entry: Entry, cells: list[tuple[int, str]]) -> list[Problem]:
    """Return what is wrong in a column."""
    words, problems = entry.allowed.words, []
    for n, cell in cells:
        value = value_of(cell)
        if not entry.allowed.admits(value) or bool(words) != isinstance(value, str):
            where, allowed = f"line {n}, {entry.path}", str(entry.allowed)
            problems.append(Problem(file, where, shown(cell), allowed, nearest(cell, words)))
    return problems
