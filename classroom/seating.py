"""Seat arithmetic: how many tables a class makes, and who sits where.

The rules are those of a room, not of a form: everybody present is seated, no two tables are
short of people, and AI takes what is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from random import Random

LARGE = 90
"""People above which two share a seat unless the plan says otherwise."""


def sharing(people: int, per_seat: int = 0) -> int:
    """Return how many people share a seat at most."""
    return per_seat or (2 if people > LARGE else 1)


def sizes(people: int, seats: int, per_seat: int = 0, tables: int = 0) -> list[int]:
    """Return how many people sit at each table.

    Parameters
    ----------
    people, seats : int
        People present, and seats at a table.
    per_seat : int
        Most people to a seat; 0 for what suits the class.
    tables : int
        How many tables to make; 0 for what suits the class.

    Examples
    --------
    >>> sizes(34, 6)
    [6, 6, 6, 6, 6, 4]
    >>> sizes(25, 6)
    [7, 6, 6, 6]
    >>> sizes(3, 6)
    [3]
    >>> sizes(300, 4, tables=50)[:2]
    [6, 6]
    """
    if people == 0:
        return []
    if tables:
        least, more = divmod(people, tables)
        return [least + (n < more) for n in range(tables) if least + (n < more)]
    full = seats * sharing(people, per_seat)
    whole, rest = divmod(people, full)
    if whole and 0 < rest < ceil(seats / 2):
        # too few for a table of their own: they advise at the others
        least, more = divmod(rest, whole)
        return [full + least + (n < more) for n in range(whole)]
    return [full] * whole + [rest] * bool(rest)


@dataclass(frozen=True)
class Preview:
    """What tables would be made: people at each, and how many seats AI would take in all."""

    sizes: tuple[int, ...]
    ai_seats: int

    @property
    def tables(self) -> int:
        """How many tables."""
        return len(self.sizes)


def preview(people: int, seats: int, per_seat: int = 0, tables: int = 0) -> Preview:
    """Return what tables would be made; arguments as for ``sizes``.

    >>> preview(34, 6)
    Preview(sizes=(6, 6, 6, 6, 6, 4), ai_seats=2)
    """
    counts = tuple(sizes(people, seats, per_seat, tables))
    return Preview(counts, sum(max(0, seats - count) for count in counts))


def dealt(
    sids: Sequence[str],
    seats: Sequence[str],
    sides: Mapping[str, str],
    counts: Sequence[int],
    seed: int,
) -> dict[str, tuple[int, str]]:
    """Return the table, from 1, and the seat of everybody, by lot.

    Parameters
    ----------
    sids : sequence of str
        Who is to be seated.
    seats : sequence of str
        Seats of a table.
    sides : mapping of seat to side
        So that every side has people before any seat has two.
    counts : sequence of int
        From ``sizes``.
    seed : int
        Of the lot.
    """
    order = list(sids)
    Random(seed).shuffle(order)
    turns = alternating(seats, sides)
    found: dict[str, tuple[int, str]] = {}
    for table, count in enumerate(counts, 1):
        for k in range(count):
            found[order.pop()] = (table, turns[k % len(turns)])
    return found


def alternating(seats: Sequence[str], sides: Mapping[str, str]) -> list[str]:
    """Return the seats so that the sides take turns.

    >>> alternating(["a", "b", "c", "d"], {"a": "us", "b": "us", "c": "jp", "d": "jp"})
    ['a', 'c', 'b', 'd']
    """
    queues: dict[str, list[str]] = {}
    for seat in seats:
        queues.setdefault(sides[seat], []).append(seat)
    longest = max(map(len, queues.values()), default=0)
    return [queue[n] for n in range(longest) for queue in queues.values() if n < len(queue)]


def reseated(
    people: Mapping[str, str], seats: Sequence[str], sides: Mapping[str, str]
) -> dict[str, str]:
    """Return everybody's seat at another forum: their own where it is there, else a free one.

    Of the seats with the fewest people, those of somebody's own side come first.

    Parameters
    ----------
    people : mapping of sid to seat
        Who sat where, those who decide before those who advise.
    seats : sequence of str
        Of the new forum.
    sides : mapping of seat to side
        Of both forums, as far as they are known.

    Examples
    --------
    >>> sides = {"a": "us", "b": "us", "c": "jp"}
    >>> reseated({"x": "a", "y": "a", "z": "d"}, ["a", "b", "c"], sides)
    {'x': 'a', 'y': 'b', 'z': 'c'}
    """
    found = {}
    taken: dict[str, int] = dict.fromkeys(alternating(seats, sides), 0)
    for sid, seat in people.items():
        if taken.get(seat) == 0:
            found[sid] = seat
            taken[seat] = 1
    for sid, own in people.items():
        if sid not in found:
            side = sides.get(own)
            seat = min(taken, key=lambda each: (taken[each], sides[each] != side))
            found[sid] = seat
            taken[seat] += 1
    return {sid: found[sid] for sid in people}
