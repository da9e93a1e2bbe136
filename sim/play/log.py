"""The log of a run: JSON lines, a header and then one line for every move.

Keys are sorted and nothing is left to chance or to the clock, so the same run has the same
bytes. Chance is a seat, and what it draws are lines like any other: a log holds all it takes
to play the run again. A line is written whole or not at all, so a log that was cut short can
still be read up to there.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, BinaryIO

from scenarios.paths import Change
from sim.play.game import Game
from sim.play.moves import Move
from sim.rules.codes import STRATEGIES
from sim.rules.compiled import rules_hash

FORMAT = 1
HUMAN = "human"
"""What stands for a seat's strategy where a person holds it."""


@dataclass(frozen=True)
class Header:
    """The first line: what the run was played with.

    Parameters
    ----------
    scenario, configuration : str
        Ids of the scenario and of its forum or set of forums.
    changes : tuple of str
        Values set for this run, such as ``"gridlock.us=0.8"``, as they were given.
    world : str
        SHA-256 of the world, 64 hex digits: the figures after all changes.
    rules : str
        Hash of the rules, 12 hex digits.
    seed, run : int
        The address of chance: 63 and 32 bits.
    seats : mapping of agency to str
        Each agency's strategy, or ``"human"``.
    state : str
        Digest of the state before the first move, 12 hex digits.
    """

    scenario: str
    configuration: str
    changes: tuple[str, ...]
    world: str
    rules: str
    seed: int
    run: int
    seats: Mapping[str, str]
    state: str

    def as_json(self) -> dict[str, Any]:
        """Return the header as plain data."""
        line = {**vars(self), "log": FORMAT}
        return {**line, "changes": list(self.changes), "seats": dict(self.seats)}


@dataclass(frozen=True)
class Entry:
    """One line after the header: a move, and the digest of the state it led to.

    Parameters
    ----------
    n : int
        Number of the move, from 1.
    month : int
        The month the move belongs to; the draws that open a month belong to it.
    forum : str
        Where a seat was asked; empty for chance.
    """

    n: int
    month: int
    forum: str
    move: Move
    state: str

    def as_json(self) -> dict[str, Any]:
        """Return the line as plain data, without what it leaves empty."""
        line = {"n": self.n, "month": self.month, "state": self.state, **self.move.as_json()}
        return {**line, "forum": self.forum} if self.forum else line


@cache
def own_rules() -> str:
    """Return the hash of the rules this process plays by: read once, as they were loaded once."""
    return rules_hash()


def header_of(game: Game, changes: Sequence[Change] = (), humans: Sequence[str] = ()) -> Header:
    """Return the header of a run that starts with ``game``; ``humans`` are seats people hold."""
    world = game.world
    codes = world.params.strategy
    return Header(
        scenario=world.scenario.id,
        configuration=world.configuration,
        changes=tuple(str(change) for change in changes),
        world=world.digest,
        rules=own_rules(),
        seed=game.seed,
        run=game.run,
        seats={
            agency: HUMAN if agency in humans else STRATEGIES[codes[a]]
            for a, agency in enumerate(world.agencies)
        },
        state=game.digest,
    )


def entry_of(n: int, before: Game, move: Move, after: Game) -> Entry:
    """Return the line of the ``n``-th move, which led from one game to the next."""
    return Entry(n, after.month, before.forum, move, after.digest)


def line_of(part: Header | Entry) -> bytes:
    """Return a header or an entry as it is written: compact, sorted, with its newline."""
    text = json.dumps(part.as_json(), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.encode() + b"\n"


class Record:
    """Writes the log of a run while it is played.

    Parameters
    ----------
    stream : binary file
        Where to write; each line is handed over whole, at once.
    header : Header
        From ``header_of``, before the first move.
    """

    def __init__(self, stream: BinaryIO, header: Header) -> None:
        self.stream = stream
        self.moves = 0
        self.write(header)

    def add(self, before: Game, move: Move, after: Game) -> None:
        """Write down the next move."""
        self.moves += 1
        self.write(entry_of(self.moves, before, move, after))

    def write(self, part: Header | Entry) -> None:
        """Write one line."""
        self.stream.write(line_of(part))
        self.stream.flush()
