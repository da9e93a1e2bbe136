"""A picture of what an outcome depends on: a bar for each factor, with its interval."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sim.sweep.sensitivity import svg

WIDTH, LABEL, RIGHT = 920.0, 400.0, 40.0
"""Units across the whole picture, across the labels, and right of the bars."""
ROW, TOP, BOTTOM = 54.0, 104.0, 56.0
"""Units down a row, above the first and below the last."""


@dataclass(frozen=True)
class Bar:
    """One factor: a wide bar behind, a narrow one before it, each with half of an interval."""

    label: str
    note: str
    wide: tuple[float, float]
    narrow: tuple[float, float] = (math.nan, math.nan)
    apart: bool = False
    """Whether it stands apart from the others, in gray."""


def bars_picture(
    title: str,
    subtitle: str,
    bars: Sequence[Bar],
    legend: tuple[str, str],
    axis: str,
    limits: tuple[float, float] = (-math.inf, math.inf),
) -> str:
    """Return the picture as SVG.

    Parameters
    ----------
    title, subtitle : str
        Two lines above; the second may be long.
    legend : tuple of str
        What the wide bars show, and what the narrow ones; the second may be empty.
    axis : str
        What the numbers below are.
    limits : tuple of float
        Ends that the axis does not go beyond; what does is cut off there, without an end mark.
    """
    ends = [
        end
        for bar in bars
        for value, half in (bar.wide, bar.narrow)
        if math.isfinite(value)
        for end in (value - nothing(half), value + nothing(half))
    ]
    low = max(min([0.0, *ends]), limits[0])
    high = min(max([0.0, *ends]), limits[1])
    high = high if high > low else low + 1.0
    room = WIDTH - LABEL - RIGHT
    height = TOP + ROW * len(bars) + BOTTOM

    def x(value: float) -> float:
        return LABEL + room * (min(max(value, low), high) - low) / (high - low)

    parts = heading(title, subtitle, legend)
    foot = TOP + ROW * len(bars)
    for tick in svg.ticks(low, high):
        parts.append(svg.line(x(tick), TOP - 6, x(tick), foot, svg.RULE))
        parts.append(svg.text(x(tick), foot + 18, f"{tick:g}", 12, svg.PALE, "middle"))
    parts.append(svg.line(x(0.0), TOP - 6, x(0.0), foot, svg.PALE))
    parts.append(svg.text(LABEL + room / 2, foot + 40, axis, 12, svg.PALE, "middle"))
    for n, bar in enumerate(bars):
        parts += [*label(bar, TOP + ROW * n), *row(bar, TOP + ROW * n, x, (low, high))]
    return svg.picture(WIDTH, height, f"{title}. {subtitle}", parts)


def heading(title: str, subtitle: str, legend: tuple[str, str]) -> list[str]:
    """Return title, subtitle and legend."""
    parts = [svg.text(16, 30, title, 19, font_weight="600")]
    lines = svg.wrapped(subtitle, WIDTH - 32, 12.5, 1)
    parts += [svg.text(16, 52, each, 12.5, svg.PALE) for each in lines]
    place = LABEL
    for words, fill, tall in zip(legend, (svg.WIDE, svg.NARROW), (14, 6), strict=True):
        if words:
            parts.append(svg.box(place, 76 - tall / 2, 22, tall, fill))
            parts.append(svg.text(place + 28, 80, words, 12))
            place += 28 + len(words) * 12 * svg.LETTER + 26
    return parts


def label(bar: Bar, top: float) -> list[str]:
    """Return the words beside a bar: at most two lines, and the note below."""
    lines = svg.wrapped(bar.label, LABEL - 32, 13, 2)
    first = top + ROW / 2 + 1 - 8 * len(lines)
    parts = [
        svg.text(LABEL - 12, first + 16 * n, each, 13, at="end") for n, each in enumerate(lines)
    ]
    notes = svg.wrapped(bar.note, LABEL - 32, 11, 1)
    return parts + [
        svg.text(LABEL - 12, first + 16 * len(lines) - 1, each, 11, svg.PALE, "end")
        for each in notes
    ]


def row(bar: Bar, top: float, x: Callable[[float], float], ends: tuple[float, float]) -> list[str]:
    """Return a bar with its intervals, which have no end mark where they go on beyond the axis."""
    middle = top + ROW / 2
    parts = []
    both = ((bar.wide, svg.GREY if bar.apart else svg.WIDE, 18.0), (bar.narrow, svg.NARROW, 7.0))
    for (value, _), fill, tall in both:
        if math.isfinite(value):
            start, end = sorted((x(0.0), x(value)))
            parts.append(svg.box(start, middle - tall / 2, end - start, tall, fill))
    for ((value, half), _, tall), down in zip(both, (6.5, 0.0), strict=True):
        if math.isfinite(value) and nothing(half) > 0:
            y = middle + (down if math.isfinite(bar.narrow[0]) else 0.0)
            parts.append(svg.line(x(value - half), y, x(value + half), y, svg.INK, 1.2))
            parts += [
                svg.line(x(end), y - tall / 5, x(end), y + tall / 5, svg.INK, 1.2)
                for end in (value - half, value + half)
                if ends[0] <= end <= ends[1]
            ]
    return parts


def nothing(half: float) -> float:
    """Return half of an interval, 0 where there is none."""
    return half if math.isfinite(half) else 0.0
