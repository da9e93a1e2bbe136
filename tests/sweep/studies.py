"""Small studies for the tests of sweeps, and the parameters that their rows stand for."""

from functools import cache

import numpy as np

from scenarios.arrange import arrange
from sim.rules.block import Block
from sim.sweep.entry import study_of
from sim.sweep.patch import patched
from sim.sweep.scene import Scene
from sim.sweep.study import Study

SHORT = ("horizon=6",)
"""What keeps a run short where it matters that it is played, not what comes of it."""


@cache
def study(
    scenario="economic-2-plus-2", runs=32, design="sobol", vary=("all-assumed",), **more
) -> Study:
    more = {"changes": SHORT} | more
    return study_of(scenario, runs, design, vary, **more)


def own_parameters(scene: Scene, values: np.ndarray) -> Block:
    """Return what the sweep gives a row."""
    numbers, reasons = scene.patch.numbers(values[np.newaxis])
    assert reasons == [""]
    return patched(scene.world.block, scene.patch.places, scene.patch.whole, numbers[0])


def arranged_parameters(scene: Scene, values: np.ndarray) -> Block:
    """Return what ``arrange`` makes of the same changes."""
    return arrange(scene.scenario, scene.case.forum, scene.changes(values)).block


def apart(ours: Block, theirs: Block) -> list[str]:
    return [name for name in ours.dtype.names if ours[name].tobytes() != theirs[name].tobytes()]
