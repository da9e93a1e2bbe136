"""A deal looked back on: a picture of own points against the others', and what to learn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sim.play.picture import date_of
from ui.pictures.months import spanning
from ui.pictures.verdict import alternative, verdict
from ui.pictures.words import beside

if TYPE_CHECKING:
    from scenarios.world import World
    from sim.solve.debrief import Cloud, Debrief

POINTS = ("nash", "kalai_smorodinsky", "welfare")
MOST_DOTS = 500
BINS = 20


def look_back(found: Debrief, world: World, text: dict) -> dict:
    """Return the picture of a debrief without the runs of an AI."""
    domain = found.solution.domain
    none = domain.walk_away
    marks = [mark("none", none, found, text)]
    for name in POINTS:
        point = found.solution.points[name]
        if point is not None:
            marks.append(mark(name, point.values, found, text))
    marks.append(
        mark("compromise", found.solution.forecasts["compromise"].point.values, found, text)
    )
    marks.append(mark("deal", found.values, found, text))
    return {
        "outcome": text["outcome"][found.outcome].format(when=when(world, found.closed)),
        "seat": world.short("agency", domain.parties[found.seat]),
        "verdict": verdict(found, text),
        "alternative": alternative(found, world, text),
        "dots": dots(found),
        "edge": skyline(dots(found)),
        "marks": marks,
        "lessons": lessons(found, world, text),
        "texts": texts(found, world, text),
        "hands": hands(found, world),
        "sides": [
            text["hands"]["side"].format(side=world.name("side", side), percent=round(100 * share))
            for side, share in found.delivered.items()
        ],
    }


def when(world: World, month: int) -> str:
    """Return the time that a month of the run stands for."""
    return spanning(date_of(world, month), int(world.params.tick))


def two(values: np.ndarray, seat: int) -> tuple[float, float]:
    """Return own points and the others' mean."""
    others = np.delete(values, seat)
    return (round(100 * float(values[seat]), 1), round(100 * float(others.mean()), 1))


def mark(name: str, values: np.ndarray, found: Debrief, text: dict) -> dict:
    """Return one mark of the picture, with its name and what it means."""
    x, y = two(values, found.seat)
    return {
        "id": name,
        "x": x,
        "y": y,
        "title": title(name, found, text),
        "means": text["means"].get(name, ""),
    }


def title(name: str, found: Debrief, text: dict) -> str:
    """Return what a text is called; what failed talks leave is not called a deal."""
    named: str = text["marks"]["result" if name == "deal" and found.outcome == "none" else name]
    return named


def dots(found: Debrief) -> list[tuple[float, float]]:
    """Return the frontier, in two dimensions, thinned to what a screen can show."""
    edge = found.solution.edge
    if edge is None:
        return []
    able = np.all(edge.values >= found.solution.domain.walk_away - edge.grain / 2.0, axis=1)
    every = sorted({two(values, found.seat) for values in edge.values[able]})
    line = set(skyline(every))
    step = max(1, len(every) // MOST_DOTS)
    return [each for n, each in enumerate(every) if n % step == 0 or each in line]


def skyline(every: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the dots that no other lies right of and above, from left to right.

    >>> skyline([(1, 3), (2, 1), (2, 2), (3, 0), (1, 1)])
    [(1, 3), (2, 2), (3, 0)]
    """
    kept: list[tuple[float, float]] = []
    for x, y in sorted(every, reverse=True):
        if not kept or y > kept[-1][1]:
            kept.append((x, y))
    return kept[::-1]


def lessons(found: Debrief, world: World, text: dict) -> list[str]:
    """Return what the picture says, in sentences."""
    words, seat = text["lessons"], found.seat
    domain, values = found.solution.domain, found.values
    edge = found.solution.edge
    top = edge.values[:, seat].max() if edge is not None and len(edge) else values[seat]
    failed = "_none" * (found.outcome == "none")
    told = [
        words["worth" + failed].format(
            now=points(values[seat]), none=points(domain.walk_away[seat]), top=points(top)
        )
    ]
    if found.where is not None and found.where.left is not None:
        if found.where.left == 0.0:
            told.append(words["on"])
        else:
            told.append(
                words["left"].format(joint=points(found.where.left), own=points(found.room))
            )
    if found.gift is not None:
        gain = found.gift.values - values
        told.append(
            words["gift"].format(
                change=changes(found, found.gift.text, world, text),
                own=points(gain[seat]),
                others=points(gain.sum() - gain[seat]),
            )
        )
    if found.change is None:
        told.append(words["never"])
    elif found.change.issues:
        change = changes(found, found.change.text, world, text)
        told.append(words["change" + failed].format(change=change))
    elif any(found.text):
        told.append(words["fine" + failed])
    forecast = found.solution.forecasts["compromise"].point.values[seat]
    told.append(words["forecast"].format(points=points(forecast)))
    told.append(words["moved"])
    return told


def points(value: float) -> str:
    """Return a value as points of 100; one as 1.0, which are points as well.

    >>> points(0.1234), points(0.5), points(0.01)
    ('12.3', '50', '1.0')
    """
    written = f"{100 * float(value):.1f}"
    return written if written == "1.0" else written.removesuffix(".0")


def changes(found: Debrief, new: tuple[int, ...], world: World, text: dict) -> str:
    """Return in words what a text changes in the deal."""
    pairs = zip(found.solution.domain.issues, found.text, new, strict=True)
    changed = (
        text["lessons"]["item"].format(item=world.short("item", item), old=old, level=level)
        for item, old, level in pairs
        if old != level
    )
    return beside(changed, "apart")


def texts(found: Debrief, world: World, text: dict) -> dict:
    """Return the deal and the benchmarks side by side: levels, then points of every seat."""
    domain = found.solution.domain
    columns = {"deal": (found.text, found.values)}
    for name in POINTS:
        point = found.solution.points[name]
        if point is not None:
            columns[name] = (point.text, point.values)
    forecast = found.solution.forecasts["compromise"].point
    columns["compromise"] = (forecast.text, forecast.values)
    return {
        "heads": [title(name, found, text) for name in columns],
        "items": [
            {"name": world.short("item", item), "cells": [t[n] for t, _ in columns.values()]}
            for n, item in enumerate(domain.issues)
        ],
        "seats": [
            {
                "name": world.short("agency", party),
                "cells": [points(values[a]) for _, values in columns.values()],
            }
            for a, party in enumerate(domain.parties)
        ],
    }


def hands(found: Debrief, world: World) -> list[dict]:
    """Return who delivers what, and who drags."""
    return [
        {
            "agency": world.short("agency", each.agency),
            "delivers": beside(world.short("item", item) for item in each.delivers),
            "drags": beside(world.short("item", item) for item in each.drags),
        }
        for each in found.hands
    ]


def cloud_picture(found: Debrief, cloud: Cloud) -> dict:
    """Return the runs of an AI in the seat: dots, bins of own points, and how many did worse."""
    own = 100 * cloud.values[:, found.seat]
    mine = 100 * float(found.values[found.seat])
    counts, edges = np.histogram(own, bins=BINS, range=(0.0, 100.0))
    return {
        "dots": [two(values, found.seat) for values in cloud.values],
        "bins": [
            {"low": float(low), "count": int(count)}
            for low, count in zip(edges, counts, strict=False)
        ],
        "mine": round(mine, 1),
        "percent": round(100 * float(np.mean(own < mine - 1e-6))) if len(own) else 0,
        "runs": len(own),
    }


def rows(found: Debrief, cloud: Cloud) -> str:
    """Return the runs as CSV: outcome, month, points of each seat, level of each item."""
    domain = found.solution.domain
    lines = [",".join(["run", "outcome", "month", *domain.parties, *domain.issues])]
    for n, (values, levels) in enumerate(zip(cloud.values, cloud.text, strict=True)):
        cells = [str(n + 1), cloud.outcome[n], str(int(cloud.closed[n]))]
        cells += [f"{100 * float(each):.2f}" for each in values]
        lines.append(",".join([*cells, *(str(int(each)) for each in levels)]))
    return "\n".join(lines) + "\n"
