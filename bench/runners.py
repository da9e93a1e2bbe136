"""The two ways to play many runs that the benchmark sets side by side."""

from collections.abc import Iterable
from typing import Any

import mesa
import numpy as np

from scenarios.world import World
from sim.model import ForumModel
from sim.rules.block import Floats
from sim.rules.measure import METRICS
from sim.sweep.batch import run_many

try:
    from mesa.batchrunner import batch_run
except ImportError:  # Mesa 4 has none
    batch_run = None


def mesa_way() -> str:
    """Return what plays the Mesa model here."""
    how = "batch_run" if batch_run else "a plain loop, for want of batch_run"
    return f"Mesa {mesa.__version__}, {how}"


def mesa_metrics(world: World, seed: int, runs: Iterable[int]) -> Floats:
    """Return the metrics of some runs of the Mesa model, shape (n, F, M).

    The model collects its data at the end only, so that both ways do the same work.
    """
    names = [f"{metric}.{forum}" for forum in world.forums for metric in METRICS]
    given: dict[str, Any] = {
        "scenario_id": world.scenario.id,
        "configuration": world.configuration,
        "monthly": False,
    }
    if batch_run is None:
        rows = [finals(ForumModel(**given, run=run, rng=seed)) for run in runs]
    else:
        grid = {**given, "run": list(runs)}
        steps = world.params.horizon
        found = batch_run(ForumModel, grid, max_steps=steps, display_progress=False, rng=seed)
        rows = list({row["RunId"]: row for row in found}.values())  # it has one row an agency
    values = [[row[name] for name in names] for row in rows]
    return np.array(values).reshape(len(rows), len(world.forums), len(METRICS))


def mesa_in_processes(world: World, seed: int, runs: Iterable[int], processes: int) -> None:
    """Play some runs of the Mesa model in processes, as ``batch_run`` itself offers it."""
    grid = {
        "scenario_id": world.scenario.id,
        "configuration": world.configuration,
        "monthly": False,
        "run": list(runs),
    }
    batch_run(
        ForumModel,
        grid,
        number_processes=processes,
        max_steps=world.params.horizon,
        display_progress=False,
        rng=seed,
    )


def finals(model: ForumModel) -> dict[str, float]:
    """Return what a model reports at the end of its run."""
    model.run_model()
    return {name: values[-1] for name, values in model.datacollector.model_vars.items()}


def rules_metrics(world: World, seed: int, runs: range, plain: bool = False) -> Floats:
    """Return the metrics of some runs of the rules by themselves, compiled unless ``plain``."""
    return run_many(world, seed, len(runs), runs.start, plain=plain).metrics
