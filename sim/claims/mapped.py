"""Maps: over a grid of two quantities, which arm is worth most, and how sure that is."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.claims.finding import DIGITS, short
from sim.claims.played import Played
from sim.claims.records import Map
from sim.rules.block import Floats


@dataclass(frozen=True, eq=False)
class Mapped:
    """A map that has been played."""

    chart: Map
    medians: Floats
    """Median of the measure, shape (up, across, arms)."""
    wins: Floats
    """Share of worlds in which the arm is the best of all, shape (up, across, arms); ties count
    in equal parts."""
    worlds: int

    def winner(self, y: int, x: int) -> int:
        """Return the arm with the highest median in a cell; of equals the one more often best."""
        order = np.lexsort((-self.wins[y, x], -self.medians[y, x].round(DIGITS)))
        return int(order[0])

    def account(self) -> dict[str, Any]:
        """Return the record of it, as plain data."""
        chart = self.chart
        arms = [arm.name for arm in chart.arm]
        return {
            "id": chart.id,
            "title": chart.title,
            "claims": list(chart.claims),
            "scenario": chart.scenario,
            "metric": chart.metric,
            "says": chart.says,
            "worlds": self.worlds,
            "arms": arms,
            "across": {"title": chart.across.title, "at": list(chart.across.at)},
            "up": {"title": chart.up.title, "at": list(chart.up.at)},
            "cells": [
                {
                    "across": across,
                    "up": up,
                    "best": arms[self.winner(y, x)] if len(arms) > 1 else None,
                    "median": [short(float(each)) for each in self.medians[y, x]],
                    "wins": [short(float(each)) for each in self.wins[y, x]],
                }
                for y, up in enumerate(chart.up.at)
                for x, across in enumerate(chart.across.at)
            ],
            "note": chart.note,
        }


def mapped(chart: Map, played: Played) -> Mapped:
    """Return the map behind what was played."""
    shape = (len(chart.up.at), len(chart.across.at), len(chart.arm))
    cases = list(range(shape[0] * shape[1] * shape[2]))
    sound = played.sound(cases)
    values = np.stack([played.value(c, chart.metric, chart.over)[sound] for c in cases])
    values = values.reshape(*shape, len(sound))
    best = np.isclose(values, values.max(axis=2, keepdims=True), rtol=0.0, atol=1e-12)
    wins = (best / best.sum(axis=2, keepdims=True)).mean(axis=3)
    return Mapped(chart, np.median(values, axis=3), wins, len(sound))
