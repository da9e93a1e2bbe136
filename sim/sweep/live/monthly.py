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
from sim.sweep.run import play_month


def play_monthly(  # type: ignore[no-untyped-def]
    p, s, k, move, words, block, memory, seed, runs, target, metric, series, metrics, outcome
):
    """Play some runs of one world one after the other; fill a row of every column for each.

    Parameters
    ----------
    p, s, k, move, words, block, seed
        As ``sim.sweep.run.play_run`` has them.
    memory : array, shape (W,), int
        The memory of ``s``, word by word.
    runs : array, shape (n,), int
        The runs' numbers.
    target : array, shape (F, I), level
        The exact Nash point of each forum, for seats that may know it.
    metric : int
        Which of ``METRICS`` is kept month by month.
    series : array, shape (n, horizon, F), float
        Receives it.
    metrics : array, shape (n, F, len(METRICS)), float
        Receives what the runs came to.
    outcome : array, shape (n, F), int
    """
    for n in range(runs.shape[0]):
        memory[:] = 0
        for f in range(p.n_forums):
            for i in range(p.n_items):
                s.target[f, i] = target[f, i]
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
    rules = (begin, measure, play_month)
    space: dict[str, Any] = {rule.__name__: copies[rule] for rule in rules}
    space |= {"__name__": __name__, "__builtins__": __builtins__}
    copy = FunctionType(play_monthly.__code__, space, play_monthly.__name__)
    copy.__module__ = __name__
    copy.__qualname__ = play_monthly.__qualname__
    compiled: Callable[..., Any] = numba.njit(cache=True, nogil=True, error_model="numpy")(copy)
    return compiled
