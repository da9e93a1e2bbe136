"""The same runs by every engine, and where the states they end in differ."""

from collections import deque
from collections.abc import Callable, Iterable
from typing import NamedTuple

from agents.bots import played_out
from scenarios.world import World
from sim.model import ForumModel, world_of
from sim.play.game import Game, new_game
from sim.rules.block import Block, fields
from sim.rules.state import State
from sim.sweep.batch import run_many


class Case(NamedTuple):
    """A world, by what it is made from."""

    scenario_id: str
    configuration: str | None = None
    changes: tuple[str, ...] = ()

    @property
    def world(self) -> World:
        return world_of(*self)


def compiled(case: Case, seed: int, runs: range) -> list[Block]:
    states = run_many(case.world, seed, len(runs), runs.start, keep=True).states
    return [states[n : n + 1] for n in range(len(runs))]


def plain(case: Case, seed: int, runs: range) -> list[Block]:
    states = run_many(case.world, seed, len(runs), runs.start, keep=True, plain=True).states
    return [states[n : n + 1] for n in range(len(runs))]


def mesa(case: Case, seed: int, runs: range) -> list[Block]:
    models = [ForumModel(*case, run=run, monthly=False, rng=seed) for run in runs]
    for model in models:
        model.run_model()
    return [model.block for model in models]


def game(case: Case, seed: int, runs: range) -> list[Block]:
    starts = [new_game(case.world, seed, run) for run in runs]
    return [last(after for _, after in played_out(start)).block for start in starts]


def last(games: Iterable[Game]) -> Game:
    return deque(games, maxlen=1).pop()


ENGINES: dict[str, Callable[[Case, int, range], list[Block]]] = {
    "plain": plain,
    "mesa": mesa,
    "game": game,
}
"""What is held against the compiled rules."""


def differences(ours: Block, theirs: Block) -> list[str]:
    """Return the state variables of which a single bit differs."""
    return [
        field.name
        for field in fields(State)
        if ours[field.name].tobytes() != theirs[field.name].tobytes()
    ]


def breaches(case: Case, seed: int, runs: range, *engines: str) -> list[str]:
    """Return every way in which an engine's runs end in another state than the compiled ones."""
    ours = compiled(case, seed, runs)
    return [
        f"{engine}, run {run}: {', '.join(names)}"
        for engine in engines or ENGINES
        for run, mine, yours in zip(runs, ours, ENGINES[engine](case, seed, runs), strict=True)
        if (names := differences(mine, yours))
    ]
