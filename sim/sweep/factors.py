"""Factors: the values that a sweep varies, each with the room its figure leaves it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

import numpy as np

from scenarios.ledger import Entry, Value
from scenarios.problems import Problem, ScenarioError, nearest, shown
from scenarios.ranges import Range
from scenarios.world import World
from sim.rules.block import Floats

VARY = "--vary"
"""Where problems of factors are said to be, after the option that names them."""
BASES = {
    "all-assumed": ("assumed",),
    "all": ("assumed", "inferred", "sourced", "external"),
    "nothing": (),
}
"""The bases of the figures that each keyword stands for."""

SEATS = ("role", "seat", "consult")
"""Beginnings of the paths that move seats."""


def moves_seats(path: str) -> bool:
    """Say whether setting a path moves a seat."""
    return path.split(".", 1)[0] in SEATS


@dataclass(frozen=True)
class Factor:
    """One value that varies: a number from low to high, or one of some words."""

    path: str
    low: float = 0.0
    high: float = 0.0
    whole: bool = False
    words: tuple[str, ...] = ()

    @property
    def seating(self) -> bool:
        """Whether it moves a seat, and so may change who chairs."""
        return moves_seats(self.path)

    def at(self, share: Floats) -> Floats:
        """Return its values at shares of its room; of words, their indices.

        Parameters
        ----------
        share : array, 0..1
            1 itself counts as the largest number below it where there are steps.

        Examples
        --------
        >>> Factor("pace", 0.4, 0.8).at(np.array([0.0, 0.5])).tolist()
        [0.4, 0.6000000000000001]
        >>> Factor("tiers", 1, 4, whole=True).at(np.array([0.0, 0.3, 0.999])).tolist()
        [1.0, 2.0, 4.0]
        """
        if self.words:
            return np.minimum(np.floor(share * len(self.words)), len(self.words) - 1)
        if self.whole:
            steps = self.high - self.low
            return self.low + np.minimum(np.floor(share * (steps + 1)), steps)
        return np.minimum(self.low + share * (self.high - self.low), self.high)

    def value(self, number: float) -> Value:
        """Return the value behind a number of ``at``: a word, a whole number or a number."""
        if self.words:
            return self.words[int(number)]
        return int(number) if self.whole else float(number)

    def account(self) -> dict[str, Any]:
        """Return the factor as plain data."""
        if self.words:
            return {"path": self.path, "words": list(self.words)}
        return {"path": self.path, "low": self.low, "high": self.high, "whole": self.whole}


def factors_of(worlds: Sequence[World], names: Iterable[str]) -> tuple[Factor, ...]:
    """Return the factors that names stand for; see ``factors_in``."""
    return factors_in(entries_of([world.ledger for world in worlds]), names)


def entries_of(ledgers: Iterable[Mapping[str, Entry]]) -> dict[str, Entry]:
    """Return the paths of all ledgers, each entry from the first where it has room to vary.

    A case that sets a figure leaves it none, but another case may.
    """
    entries: dict[str, Entry] = {}
    for ledger in ledgers:
        for path, entry in ledger.items():
            if path not in entries or (not own_room(entries[path]) and own_room(entry)):
                entries[path] = entry
    return entries


def factors_in(entries: Mapping[str, Entry], names: Iterable[str]) -> tuple[Factor, ...]:
    """Return the factors that names stand for, each once, in the order of the ledger.

    Parameters
    ----------
    entries : mapping
        The paths of the run.
    names : iterable of str
        ``all-assumed``, ``all``, ``nothing``, a path, a pattern such as ``salience.*``, or a path
        with its room, such as ``turf.us-state=0.2:0.8`` or ``event.E33=on,off``.

    Raises
    ------
    ScenarioError
        With a problem for every name that stands for nothing that can vary.
    """
    found: dict[str, Factor] = {}
    problems: list[Problem] = []
    for name in sorted(names, key=lambda name: "=" not in name):
        try:
            for factor in named(name, entries):
                found.setdefault(factor.path, factor)
        except ScenarioError as error:
            problems += error.problems
    if problems:
        raise ScenarioError(problems)
    order = {path: n for n, path in enumerate(entries)}
    return tuple(sorted(found.values(), key=lambda factor: order[factor.path]))


def named(name: str, entries: Mapping[str, Entry]) -> Iterator[Factor]:
    """Yield the factors of one name."""
    path, equals, room = (part.strip() for part in name.partition("="))
    if name in BASES:
        for entry in entries.values():
            if entry.stated and entry.figure.basis in BASES[name] and (made := own_room(entry)):
                yield made
    elif path in entries:
        entry = entries[path]
        made = given_room(entry, room) if equals else own_room(entry) or whole_room(entry)
        if made is None:
            allowed = "a path with room, or one given after an equals sign, such as 0.2:0.8"
            raise ScenarioError([Problem(VARY, path, "no room to vary", allowed)])
        yield made
    else:
        matching = [entries[each] for each in entries if fnmatchcase(each, path)]
        made_of = [made for entry in matching if (made := own_room(entry)) and entry.stated]
        if equals or not made_of:
            near = nearest(path, (*entries, *BASES))
            allowed = "all-assumed, all, nothing, a path of this scenario or a pattern of paths"
            raise ScenarioError([Problem(VARY, "", shown(name), allowed, near)])
        yield from made_of


def own_room(entry: Entry) -> Factor | None:
    """Return the factor of the room that the entry's figure states; None where it is a point."""
    figure = entry.figure
    if figure.choices is not None:
        return Factor(entry.path, words=figure.choices) if len(figure.choices) > 1 else None
    if figure.low is None or figure.high is None or figure.low == figure.high:
        return None
    return number_factor(entry, float(figure.low), float(figure.high))


def whole_room(entry: Entry) -> Factor | None:
    """Return the factor of all that is allowed, where that is a few words."""
    return Factor(entry.path, words=entry.allowed.words) if entry.allowed.words else None


def number_factor(entry: Entry, low: float, high: float) -> Factor:
    """Return the factor of a number, in whole steps where only these are allowed."""
    return Factor(entry.path, low, high, whole=entry.allowed.whole)


def given_room(entry: Entry, room: str) -> Factor:
    """Return the factor of room that the name itself gives."""
    allowed: Range = entry.allowed
    low, colon, high = room.partition(":")
    if colon:
        try:
            ends = (float(low), float(high))
        except ValueError:
            ends = (1.0, 0.0)
        if ends[0] < ends[1] and all(allowed.admits(number(end)) for end in ends):
            return number_factor(entry, *ends)
    else:
        words = tuple(word.strip() for word in room.split(","))
        if len(set(words)) == len(words) > 1 and all(word in allowed.words for word in words):
            return Factor(entry.path, words=words)
    form = "words with commas" if allowed.words else "low:high"
    told = f"a room, {form}, within: {allowed}"
    raise ScenarioError([Problem(VARY, entry.path, shown(room), told)])


def number(value: float) -> int | float:
    """Return a number as a whole one where it is."""
    return int(value) if value.is_integer() else value
