"""Cases played with the same chance, compared: how each goes, what it ends in, what differs."""

from typing import Any

import numpy as np

from sim.claims.statistics import Z, wilson
from sim.rules.block import Floats, Ints
from sim.rules.codes import OUTCOMES
from sim.rules.measure import METRICS

SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
"""Quantiles of a fan."""


def fan(series: Floats) -> list[list[float]]:
    """Return the quantiles of a metric month by month, as ``SHARES`` has them, shape (5, months).

    Parameters
    ----------
    series : array, shape (n, months, F)
        Several forums count by their mean.
    """
    made = np.quantile(series.mean(axis=2), SHARES, axis=0)
    return [[round(x, 4) for x in row] for row in made.tolist()]


def outcomes(outcome: Ints) -> list[dict[str, Any]]:
    """Return the share of runs that came to each outcome, with its interval, the best last.

    Parameters
    ----------
    outcome : array, shape (n, F)
        Of several forums the best counts.
    """
    best = outcome.max(axis=1)
    found = []
    for code, name in enumerate(OUTCOMES):
        hits = int((best == code).sum())
        if name != OUTCOMES[0] or hits:
            share = wilson(hits, len(best))
            ends = {"share": share.value, "low": share.low, "high": share.high}
            found.append({"id": name} | {key: round(each, 5) for key, each in ends.items()})
    return found


def endings(metrics: Floats) -> Floats:
    """Return what each run came to, shape (n, len(METRICS)), by the mean of its forums."""
    return np.asarray(metrics.mean(axis=1))


def effects(first: Floats, other: Floats | None = None) -> list[dict[str, Any]]:
    """Return the mean of every metric, and by how much another case differs from the first.

    Parameters
    ----------
    first, other : arrays, shape (n, len(METRICS))
        The same runs, with the same chance, of either case; without the other there are means
        only. The interval of a difference is that of its mean over pairs of runs.
    """
    here = first if other is None else other
    made: list[dict[str, Any]] = [
        {"id": name, "mean": short(mean)}
        for name, mean in zip(METRICS, here.mean(axis=0).tolist(), strict=True)
    ]
    if other is not None:
        apart = other - first
        middles, halves = apart.mean(axis=0), np.full(len(METRICS), np.nan)
        if len(apart) > 1:
            halves = Z * apart.std(axis=0, ddof=1) / np.sqrt(len(apart))
        columns = {
            "effect": middles if len(apart) > 1 else halves,
            "low": middles - halves,
            "high": middles + halves,
            "more": (apart > 0.0).mean(axis=0),
            "less": (apart < 0.0).mean(axis=0),
        }
        for key, column in columns.items():
            for each, number in zip(made, column.tolist(), strict=True):
                each[key] = short(number)
    return made


def short(number: float) -> float | None:
    """Return a number as a page needs it; None for none."""
    return round(number, 5) + 0.0 if np.isfinite(number) else None
