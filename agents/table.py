"""A human's table: a game in which people hold some seats, and bots and chance play on between.

A table never changes: each move leads to the next one, so to take a move back is to return to an
earlier table, and two branches never disturb each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from agents.bots import bot_move
from agents.moment import Past
from scenarios.paths import Change
from scenarios.world import World
from sim.play.apply import apply
from sim.play.game import Game, new_game
from sim.play.happening import Happening
from sim.play.log import Entry, Header, entry_of, header_of, line_of
from sim.play.moves import Move
from sim.play.story import told
from sim.rules.codes import UNDER_WAY

START = Past()
"""Nothing yet: people sit down before the first move."""


@dataclass(frozen=True)
class Told:
    """A happening, and the number of the move it came of."""

    n: int
    happening: Happening


@dataclass(frozen=True, eq=False)
class Table:
    """One moment of a human's game: a person is asked, or the run is over.

    Parameters
    ----------
    game : Game
        The moment.
    seats : tuple of str
        Agencies that people hold.
    header : Header
        First line of the log.
    entries : tuple of Entry
        Every move so far, chance's and the bots' among them.
    begun : int
        How many of them were made before people sat down.
    story : tuple of Told
        What they led to. Parts of it only one side may know: see ``news``.
    ended : mapping of forum id to Game
        The moment at which the last talks of a forum came to an end.
    round : tuple of (month, forum, round)
        The round of a meeting in which a person is asked; empty when the run is over.
    anchor : Table, optional
        The start of this round; nothing where this is it.
    earlier : Table, optional
        The start of the round before, kept by the start of a round.
    """

    game: Game
    seats: tuple[str, ...]
    header: Header
    entries: tuple[Entry, ...] = ()
    begun: int = 0
    story: tuple[Told, ...] = ()
    ended: Mapping[str, Game] = field(default_factory=lambda: MappingProxyType({}))
    round: tuple[int, str, int] | tuple[()] = ()
    anchor: Table | None = field(default=None, repr=False)
    earlier: Table | None = field(default=None, repr=False)

    @property
    def over(self) -> bool:
        """Whether the run has reached its horizon."""
        return self.game.over

    @property
    def moves(self) -> tuple[Move, ...]:
        """What people have moved since they sat down, in order: all it takes to play on."""
        return tuple(each.move for each in self.since if each.move.seat in self.seats)

    @property
    def since(self) -> tuple[Entry, ...]:
        """The moves since people sat down."""
        return self.entries[self.begun :]

    def log(self) -> bytes:
        """Return the log of the game so far."""
        return b"".join([line_of(self.header), *map(line_of, self.entries)])

    def news(self, seat: str) -> tuple[Happening, ...]:
        """Return what has happened since a seat last moved, as far as its side knows."""
        own = {self.game.world.scenario.library.agencies[seat].side, ""}
        last = max((each.n for each in self.since if each.move.seat == seat), default=0)
        return tuple(
            each.happening for each in self.story if each.n >= last and each.happening.side in own
        )

    def played(self, move: Move) -> Table:
        """Return the table after a person's move, and all that others do until one is asked.

        Raises
        ------
        RuleError
            If the move is not legal: who, what, and what would be right.
        """
        return settled(stepped(self, move), self)

    def undone(self) -> Table:
        """Return the start of this round, or of the one before; the first table stays."""
        return self.anchor or self.earlier or self


def seated_at(
    world: World,
    seed: int,
    seats: Sequence[str],
    changes: Sequence[Change] = (),
    past: Past = START,
) -> Table:
    """Return a new table, up to the first question to a person.

    Parameters
    ----------
    seats : sequence of str
        Agencies that people hold.
    changes : sequence of Change
        What was changed in the world, for the log.
    past : Past
        What is played before people sit down.

    Raises
    ------
    ScenarioError
        Where the world has no such agency.
    RuleError
        Where a move of the past is not legal where it stands.
    """
    game = new_game(world, seed, past.run)
    for seat in seats:
        world.index("agency", seat)
    table = Table(game, tuple(seats), header_of(game, changes, seats))
    while not table.over and len(table.entries) < past.length:
        table = stepped(table, past.own.get(len(table.entries) + 1) or bot_move(table.game))
    return settled(replace(table, begun=len(table.entries)), None)


def handed_over(table: Table) -> Iterator[Table]:
    """Yield a game that people leave to the strategies of their seats, after each of their moves.

    Whenever they take it up again, to take back leads to where they left it.
    """
    left = table
    while not table.over:
        table = table.played(bot_move(table.game))
        yield replace(table, anchor=left)


def stepped(table: Table, move: Move) -> Table:
    """Return a table after one move of anybody."""
    before = table.game
    after = apply(before, move)
    n = len(table.entries) + 1
    return replace(
        table,
        game=after,
        entries=(*table.entries, entry_of(n, before, move, after)),
        story=(*table.story, *(Told(n, each) for each in told(before, move, after))),
        ended=closed(table.ended, before, after),
    )


def closed(ended: Mapping[str, Game], before: Game, after: Game) -> Mapping[str, Game]:
    """Return the moments at which talks ended, with those that just did."""
    now = {
        forum: after
        for f, forum in enumerate(after.world.forums)
        if before.state.outcome[f] == UNDER_WAY != after.state.outcome[f]
    }
    return MappingProxyType({**ended, **now}) if now else ended


def settled(table: Table, before: Table | None) -> Table:
    """Let bots and chance play until a person is asked, and note the round it is."""
    while not table.over and table.game.seat not in table.seats:
        table = stepped(table, bot_move(table.game))
    game = table.game
    now = () if table.over else (game.month, game.forum, round_of(game))
    if before is None:
        return replace(table, round=now)
    start = before.anchor or before
    if now == before.round:
        return replace(table, round=now, anchor=start, earlier=None)
    return replace(table, round=now, anchor=None, earlier=start)


def round_of(game: Game) -> int:
    """Return the round of the meeting in which a seat is asked."""
    return int(game.state.round[game.world.index("forum", game.forum)])
