"""A table's round of play as the debrief takes it: where its talks ended, and who sat there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from agents.bots import played_out
from agents.table import Table, closed
from scenarios.world import World
from sim.play.game import Game
from sim.play.log import Entry, Header
from sim.rules.block import Block, views
from sim.rules.codes import OUTCOMES, PRINCIPAL
from sim.rules.state import State

HUMAN = "human"


@dataclass(frozen=True, eq=False)
class Played:
    """One round of one table.

    Parameters
    ----------
    table, round : int
        Numbers from 1.
    game : Game
        The moment at which its people's talks had all ended.
    ended : mapping of forum id to Game
        The moment at which each forum's talks ended.
    people : mapping of seat to tuple of str
        Who sat there, by id; seats that AI held from first to last have nobody.
    share : mapping of seat to float
        The share of a seat's decisions that people took, 0..1.
    decisions, moved : int
        Decisions of all seats; those of them that people took.
    rewound : int
        How often the table was taken back.
    header, entries : Header, tuple of Entry
        The log so far; its entries may lack their digests.
    """

    table: int
    round: int
    game: Game
    ended: Mapping[str, Game]
    people: Mapping[str, tuple[str, ...]]
    share: Mapping[str, float]
    decisions: int = 0
    moved: int = 0
    rewound: int = 0
    header: Header | None = None
    entries: tuple[Entry, ...] = ()

    @property
    def world(self) -> World:
        """The world the table played in."""
        return self.game.world

    @property
    def class_seed(self) -> int:
        """The seed of the class, which plays round k under the k-th seed after it."""
        return self.game.seed - self.round

    @property
    def configuration(self) -> str:
        """The forum, or set of forums."""
        return self.world.configuration

    @property
    def forums(self) -> tuple[str, ...]:
        """The forums at which its people sat."""
        params = self.world.params
        own = [self.world.index("agency", seat) for seat in self.share]
        return tuple(
            forum
            for f, forum in enumerate(self.world.forums)
            if any(params.role0[f, a] >= PRINCIPAL for a in own)
        )

    @cached_property
    def whole(self) -> Whole:
        """Return the run to its horizon: the months after, every seat by its strategy."""
        ended, before = dict(self.ended), self.game
        for _, after in played_out(self.game):
            ended = dict(closed(ended, before, after)) | dict(self.ended)
            before = after
        return Whole(before, {forum: ended.get(forum, before) for forum in self.world.forums})

    def moment(self, forum: str) -> Game:
        """Return the moment at which a forum's talks ended, or else the end of the run."""
        return self.ended[forum] if forum in self.ended else self.whole.ended[forum]

    def outcome(self, forum: str) -> str:
        """Return what a forum's talks came to, as a word of ``sim.rules.codes.OUTCOMES``."""
        f = self.world.index("forum", forum)
        return OUTCOMES[int(self.moment(forum).state.outcome[f])]


@dataclass(frozen=True, eq=False)
class Whole:
    """A run to its end.

    Parameters
    ----------
    over : Game
        The end of it.
    ended : mapping of forum id to Game
        The moment at which each forum's talks ended, or the end of the run.
    """

    over: Game
    ended: Mapping[str, Game]


Part = tuple[int, int, Block]
"""Seed, run and state of a game."""
Parcel = tuple[tuple[int, int], Part, dict[str, Part], tuple[Any, ...], tuple[Any, ...]]


def packed(each: Played) -> Parcel:
    """Return a round of play as it travels to another process: without its world.

    What was worked out of the months after travels too.
    """
    games = {forum: parts(game) for forum, game in each.ended.items()}
    counts = (each.decisions, each.moved, each.rewound)
    rest = (dict(each.people), dict(each.share), *counts, each.header, each.entries)
    whole: tuple[Any, ...] = ()
    if "whole" in vars(each):
        later = each.whole.ended.items()
        ends = {forum: parts(game) for forum, game in later if forum not in games}
        whole = (parts(each.whole.over), ends)
    return (each.table, each.round), parts(each.game), games, rest, whole


def unpacked(world: World, parcel: Parcel) -> Played:
    """Return a round of play that has travelled."""
    numbers, game, games, rest, whole = parcel
    ended = {forum: made(world, part) for forum, part in games.items()}
    each = Played(*numbers, made(world, game), ended, *rest)
    if whole:
        ends = {forum: made(world, part) for forum, part in whole[1].items()}
        each.__dict__["whole"] = Whole(made(world, whole[0]), {**ends, **ended})
    return each


def parts(game: Game) -> Part:
    """Return what makes up a game besides its world."""
    return game.seed, game.run, game.block


def made(world: World, part: Part) -> Game:
    """Return a game from its parts."""
    seed, run, block = part
    return Game(world, seed, run, block, views(State, block))


def played(
    number: int,
    round: int,
    table: Table,
    people: Mapping[str, tuple[str, ...]] | None = None,
    by: Mapping[str, tuple[str, ...]] | None = None,
    rewound: int = 0,
) -> Played:
    """Return a table's round of play.

    Parameters
    ----------
    number, round : int
        Numbers of the table and of the round, from 1.
    table : agents.table.Table
        Its game, once the talks of its people have ended.
    people : mapping of seat to tuple of str, optional
        Who sat where; by default nobody is known by name.
    by : mapping of seat to tuple of str, optional
        For each decision of a seat who took it: ``"human"``, ``"ai"`` or ``"default"``; by
        default people took all decisions of the table's seats.
    """
    if by is None:
        seats = [each.move.seat for each in table.entries if each.move.seat in table.seats]
        by = {seat: (HUMAN,) * seats.count(seat) for seat in table.seats}
    counts = {seat: sum(each == HUMAN for each in takers) for seat, takers in by.items()}
    return Played(
        table=number,
        round=round,
        game=table.game,
        ended=dict(table.ended),
        people=dict(people or {}),
        share={seat: counts[seat] / max(1, len(takers)) for seat, takers in by.items()},
        decisions=sum(map(len, by.values())),
        moved=sum(counts.values()),
        rewound=rewound,
        header=table.header,
        entries=table.entries,
    )
