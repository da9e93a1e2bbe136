"""A world's forum as an additive domain, with the numbers the rules themselves use.

The parties are the forum's principals, for only they can object to a text; the issues are its
items, each with five levels. Worths, weights and walk-aways are read from a state that the rules
have valued, so that a text's value has the very bits of ``sim.rules.value.text_value``. A level
across a principal's own red line is forbidden, and so is any commitment on an item that the
forum cannot take up, because some side's authority is not heard there.
"""

import numpy as np

from scenarios.world import World
from sim.play.game import new_game
from sim.rules.seats import seated
from sim.rules.sizes import LEVELS
from sim.rules.state import State
from sim.solve.domain import Domain
from sim.solve.stances import Stances


def of_world(world: World, f: int, state: State | None = None) -> Domain:
    """Return the ``f``-th forum of a world as a domain.

    Parameters
    ----------
    state : State, optional
        The moment to solve, such as the end of a run; by default the start of a run, before
        anything has happened.
    """
    params = world.params
    moment = new_game(world).state if state is None else state
    seats = [a for a in range(params.n_agencies) if seated(moment, f, a)]
    items = [i for i in range(params.n_items) if params.agenda[f, i]]
    levels = tuple(str(level) for level in range(LEVELS))
    return Domain(
        name=f"{world.scenario.id}, {world.forums[f]}",
        issues=tuple(world.items[i] for i in items),
        values=(levels,) * len(items),
        parties=tuple(world.agencies[a] for a in seats),
        worth=tuple(
            moment.weight[f, seats, i][:, np.newaxis] * moment.worth[seats, i] for i in items
        ),
        base=np.zeros(len(seats)),
        walk_away=moment.walk_away[f, seats].copy(),
        forbidden=tuple(barred(world, f, moment, seats, i) for i in items),
        stances=Stances(
            position=params.position[np.ix_(seats, items)].copy(),
            salience=params.salience[np.ix_(seats, items)].copy(),
            capability=params.capability[seats].copy(),
            scale=(np.arange(LEVELS, dtype=np.float64),) * len(items),
        ),
    )


def barred(world: World, f: int, state: State, seats: list[int], i: int) -> np.ndarray:
    """Return, by seat and level, 1 where a level of an item cannot be part of a text."""
    lines = world.params.red_line[seats, i]
    levels = np.arange(LEVELS)
    crossed = (lines[:, np.newaxis] >> levels) & 1
    return crossed if state.admitted[f, i] else crossed | (levels > 0)


def text_of(world: World, f: int, levels: np.ndarray) -> tuple[int, ...]:
    """Return levels, one for every item of a world, as a text of a forum's domain."""
    agenda = np.flatnonzero(world.params.agenda[f, : world.params.n_items])
    return tuple(int(levels[i]) for i in agenda)
