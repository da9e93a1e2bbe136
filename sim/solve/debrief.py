"""A deal looked back on: where it lies on the exact frontier, and what became of it.

Values are those of the moment at which the talks ended. Where they ended without a statement,
everybody is left with what no deal is worth.
"""

from dataclasses import dataclass

import numpy as np

from scenarios.world import World
from sim.play.game import Game
from sim.rules.block import Floats, Ints
from sim.rules.codes import NONE, OUTCOMES
from sim.rules.learn import delivered_share
from sim.rules.seats import takes_part
from sim.solve.change import Change, smallest_change
from sim.solve.distances import Distances
from sim.solve.gift import smallest_gift
from sim.solve.of_world import of_world, text_of
from sim.solve.solution import Solution, solved


@dataclass(frozen=True)
class Hands:
    """An agency with authority over a statement's items: which it carries out, which it drags."""

    agency: str
    side: str
    delivers: tuple[str, ...]
    drags: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Debrief:
    """What one seat can learn from its game.

    Parameters
    ----------
    seat : int
        Its index among the parties of the domain.
    outcome : str
        One of ``sim.rules.codes.OUTCOMES``.
    text : tuple of int
        The levels adopted; where nothing was, those agreed when the talks ended.
    values : array, shape (parties,)
        What the outcome was worth to each.
    where : Distances, optional
        Where the text lies; nothing where the frontier is too large to build, or no deal was made.
    room : float
        The most the seat could have gained on the outcome with nobody losing.
    change : Change, optional
        The smallest change to the text that all would have accepted; nothing where none would do.
    gift : Change, optional
        The smallest change by which nobody would have lost and somebody gained.
    hands : tuple of Hands
    delivered : mapping of side to float
        Share of the statement carried out by the end of the run, 0..1.
    """

    solution: Solution
    seat: int
    outcome: str
    closed: int
    text: tuple[int, ...]
    values: Floats
    where: Distances | None
    room: float
    change: Change | None
    gift: Change | None
    hands: tuple[Hands, ...]
    delivered: dict[str, float]


def debrief(ended: Game, over: Game, f: int, seat: str) -> Debrief | None:
    """Return what a seat can learn from its game at the ``f``-th forum.

    Parameters
    ----------
    ended, over : Game
        The moment at which the talks ended, and the end of the run.

    Returns
    -------
    Debrief or None
        Nothing where the seat was not at the table when the talks ended.
    """
    world, state = ended.world, ended.state
    domain = of_world(world, f, state)
    if seat not in domain.parties:
        return None
    solution = solved(domain)
    outcome = int(state.outcome[f])
    failed = outcome == NONE
    text = text_of(world, f, state.text[f] * state.clean[f] if failed else state.statement[f])
    values = domain.walk_away if failed else domain.value(text)
    mine = domain.parties.index(seat)
    return Debrief(
        solution=solution,
        seat=mine,
        outcome=OUTCOMES[outcome],
        closed=int(state.closed[f]),
        text=text,
        values=values,
        where=None if failed else solution.distances(text),
        room=room(solution, values, mine),
        change=smallest_change(domain, text),
        gift=None if failed else smallest_gift(domain, text),
        hands=() if failed else hands(over, f),
        delivered={} if failed else shares(over, f),
    )


def room(solution: Solution, values: Floats, seat: int) -> float:
    """Return the most a party could gain on some values with nobody losing."""
    edge = solution.edge
    if edge is None or len(edge) == 0:
        return 0.0
    gains = edge.values - values
    fair = np.all(gains >= -edge.grain / 2.0, axis=1)
    return float(gains[fair, seat].max(initial=0.0))


def hands(game: Game, f: int) -> tuple[Hands, ...]:
    """Return what each agency with authority over a statement's items does about them."""
    world, state, params = game.world, game.state, game.world.params
    found = []
    for a, agency in enumerate(world.agencies):
        held = [
            i
            for i in range(params.n_items)
            if state.statement[f, i] > 0 and params.authority[a, i] > 0
        ]
        works = tuple(world.items[i] for i in held if state.effort[f, a, i])
        rests = tuple(world.items[i] for i in held if not state.effort[f, a, i])
        if held:
            found.append(Hands(agency, world.sides[params.side[a]], works, rests))
    return tuple(found)


def shares(game: Game, f: int) -> dict[str, float]:
    """Return the share of a statement that each side at the forum has carried out, 0..1."""
    world, state, params = game.world, game.state, game.world.params
    return {
        side: float(delivered_share(params, state, f, s))
        for s, side in enumerate(world.sides)
        if takes_part(params, state, f, s)
    }


@dataclass(frozen=True, eq=False)
class Cloud:
    """What an AI made of the same seat, run by run, measured as the deal is."""

    values: Floats
    """Shape (runs, parties)."""
    text: Ints
    """Shape (runs, issues)."""
    closed: Ints
    outcome: tuple[str, ...]


def cloud(world: World, found: Debrief, f: int, outcome: Ints, closed: Ints, made: Ints) -> Cloud:
    """Return what runs with AI in every seat came to, in the values of a debrief.

    Parameters
    ----------
    outcome, closed : array, shape (runs,)
        Codes of outcomes, and the months in which they came.
    made : array, shape (runs, items)
        Levels of the statements, by item of the world.
    """
    domain = found.solution.domain
    texts = [text_of(world, f, each) for each in made]
    values = [
        domain.walk_away if code == NONE else domain.value(text)
        for code, text in zip(outcome, texts, strict=True)
    ]
    return Cloud(
        values=np.array(values).reshape(len(texts), len(domain.parties)),
        text=np.array(texts, dtype=np.int64).reshape(len(texts), len(domain.issues)),
        closed=closed,
        outcome=tuple(OUTCOMES[int(code)] for code in outcome),
    )
