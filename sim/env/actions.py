"""The moves of a world as numbers: a fixed list, and which of them are legal now."""

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from scenarios.world import World
from sim.play.legal import Choices
from sim.play.moves import Move

PLAIN = ("pass", "close", "recess", "consent")
"""Moves that name nothing."""
NAMING = ("object", "appeal")
"""Moves that name an item."""
ASKING = ("amend", "chair text")
"""Moves that ask for levels."""
MOST_LINKED = 2
"""Most items that one of the listed amendments links; rarer longer packages are left out."""
REASON = "own reason"

Levels = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Action:
    """One move of the list, whoever makes it."""

    kind: str
    item: str = ""
    levels: Levels = ()

    def move(self, seat: str) -> Move:
        """Return it as the move of a seat."""
        reason = REASON if self.kind == "object" else ""
        return Move(seat, self.kind, self.levels, self.item, reason)


@dataclass(frozen=True)
class Actions:
    """All moves there are in a world, by number.

    Parameters
    ----------
    items : tuple of str
        Ids of the items.

    Examples
    --------
    >>> few = Actions(("I01", "I02"))
    >>> len(few), few.every[0].kind, few.every[-1].levels
    (56, 'pass', (('I01', 4), ('I02', 4)))
    """

    items: tuple[str, ...]

    @classmethod
    def of(cls, world: World) -> "Actions":
        """Return the moves of a world."""
        return cls(world.items)

    @cached_property
    def every(self) -> tuple[Action, ...]:
        """Every move, in the order of their numbers."""
        plain = [Action(kind) for kind in PLAIN]
        naming = [Action(kind, item) for kind in NAMING for item in self.items]
        asking = [Action(kind, "", levels) for kind in ASKING for levels in self.packages]
        return (*plain, *naming, *asking)

    @cached_property
    def packages(self) -> tuple[Levels, ...]:
        """Every single level and every pair of levels of two items, L1 to L4."""
        return tuple(
            tuple(zip(chosen, levels, strict=True))
            for count in range(1, MOST_LINKED + 1)
            for chosen in combinations(self.items, count)
            for levels in product(range(1, 5), repeat=count)
        )

    def __len__(self) -> int:
        """Return how many there are."""
        return len(PLAIN) + len(NAMING) * len(self.items) + len(ASKING) * len(self.packages)

    def mask(self, choices: Choices) -> NDArray[np.int8]:
        """Return 1 for every move that is legal now, shape (len(self),)."""
        gains = dict(choices.gains)
        legal = [
            *(kind in choices.kinds for kind in PLAIN),
            *("object" in choices.kinds and item in choices.items for item in self.items),
            *(item in choices.appeals for item in self.items),
        ]
        bearable = [
            all(pair in gains for pair in levels)
            and sum(gains[pair] for pair in levels) >= choices.worst
            for levels in self.packages
        ]
        for kind in ASKING:
            most = choices.link_limit if kind == "amend" else len(self.items)
            able = kind in choices.kinds
            legal += [
                able and fits and len(levels) <= most
                for levels, fits in zip(self.packages, bearable, strict=True)
            ]
        return np.array(legal, dtype=np.int8)
