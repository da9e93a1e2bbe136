"""An AI in a person's seat: the same world, played by strategies alone, many times over."""

from collections.abc import Iterator

from scenarios.world import World
from sim.rules.compiled import cache_folder, can_compile, compiled_rules
from sim.sweep.batch import Batch, run_many
from sim.sweep.kept import kept
from sim.sweep.run import play_many

RUNS = 200
AT_ONCE = 25
"""Runs between two words on how far it has come."""
PLAIN_RUNS = 24
"""Where the rules have yet to be compiled, which takes a minute or more: fewer runs, sooner."""


def stand_ins(world: World, seed: int, most: int = RUNS) -> Iterator[tuple[int, int, Batch]]:
    """Yield batches of runs 1, 2, ... of a seed, each with how many are done, and of how many.

    Run 0 of the seed is the one that people played.

    Parameters
    ----------
    most : int
        How many runs with compiled rules; with plain ones no more than ``PLAIN_RUNS``.

    Examples
    --------
    >>> from scenarios.arrange import arrange
    >>> from scenarios.load import load
    >>> world = arrange(load("economic-2-plus-2"))
    >>> [(done, total) for done, total, _ in stand_ins(world, 1, 0)]
    []
    """
    compiled = at_hand()
    total = most if compiled else min(most, PLAIN_RUNS)
    step = AT_ONCE if compiled else 1
    for first in range(0, total, step):
        count = min(step, total - first)
        made = run_many(world, seed, count, first + 1, plain=not compiled)
        yield first + count, total, made


def at_hand() -> bool:
    """Say whether the rules were compiled before, so that they need no minute now."""
    if not can_compile() or not any(cache_folder().rglob("run.play_many*.nbc")):
        return False  # without reading numba, which takes a second
    return kept(compiled_rules()[play_many])
