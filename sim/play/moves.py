"""Moves: what a seat does, as data, and as the small arrays that the rules read."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from scenarios.world import World
from sim.rules.block import Ints
from sim.rules.codes import ITEM, KIND, LEVELS_FROM, MOVES, REASON, REASONS
from sim.rules.sizes import ITEMS

CHANCE_SEAT = "chance"
"""The seat that draws: its words decide events, calendars, papers and votes."""

KINDS = ("draw", *MOVES)


@dataclass(frozen=True)
class Move:
    """One move of one seat.

    Parameters
    ----------
    seat : str
        Id of the agency that moves, or ``"chance"``.
    kind : str
        One of ``KINDS``.
    levels : tuple of (item id, level)
        For ``amend``: the level asked for each item it touches, in order of the items' ids.
    item : str
        For ``object`` and ``appeal``: the item it is about.
    reason : str
        For ``object``: one of the words in ``sim.rules.codes.REASONS``.
    words : tuple of (phase, tuple of int)
        For ``draw``: 32-bit words, by phase of the month.
    """

    seat: str
    kind: str
    levels: tuple[tuple[str, int], ...] = ()
    item: str = ""
    reason: str = ""
    words: tuple[tuple[str, tuple[int, ...]], ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        """Put the levels in the one order in which they are written down."""
        object.__setattr__(self, "levels", tuple(sorted(self.levels)))

    def as_json(self) -> dict[str, Any]:
        """Return the move as plain data, without what it leaves empty."""
        line: dict[str, Any] = {"seat": self.seat, "move": self.kind}
        if self.levels:
            line["levels"] = dict(self.levels)
        if self.item:
            line["item"] = self.item
        if self.reason:
            line["reason"] = self.reason
        if self.words:
            line["words"] = {phase: list(words) for phase, words in self.words}
        return line


def amend(seat: str, **levels: int) -> Move:
    """Return a move to amend the text.

    Examples
    --------
    >>> amend("jp-meti", I03=2).levels
    (('I03', 2),)
    """
    return Move(seat, "amend", levels=tuple(levels.items()))


def objection(seat: str, item: str, reason: str = "own reason") -> Move:
    """Return an objection to an item."""
    return Move(seat, "object", item=item, reason=reason)


def from_json(line: dict[str, Any]) -> Move:
    """Return the move that ``as_json`` wrote.

    Raises
    ------
    ValueError
        Where the data has not the shape of a move; the text says what is wrong.
    """
    seat, kind = line.get("seat"), line.get("move")
    levels, words = line.get("levels", {}), line.get("words", {})
    item, reason = line.get("item", ""), line.get("reason", "")
    if not isinstance(seat, str) or kind not in KINDS:
        raise ValueError(f"not a move: seat {seat!r}, move {kind!r}; moves are {', '.join(KINDS)}")
    if not (isinstance(item, str) and isinstance(reason, str)):
        raise ValueError("item and reason must be text")
    if not isinstance(levels, dict) or not all(whole(level) for level in levels.values()):
        raise ValueError("levels must be a table of item to whole number")
    if not isinstance(words, dict) or not all(
        isinstance(each, list) and all(whole(word) for word in each) for each in words.values()
    ):
        raise ValueError("words must be a table of phase to whole numbers")
    drawn = tuple((phase, tuple(each)) for phase, each in words.items())
    return Move(seat, kind, tuple(levels.items()), item, reason, drawn)


def whole(value: object) -> bool:
    """Say whether a value is a whole number, and not a truth value."""
    return isinstance(value, int) and not isinstance(value, bool)


def empty_move() -> Ints:
    """Return room for a move as the rules read it: shape (3 + I,)."""
    return np.full(LEVELS_FROM + ITEMS, -1, dtype=np.int64)


def encoded(world: World, move: Move) -> Ints:
    """Return a seat's move as the rules read it."""
    array = empty_move()
    array[KIND] = MOVES.index(move.kind)
    array[REASON] = REASONS.index(move.reason) if move.reason else 0
    if move.item:
        array[ITEM] = world.index("item", move.item)
    for item, level in move.levels:
        array[LEVELS_FROM + world.index("item", item)] = level
    return array


def decoded(seat: str, items: tuple[str, ...], array: Ints) -> Move:
    """Return the move that a rule has written, ``items`` being the ids by index."""
    levels = tuple(
        (item, int(array[LEVELS_FROM + i]))
        for i, item in enumerate(items)
        if array[LEVELS_FROM + i] >= 0
    )
    named = items[array[ITEM]] if array[ITEM] >= 0 else ""
    reason = REASONS[array[REASON]] if array[REASON] > 0 else ""
    return Move(seat, MOVES[array[KIND]], levels, named, reason)
