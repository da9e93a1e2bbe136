"""A game: a world and the state its moves have led to."""

import hashlib
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from scenarios.world import World
from sim.play.memory import arrays, numbers, used_bytes
from sim.play.moves import CHANCE_SEAT
from sim.rules.block import Block, empty_block
from sim.rules.codes import ASKS, CHANCE, NASH, OVER
from sim.rules.month import begin
from sim.rules.nash import nash_text
from sim.rules.state import State


@dataclass(frozen=True, eq=False)
class Game:
    """One moment of a run. Nothing in it changes: ``apply`` returns the next.

    Parameters
    ----------
    world : World
        What the run is about.
    seed : int
        63 bits; addresses chance and the dice of seats that roll any.
    run : int
        32 bits; which run of the seed.
    block : array, shape (1,)
        The memory of the state; never written once the game is made.
    state : State
        The state variables, as views on the block.
    """

    world: World
    seed: int
    run: int
    block: Block
    state: State
    remembered: dict[Hashable, Any] = field(default_factory=dict, repr=False)
    """What has been worked out about this moment, so that it is worked out once."""

    @property
    def month(self) -> int:
        """The month being played; 0 before the first."""
        return int(self.state.month[0])

    @property
    def over(self) -> bool:
        """Whether the run has reached its horizon."""
        return bool(self.state.ask[0] == OVER)

    @property
    def ask(self) -> str:
        """What the house is asking, as a word of ``sim.rules.codes.ASKS``."""
        return ASKS[self.state.ask[0]]

    @property
    def seat(self) -> str:
        """Whose move it is: an agency's id, ``"chance"``, or empty when the run is over."""
        if self.over:
            return ""
        if self.state.ask[0] == CHANCE:
            return CHANCE_SEAT
        return self.world.agencies[int(self.state.ask_agency[0])]

    @property
    def forum(self) -> str:
        """The forum in which a seat is asked; empty between meetings."""
        index = int(self.state.ask_forum[0])
        return self.world.forums[index] if index >= 0 else ""

    @cached_property
    def numbers(self) -> State:
        """The state as the rules read it: the same memory, as Python's own numbers."""
        return numbers(self.state)

    @cached_property
    def digest(self) -> str:
        """Twelve hex digits of the state, whatever the unused room of its arrays."""
        params = self.world.params
        room = (
            ("F", params.n_forums),
            ("S", params.n_sides),
            ("A", params.n_agencies),
            ("I", params.n_items),
            ("E", params.n_events),
            ("K", params.n_pressures),
        )
        return hashlib.sha256(used_bytes(self.block, room)).hexdigest()[:12]


def new_game(world: World, seed: int = 1, run: int = 0) -> Game:
    """Return the start of a run, before month 1.

    Raises
    ------
    ValueError
        If the seed is not within 0..2**63-1, or the run not within 0..2**32-1.
    """
    if not 0 <= seed < 2**63:
        raise ValueError(f"seed {seed} is not within 0..{2**63 - 1}")
    if not 0 <= run < 2**32:
        raise ValueError(f"run {run} is not within 0..{2**32 - 1}")
    block = empty_block(State)
    state = arrays(State, block)
    begin(world.params, state)
    tell_nash(world, state)
    return Game(world, seed, run, block, state)


def tell_nash(world: World, state: State) -> None:
    """Give the exact-Nash baseline its target, in worlds where it holds a seat."""
    if NASH in world.params.strategy[: world.params.n_agencies]:
        for forum in range(world.params.n_forums):
            state.target[forum] = nash_text(world.params, state, forum)
