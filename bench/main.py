"""``communique bench``: the compiled rules beside Mesa's batch_run, on the same model."""

import json
import sys
import time
from functools import partial
from typing import Any

from agents.bots import played_out
from bench.contest import laps
from bench.report import show
from bench.result import Result
from bench.runners import mesa_metrics, mesa_way, rules_metrics
from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.world import World
from sim.play.game import new_game
from sim.rules.compiled import can_compile, compiled_rules
from sim.sweep.run import play_many

MESA_RUNS = 2
"""Runs of the Mesa model in a lap: about a second."""
RULES_RUNS = 500
"""Runs of the compiled rules in a lap."""


def main(
    scenario: str = "economic-2-plus-2",
    seed: int = 1,
    seconds: float = 20.0,
    as_json: bool = False,
) -> int:
    """Measure, print, and return the exit code: 0 if both ways came to the same outcomes.

    Parameters
    ----------
    scenario : str
        Id of a scenario.
    seconds : float
        Time on the clock for the two side by side; compiling comes on top.
    as_json : bool
        Whether to print one JSON object in place of the tables.

    Raises
    ------
    ScenarioError
        Where there is no such scenario.
    """
    world = arrange(load(scenario))
    if not as_json:
        print("Measuring; the rules are compiled first where need be.", file=sys.stderr)
    result = measured(world, seed, seconds)
    if as_json:
        print(json.dumps(result.as_json(), indent=2))
    else:
        show(result)
    return 1 if result.differences else 0


def measured(world: World, seed: int, seconds: float) -> Result:
    """Return the figures, after so many seconds of laps."""
    start = time.perf_counter()
    rules_metrics(world, seed, range(1))
    ready = time.perf_counter() - start
    mesa_metrics(world, seed, [0])  # imports and caches are warm for both
    slow, fast = partial(mesa_metrics, world, seed), partial(rules_metrics, world, seed)
    return Result(
        scenario=world.scenario.id,
        seed=seed,
        mesa=mesa_way(),
        compiled=can_compile(),
        compile_seconds=ready if can_compile() else 0.0,
        from_cache=was_cached(),
        laps=tuple(laps(slow, fast, MESA_RUNS, RULES_RUNS, seconds)),
        months_ms=months(world, seed),
    )


def was_cached() -> bool:
    """Say whether the compiled rules came from an earlier process."""
    if not can_compile():
        return False
    compiled: Any = compiled_rules()[play_many]
    return bool(compiled.stats.cache_hits)


def months(world: World, seed: int) -> dict[str, float]:
    """Return the CPU time a month takes in plain Python, milliseconds, by way of playing one."""
    horizon = world.params.horizon
    start = time.process_time()
    rules_metrics(world, seed, range(2), plain=True)
    rules = time.process_time() - start
    start = time.process_time()
    for _ in played_out(new_game(world, seed)):
        pass
    game = time.process_time() - start
    return {
        "the rules, in plain Python": rules / (2 * horizon) * 1000,
        "a game between bots": game / horizon * 1000,
    }
