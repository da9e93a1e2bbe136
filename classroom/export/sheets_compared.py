"""A sheet of an export set beside the one that its log makes, line by line."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from classroom.export.again import Archive, ArchiveError
from classroom.export.archive import LOG, MANIFEST
from classroom.export.tables import PLACE
from sim.rules.compiled import rules_hash

Line = tuple[int, Sequence[str]]
"""Its number in the file, and its cells."""
ONCE = {("rubric.csv", "checks_right_at_once"): ("0", "")}
"""By file and column: what older versions wrote, and what this one writes for it."""
BY_TABLE = ("tables.csv", "seats.csv", "texts.csv")
"""The sheets whose lines older versions sorted otherwise."""
OLDER = (
    f"an older version made this export: it sorted {', '.join(BY_TABLE)} by configuration first,"
    " and in rubric.csv it wrote 0 for who had tried no question about the brief"
)


@dataclass(frozen=True)
class Checked:
    """A sheet that was made again.

    Parameters
    ----------
    lines : int
        Of the file, the names of its columns included.
    notes : tuple of str
        What this version writes otherwise.
    """

    file: str
    lines: int
    notes: tuple[str, ...] = ()


def compared(name: str, archive: Archive, again: bytes) -> Checked:
    """Return a sheet that is as the log makes it; ArchiveError at the first line that is not."""
    data = archive.files[name]
    given, made = rows(name, data), rows(name, again)
    if data == again:
        return Checked(name, len(given))
    heads, own = given[0], made[0]
    shared = [(heads.index(each), own.index(each)) for each in heads if each in own]
    lines, others = sorted_lines(name, given), sorted_lines(name, made)
    older = [n for n, _ in lines] != sorted(n for n, _ in lines)
    for (n, line), (_, other) in zip(lines, others, strict=False):
        for one, two in shared:
            has = line[one] if one < len(line) else ""
            if len(line) == len(heads) and ONCE.get((name, heads[one])) == (has, other[two]):
                older = True
            elif len(line) != len(heads) or has != other[two]:
                differs = f"{heads[one]} is {has!r}, by {LOG} {other[two]!r}"
                raise ArchiveError(f"{name}, line {n}: {differs}{by_other_rules(archive)}")
    if len(given) != len(made):
        n = min(len(given), len(made)) + 1
        why = "is missing" if len(given) < len(made) else f"is not made by {LOG}"
        raise ArchiveError(f"{name}, line {n} {why}{by_other_rules(archive)}")
    notes = [f"{name}: this version has no column {each}" for each in heads if each not in own]
    notes += [f"{name}: this version has a column {each} more" for each in own if each not in heads]
    notes += [OLDER] * older
    if not notes:
        raise ArchiveError(f"{name} is written in another way than an export writes it")
    return Checked(name, len(given), tuple(notes))


def sorted_lines(name: str, lines: list[Sequence[str]]) -> list[Line]:
    """Return the lines of a sheet below its heads, sorted as this version does."""
    counted = list(enumerate(lines[1:], 2))
    if name not in BY_TABLE or not set(PLACE) <= set(lines[0]):
        return counted
    places = [lines[0].index(each) for each in PLACE]
    return sorted(counted, key=lambda line: [number_first(line[1], at) for at in places])


def number_first(line: Sequence[str], at: int) -> tuple[int, str]:
    """Return a cell as it is sorted: by its number where it is one."""
    text = line[at] if at < len(line) else ""
    return (int(text), "") if text.isdecimal() else (0, text)


def rows(name: str, data: bytes) -> list[Sequence[str]]:
    """Return the lines of a sheet."""
    try:
        found = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise ArchiveError(f"{name} cannot be read: {error}") from None
    if not found:
        raise ArchiveError(f"{name} is empty")
    return list(found)


def by_other_rules(archive: Archive) -> str:
    """Return that an export was made by other rules than those here, if it was."""
    made, here = str(archive.manifest.get("rules", "")), rules_hash()
    if made == here:
        return ""
    return f" ({MANIFEST}: made by the rules {made[:12]}; these are {here[:12]})"
