"""Runs played month by month with a metric kept of each month, for charts of how a run goes.

This is no rule: it plays the same rules as ``sim.sweep.run`` in the same order, and looks at them
more often. It is compiled as the rules are, from their compiled copies.
"""

from collections.abc import Callable
from functools import cache
from types import FunctionType
from typing import Any

from sim.rules.compiled import compiled_rules
from sim.rules.measure import measure
from sim.rules.month import begin
from sim.sweep.run import play_month, set_parameters


def play_monthly(
    p,
    s,
    k,
    move,
    words,
    block,
    ints,
    floats,
    base,
    places,
    whole,
    memory,
    seed,
    runs,
    numbers,
    targets,
    metric,
    series,
    metrics,
    outcome,
):
    """Play some runs one after the other; fill a row of every column for each.

    Parameters
    ----------
    p, s, k, move, words, block, ints, floats, base, places, whole, memory, seed, runs, numbers
        As ``sim.sweep.run.play_many`` has them, and ``targets`` too.
    metric : int
        Which of ``METRICS`` is kept month by month.
    series : array, shape (n, months, F), float
        Receives it; there are at least as many months as the horizon has.
    metrics : array, shape (n, F, len(METRICS)), float
        Receives what the runs came to.
    outcome : array, shape (n, F), int
    """
    ints[:] = base
    for n in range(runs.shape[0]):
        set_parameters(ints, floats, places, whole, numbers, n)
        memory[:] = 0
        for f in range(p.n_forums):
            for i in range(p.n_items):
                s.target[f, i] = targets[n, f, i]
        begin(p, s)
        for month in range(p.horizon):
            play_month(p, s, k, move, words, block, seed, int(runs[n]))
            for f in range(p.n_forums):
                measure(p, s, f, metrics[n, f])
                series[n, month, f] = metrics[n, f, metric]
        for f in range(p.n_forums):
            outcome[n, f] = s.outcome[f]


@cache
def compiled_monthly() -> Callable[..., Any]:
    """Return the compiled copy; numba keeps it in the rules' own cache and watches this file."""
    import numba

    copies = compiled_rules()
    assert isinstance(play_monthly, FunctionType)
    names = {name: play_monthly.__globals__.get(name) for name in play_monthly.__code__.co_names}
    space = {name: copies[rule] for name, rule in names.items() if rule in copies}
    space |= {"__name__": __name__, "__builtins__": __builtins__}
    copy = FunctionType(play_monthly.__code__, space, play_monthly.__name__)
    copy.__module__ = __name__
    copy.__qualname__ = play_monthly.__qualname__
    return numba.njit(cache=True, nogil=True, error_model="numpy")(copy)
