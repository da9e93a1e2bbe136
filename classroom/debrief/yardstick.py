"""What all tables of a forum are measured by: one moment's values, and the exact frontier.

Every seat's points move a little with events and with what was settled before, so tables that
closed in different months would each have a frontier of their own, and no picture could hold
them. All tables of a round are therefore valued as the seats stood when the middle one of them
closed. Those who closed then see the very points they had on their screens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from classroom.debrief.played import Played
from scenarios.world import World
from sim.play.game import Game
from sim.rules.block import Floats, Ints
from sim.rules.codes import NONE
from sim.solve.change import Change, smallest_change
from sim.solve.debrief import room
from sim.solve.domain import Domain
from sim.solve.gift import smallest_gift
from sim.solve.of_world import of_world, text_of
from sim.solve.solution import Solution, solved

POINTS = 100.0
"""Points in a value of 1, as the briefs count them."""


@dataclass(frozen=True, eq=False)
class Yardstick:
    """The values of one forum's seats at one moment.

    Parameters
    ----------
    forum : str
    moment : Game
        The moment whose values count.
    month : int
        Its month.
    table : int
        The table whose talks ended then.
    """

    forum: str
    moment: Game
    month: int
    table: int

    @property
    def world(self) -> World:
        """The world of the moment."""
        return self.moment.world

    @property
    def f(self) -> int:
        """Index of the forum in its world."""
        return self.world.index("forum", self.forum)

    @cached_property
    def domain(self) -> Domain:
        """Return the forum as a domain: its principals, its items, and what they are worth."""
        return of_world(self.world, self.f, self.moment.state)

    @cached_property
    def solution(self) -> Solution:
        """Return the exact frontier and the solution points."""
        return solved(self.domain)

    @property
    def seats(self) -> tuple[str, ...]:
        """The seats that are valued."""
        return self.domain.parties

    def text(self, levels: Ints) -> tuple[int, ...]:
        """Return levels of all the world's items as a text of the forum."""
        return text_of(self.world, self.f, levels)

    def values(self, outcome: int, levels: Ints) -> Floats:
        """Return what an outcome is worth to each seat: its text's value, or that of no deal."""
        return self.domain.walk_away if outcome == NONE else self.domain.value(self.text(levels))

    def left(self, text: tuple[int, ...]) -> float | None:
        """Return the most the sum of values could rise with nobody losing."""
        where = self.solution.distances(text)
        return None if where is None else where.left

    def rooms(self, values: Floats) -> tuple[float, ...]:
        """Return for each seat the most it could have gained with nobody losing."""
        return tuple(room(self.solution, values, seat) for seat in range(len(self.seats)))

    def gift(self, text: tuple[int, ...]) -> Change | None:
        """Return the smallest change by which nobody loses and somebody gains."""
        return smallest_gift(self.domain, text)

    def change(self, text: tuple[int, ...]) -> Change | None:
        """Return the smallest change to a text that all would have accepted."""
        return smallest_change(self.domain, text)

    @cached_property
    def best(self) -> Floats:
        """Return the most that each seat could have among texts acceptable to all."""
        edge = self.solution.edge
        if edge is None or not len(edge):
            return self.domain.walk_away
        able = np.all(edge.values >= self.domain.walk_away - edge.grain / 2.0, axis=1)
        return edge.values[able].max(axis=0) if able.any() else self.domain.walk_away


def yardstick(plays: Sequence[Played], forum: str) -> Yardstick:
    """Return the yardstick of some tables that played the same configuration.

    Parameters
    ----------
    plays : sequence of Played
        At least one.
    """
    moments = sorted(
        ((each.moment(forum), each.table) for each in plays),
        key=lambda pair: (pair[0].month, pair[1]),
    )
    moment, table = moments[(len(moments) - 1) // 2]
    return Yardstick(forum, moment, moment.month, table)
