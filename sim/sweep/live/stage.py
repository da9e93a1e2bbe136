"""A case on stage: its world as a block of parameters, with one value that a hand moves."""

from functools import lru_cache

import numpy as np

from scenarios.ledger import Value
from scenarios.load import load
from scenarios.paths import Change
from scenarios.problems import Problem, ScenarioError
from scenarios.spoken import by_language
from scenarios.world import World
from sim.rules.block import Block, Ints, views
from sim.rules.codes import NASH
from sim.rules.params import Params
from sim.sweep.cases import Case
from sim.sweep.factors import Factor
from sim.sweep.patch import patched
from sim.sweep.scene import Scene
from sim.sweep.targets import target

KEPT = 48
"""Scenes kept in mind, 1.5 MB each: some visitors with a few cases each."""


def block_of(scenario: str, case: Case, moved: Change | None = None) -> Block:
    """Return the parameters of a case, in which one more value is set.

    Arranging takes tens of milliseconds, so all but the moved value is arranged once.

    Parameters
    ----------
    scenario : str
        Id of a shipped scenario.
    moved : Change, optional
        Outdoes a change of the case on the same path; where the case lacks the path, nothing is
        moved.

    Raises
    ------
    ScenarioError
        Where a change cannot be made.
    """
    if moved is None:
        return scene_of(scenario, case, None).world.block
    others = tuple(change for change in case.changes if change.path != moved.path)
    scene = scene_of(scenario, Case(case.name, case.forum, others), moved.path)
    if not scene.varied:
        return scene.world.block
    number = number_of(scene, moved)
    numbers, (forbidden,) = scene.patch.numbers(np.array([[number]]))
    if forbidden:
        raise ScenarioError([Problem("--set", moved.path, str(moved.value), forbidden)])
    return patched(scene.world.block, scene.patch.places, scene.patch.whole, numbers[0])


@lru_cache(KEPT)
def scene_of(scenario: str, case: Case, path: str | None) -> Scene:
    """Return a case with a factor for the path, if it has that path."""
    bare = bare_scene(scenario, case)
    if path is None or path not in bare.ledger:
        return bare
    allowed = bare.ledger[path].allowed
    if allowed.words:
        return with_factor(bare, Factor(path, words=allowed.words))
    return with_factor(bare, Factor(path, allowed.low, allowed.high, allowed.whole))


@by_language(KEPT)
def bare_scene(scenario: str, case: Case) -> Scene:
    """Return a case in which nothing moves."""
    return Scene(load(scenario), case, ())


def with_factor(bare: Scene, factor: Factor) -> Scene:
    """Return a scene in which one more factor moves; what it leaves alone is not arranged again."""
    scene = Scene(bare.scenario, bare.case, (factor,))
    if not factor.seating:
        for part in ("cast", "entries", "ledger", "held", "world"):
            scene.__dict__[part] = getattr(bare, part)
    return scene


def number_of(scene: Scene, moved: Change) -> float:
    """Return the number of a factor that stands for a value: of words, their index.

    Raises
    ------
    ScenarioError
        Where the path does not admit the value.
    """
    allowed = scene.ledger[moved.path].allowed
    if not allowed.admits(moved.value):
        raise ScenarioError([Problem("--set", moved.path, str(moved.value), str(allowed))])
    words = scene.factors[0].words
    if words and isinstance(moved.value, str):
        return float(words.index(moved.value))
    return float(moved.value)


def target_of(block: Block) -> Ints:
    """Return the Nash point of every forum where a seat may know it, else all 0; shape (F, I)."""
    params = views(Params, block)
    if (params.strategy[: params.n_agencies] == NASH).any():
        return target(params)
    return np.zeros((params.n_forums, params.n_items), dtype=np.int64)


def world_of(scenario: str, case: Case) -> World:
    """Return the world of a case, for its words and figures."""
    return bare_scene(scenario, case).world


@lru_cache(4 * KEPT)
def fitting(scenario: str, case: Case, wanted: tuple[Change, ...]) -> tuple[Case, tuple[str, ...]]:
    """Return a case with those of the changes that can be made in it, and why others cannot."""
    try:
        world_of(scenario, with_changes(case, wanted))
    except ScenarioError:
        reasons = []
        for change in wanted:
            try:
                world_of(scenario, with_changes(case, (change,)))
                case = with_changes(case, (change,))
            except ScenarioError as error:
                reasons.append(str(error))
        return case, tuple(reasons)
    return with_changes(case, wanted), ()


def with_changes(case: Case, changes: tuple[Change, ...]) -> Case:
    """Return a case with changes that outdo its own."""
    values: dict[str, Value] = {each.path: each.value for each in (*case.changes, *changes)}
    return Case(case.name, case.forum, tuple(Change(path, v) for path, v in values.items()))
