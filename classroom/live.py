"""The game of one table of a class: what is asked of whom, and what has been answered.

A pure function of its setup and of the decisions taken at it, so that it can be built again
from the log at any time. Bots play the agencies that nobody at the table holds, and chance
draws; the log of the class keeps neither, only what was decided at the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from agents.bots import bot_move
from agents.table import Table, Told, closed
from agents.together import asked_together, silence, unanswered
from classroom.entry import Refusal
from classroom.setup import Setup, lobby_for, seats_of
from sim.play.apply import apply
from sim.play.errors import RuleError
from sim.play.game import Game, new_game
from sim.play.legal import legal_moves
from sim.play.log import HUMAN, Entry, entry_of, header_of
from sim.play.moves import CHANCE_SEAT, Move
from sim.play.story import told
from sim.rules.codes import UNDER_WAY


@dataclass(frozen=True)
class Asked:
    """A question to a seat: since when, and the game in which it is asked."""

    since: float
    game: Game


@dataclass(frozen=True)
class Turn:
    """The start of a round of a meeting, to which a table can be taken back."""

    table: Table
    decisions: int


@dataclass
class Live:
    """A table's game as it stands.

    Parameters
    ----------
    setup : Setup
    seats : tuple of str
        The seats that decide here, whoever holds them.
    table : agents.table.Table
        The game and its story so far. Its entries have no digests: see ``logged``.
    question : int
        Number of the question that is put; an answer names the one it is meant for.
    posed_at : float
        Class time at which it was put.
    waiting : mapping of seat to Move
        Answers given before their turn to be read out.
    injected : tuple of str
        Events that the next month is to bring.
    rounds : list of Turn
        The rounds so far, the one under way last.
    """

    setup: Setup
    seats: tuple[str, ...]
    table: Table
    question: int = 0
    posed_at: float = 0.0
    waiting: dict[str, Move] = field(default_factory=dict)
    injected: tuple[str, ...] = ()
    rounds: list[Turn] = field(default_factory=list)
    decisions: int = 0
    last: tuple[int, int] = (-1, 0)
    """The last time the rules will have asked for the question that is put."""
    known: dict[str, Asked] | None = None
    """Who is asked, once that was worked out."""

    @property
    def game(self) -> Game:
        """The moment the table is in."""
        return self.table.game

    @cached_property
    def forums(self) -> tuple[int, ...]:
        """Return the forums at which the table's seats sit, by index."""
        world = self.game.world
        own = [world.index("agency", seat) for seat in self.seats]
        return tuple(
            f for f in range(len(world.forums)) if any(world.params.role0[f, a] > 2 for a in own)
        )

    @property
    def over(self) -> bool:
        """Whether every forum of the table has ended its talks."""
        outcome = self.game.state.outcome
        return self.table.over or all(outcome[f] != UNDER_WAY for f in self.forums)

    @property
    def asked(self) -> dict[str, Asked]:
        """Who may answer the question now, each with the game in which it is asked."""
        if self.known is None:
            open_to = {} if self.over else asked_together(self.game, self.seats)
            self.known = {
                seat: Asked(self.posed_at, game)
                for seat, game in open_to.items()
                if seat not in self.waiting
            }
        return self.known

    def take(self, seat: str, move: Move, t: float) -> None:
        """Take a decision that ``require`` lets pass, and play on to the next question."""
        self.known = None
        self.decisions += 1
        self.waiting[seat] = move
        if self.game.seat == seat:
            self.play(t)

    def require(self, seat: str, move: Move) -> None:
        """Check a decision before it is taken.

        Raises
        ------
        Refusal
            Where the seat is not asked, or may not do that.
        """
        if seat not in self.asked:
            raise Refusal("not_asked")
        try:
            legal_moves(self.asked[seat].game).require(move)
        except RuleError as error:
            raise Refusal("not_legal", error=str(error)) from None

    def play(self, t: float) -> None:
        """Play what is known of the table's decisions, then bots and chance, to a question."""
        while not self.over:
            seat = self.game.seat
            if seat in self.waiting:
                self.table = after(self.table, self.fitting(self.waiting.pop(seat)))
            elif seat in self.seats:
                break
            else:
                self.table = after(self.table, self.of_others())
        if self.over:
            self.waiting = {}
            self.question += 1
        elif self.posed > self.last:
            self.put(t)

    def fitting(self, move: Move) -> Move:
        """Return an answer as it may be read out now; one that no longer fits becomes silence."""
        try:
            legal_moves(self.game).require(move)
        except RuleError:
            return silence(self.game)
        return move

    def of_others(self) -> Move:
        """Return the move of chance, or of an agency that nobody at the table holds."""
        move = bot_move(self.game)
        if self.injected and dict(move.words).get("events"):
            world, words = self.game.world, dict(move.words)
            struck = {world.index("event", each) for each in self.injected}
            words["events"] = tuple(
                0 if e in struck else word for e, word in enumerate(words["events"])
            )
            self.injected = ()
            move = replace(move, words=tuple((phase, words[phase]) for phase, _ in move.words))
        return move

    @property
    def posed(self) -> tuple[int, int]:
        """Return the month, and how many times the rules have asked anybody so far."""
        return self.game.month, int(self.game.state.turn[0])

    def put(self, t: float) -> None:
        """Put the next question to everybody who may answer it."""
        self.question += 1
        self.last = self.posed[0], self.posed[1] + len(unanswered(self.game)) - 1
        self.posed_at = t
        self.waiting = {}
        self.known = None
        at = (self.game.month, self.game.forum, round_of(self.game))
        if not self.rounds or self.rounds[-1].table.round != at:
            self.table = replace(self.table, round=at)
            self.rounds.append(Turn(self.table, self.decisions))

    def log(self) -> bytes:
        """Return the log of the game so far, as ``communique replay`` takes it."""
        return logged(self.table).log()

    def rewind(self, t: float) -> None:
        """Go back to the start of the round, or of the one before if this has just begun."""
        if self.rounds and self.rounds[-1].decisions == self.decisions and len(self.rounds) > 1:
            self.rounds.pop()
        if self.rounds:
            start = self.rounds.pop()
            self.table, self.decisions = start.table, start.decisions
        self.put(t)


def after(table: Table, move: Move) -> Table:
    """Return a table after one move of anybody, without the digest that its log is to have.

    A digest costs as much as the move, and nobody reads it until the log is written out.
    """
    before = table.game
    game = apply(before, move)
    n = len(table.entries) + 1
    return replace(
        table,
        game=game,
        entries=(*table.entries, Entry(n, game.month, before.forum, move, "")),
        story=(*table.story, *(Told(n, each) for each in told(before, move, game))),
        ended=closed(table.ended, before, game),
    )


def logged(table: Table) -> Table:
    """Return a table with the digests of its log, by playing its moves again."""
    game, entries = new_game(table.game.world, table.header.seed, table.header.run), []
    for entry in table.entries:
        before, game = game, apply(game, entry.move)
        entries.append(entry_of(entry.n, before, entry.move, game))
    return replace(table, entries=tuple(entries))


def round_of(game: Game) -> int:
    """Return the round of the meeting in which a seat is asked."""
    return int(game.state.round[game.world.index("forum", game.forum)])


def opened(setup: Setup, t: float, seats: Sequence[str] = ()) -> Live:
    """Return the game of a new table, up to its first question."""
    start = opening(setup, tuple(seats) or seats_of(setup))
    rounds = [*start.rounds]
    return replace(start, waiting={}, known=None, rounds=rounds, posed_at=t)


@lru_cache(maxsize=64)
def opening(setup: Setup, seats: tuple[str, ...]) -> Live:
    """Return the start that all tables of a setup share, played once; nobody may change it."""
    world = lobby_for(setup).world
    game = new_game(world, setup.seed)
    header = header_of(game, lobby_for(setup).changes, seats)
    # a teacher may bring an event about, so chance is in a person's hand
    header = replace(header, seats={**header.seats, CHANCE_SEAT: HUMAN})
    live = Live(setup, seats, Table(game, seats, header))
    live.play(0.0)
    return live
