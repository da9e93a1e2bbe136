"""One round of a class at one table: who sits there, what was decided, and the game it makes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from agents.place import Place, place
from classroom.live import Live, opened
from classroom.setup import Setup, in_spoken, seats_of
from scenarios.spoken import spoken
from scenarios.tongue import OWN
from sim.play.happening import Happening
from sim.play.moves import Move, from_json
from sim.play.scene import Scene
from sim.play.scene_for import scene_for


@dataclass(frozen=True)
class Decision:
    """One decision at a table: whose seat, what, when, and who took it.

    ``by`` is ``"human"``, ``"ai"`` or ``"default"`` (time ran out); ``sid`` is the human.
    """

    n: int
    t: float
    seat: str
    move: Move
    by: str
    sid: str = ""


@dataclass(frozen=True)
class Branch:
    """What was played before a table was taken back, and why it was."""

    t: float
    reason: str
    log: bytes
    decisions: tuple[Decision, ...]


@dataclass
class Sitting:
    """One round of the class at one table.

    Parameters
    ----------
    round : int
        Of the class, from 1.
    played : Setup
        What is played; ``setup`` is the same as it is read now.
    t : float
        Class time at which it began.
    holders : mapping of seat to list of sid
        Who sits in it; the first decides, the others advise.
    held : set of seats
        Seats that AI holds for people who are away.
    done : list of (kind, ...) steps
        Decisions, rewinds and injects in order: what the game is built from.
    closing : bool
        Whether the round was closed: AI takes what decisions are left.
    ended : bool
        Whether its talks are known to be over, without a look at the game.
    advice : mapping of seat to list of (sid, move)
        What advisers suggest for the question that is put.
    """

    round: int
    played: Setup
    t: float
    holders: dict[str, list[str]]
    held: set[str] = field(default_factory=set)
    done: list[tuple[str, Any, float]] = field(default_factory=list)
    closing: bool = False
    ended: bool = False
    branches: list[Branch] = field(default_factory=list)
    advice: dict[str, list[tuple[str, Move]]] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)

    games: dict[str, tuple[int, Live]] = field(default_factory=dict, repr=False, compare=False)
    """The game by language, each with how much of ``done`` it has."""

    @property
    def setup(self) -> Setup:
        """What is played, in the language of whoever is being shown it."""
        return in_spoken(self.played)

    @property
    def live(self) -> Live:
        """Return the game, in the language of whoever is being shown it.

        It is built from what was done at the table where it is not at hand; the same moves make
        the same game in every language.
        """
        count, live = self.games.get(spoken(), (0, None))
        if live is None:
            live = opened(self.setup, self.t)
        for step in self.done[count:]:
            play_step(live, step)
        self.games[spoken()] = (len(self.done), live)
        return live

    @property
    def latest(self) -> Live | None:
        """The game that the class itself plays, as far as it is at hand; nothing is built."""
        return self.games.get(OWN, (0, None))[1]

    @property
    def built(self) -> bool:
        """Whether the game is at hand."""
        return self.latest is not None

    @property
    def at_hand(self) -> bool:
        """Whether the game is at hand in the language of whoever is being shown something now."""
        return spoken() in self.games

    @property
    def seats(self) -> tuple[str, ...]:
        """The seats of the table, in the order of the forum."""
        return seats_of(self.setup)

    def do(self, kind: str, what: Any, t: float) -> None:
        """Do one thing at the table."""
        step, live = (kind, what, t), self.live
        play_step(live, step)
        self.done.append(step)
        self.games[OWN] = (len(self.done), live)

    def by_ai(self, seat: str) -> bool:
        """Say whether AI decides for a seat now."""
        return self.closing or seat in self.held or not self.holders.get(seat)

    def place(self, seat: str) -> Place:
        """Return what a seat has before it, with its own points; nothing of another seat's."""
        asked = self.live.asked.get(seat)
        return place(asked.game if asked else self.live.game, seat)

    def scene(self, seat: str) -> Scene:
        """Return the scene as a seat may see it."""
        return scene_for(self.live.game, seat)

    def news(self, seat: str) -> tuple[Happening, ...]:
        """Return what has happened since a seat last moved, as far as its side knows."""
        return self.live.table.news(seat)


def play_step(live: Live, step: tuple[str, Any, float]) -> None:
    """Do one thing in a game: a decision, a rewind or an inject."""
    kind, what, t = step
    if kind == "decide":
        live.take(what.seat, what, t)
    elif kind == "inject":
        live.injected = (*live.injected, what)
    else:
        live.rewind(t)


def move_of(seat: str, data: dict[str, Any]) -> Move:
    """Return a move from plain data; raises ValueError where it is none."""
    return from_json({**data, "seat": seat})
