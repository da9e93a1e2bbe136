"""AI in every seat: what each seat gets out of it, beside what people got there."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from classroom.debrief.findings import InSeat, Result
from classroom.debrief.measures import Rows
from classroom.debrief.runs import Pool, percentile
from classroom.debrief.yardstick import POINTS, Yardstick
from sim.rules.block import Floats


def in_seats(
    yard: Yardstick, results: Sequence[Result], pool: Pool, seed: int
) -> tuple[InSeat, ...]:
    """Return every seat of a forum with the runs that AI made of it.

    Parameters
    ----------
    results : sequence of Result
        The tables of the yardstick's round, configuration and forum.
    seed : int
        Of the round: its run 0 is the chance that people had.
    """
    rows = pool.rows
    if rows is None or not results:
        return ()
    worth = valued(yard, rows)
    alone = valued(yard, pool.same_chance(seed))[0]
    return tuple(
        seat_of(name, worth[:, n], float(alone[n]), results) for n, name in enumerate(yard.seats)
    )


def valued(yard: Yardstick, rows: Rows) -> Floats:
    """Return what runs were worth to each seat on a yardstick, in points: shape (n, seats)."""
    f = yard.f
    every = zip(rows.outcome[:, f], rows.statement[:, f], strict=True)
    return POINTS * np.array([yard.values(int(code), levels) for code, levels in every])


def seat_of(name: str, worth: Floats, alone: float, results: Sequence[Result]) -> InSeat:
    """Return one seat."""
    people = {
        each.table: each.points[name]
        for each in results
        if name in each.points and each.share.get(name, 0.0) > 0.0
    }
    p10, p50, p90 = (round(float(each), 2) for each in np.quantile(worth, (0.1, 0.5, 0.9)))
    first = results[0]
    return InSeat(
        round=first.round,
        configuration=first.configuration,
        forum=first.forum,
        seat=name,
        low=round(float(worth.min()), 2),
        p10=p10,
        p50=p50,
        p90=p90,
        high=round(float(worth.max()), 2),
        people=people,
        beat={table: percentile(np.round(worth, 2), mine) for table, mine in people.items()},
        alone=round(alone, 2),
        runs=len(worth),
    )
