"""What a table is called on the wall: a letter that gives nothing away, until it is revealed."""

from __future__ import annotations

from functools import lru_cache
from random import Random
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from classroom.state import ClassState


def name(state: ClassState, tid: int) -> str:
    """Return what a table is called now: its number where tables are revealed, else its letter."""
    return str(tid) if state.revealed else letter(state, tid)


def letter(state: ClassState, tid: int) -> str:
    """Return the letter of a table; the same in all rounds and on all slides."""
    return dealt(state.seed, max((tid, *state.tables)))[tid - 1]


@lru_cache(maxsize=64)
def dealt(seed: int, count: int) -> tuple[str, ...]:
    """Return the letters of tables 1..count, dealt by lot so that their order tells nothing.

    >>> sorted(dealt(5, 3)), dealt(5, 28)[27] in {*map(lettered, range(28))}
    (['A', 'B', 'C'], True)
    """
    names = [lettered(n) for n in range(count)]
    Random(f"{seed} letters").shuffle(names)
    return tuple(names)


def lettered(n: int) -> str:
    """Return the n-th name: A to Z, then AA, AB and so on.

    >>> lettered(0), lettered(25), lettered(26), lettered(53)
    ('A', 'Z', 'AA', 'BB')
    """
    size = len(ascii_uppercase)
    more = "" if n < size else ascii_uppercase[n // size - 1]
    return more + ascii_uppercase[n % size]


def together(marks: list[dict[str, Any]], by: str) -> list[dict[str, Any]]:
    """Return tables that have something in common in one line each, in the order they came in.

    >>> together([{"name": "A", "left": "2"}, {"name": "C", "left": "2"}], "left")
    [{'left': '2', 'names': ['A', 'C']}]
    """
    groups: dict[Any, list[str]] = {}
    for mark in marks:
        groups.setdefault(mark[by], []).append(mark["name"])
    return [{by: value, "names": sorted(names, key=order)} for value, names in groups.items()]


def order(name: str) -> tuple[int, str]:
    """Return what sorts names of tables, numbers as numbers.

    >>> sorted(["10", "9", "B", "A"], key=order)
    ['9', 'A', 'B', '10']
    """
    return len(name), name
