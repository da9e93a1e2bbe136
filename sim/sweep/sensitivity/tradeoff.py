"""A picture of the boxes PRIM passes through: how much each covers, and how dense it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from sim.sweep.sensitivity import svg

WIDTH, HEIGHT = 760.0, 560.0
LEFT, RIGHT, TOP, BOTTOM = 72.0, 190.0, 84.0, 62.0
STEPS = ("#fde725", "#7ad151", "#22a884", "#2a788e", "#414487", "#440154")
"""From light to dark, in which everybody can tell more from less: the palette viridis."""
EVERY = 5
"""Among boxes, each so many is numbered."""


@dataclass(frozen=True)
class Spot:
    """One box on PRIM's way."""

    number: int
    coverage: float
    density: float
    limits: int
    """How many factors it limits."""


def tradeoff_picture(title: str, subtitle: str, spots: Sequence[Spot], chosen: int) -> str:
    """Return the picture as SVG.

    Parameters
    ----------
    chosen : int
        The number of the box that is told of.
    """
    wide, tall = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def place(spot: Spot) -> tuple[float, float]:
        return LEFT + wide * spot.coverage, TOP + tall * (1 - spot.density)

    parts = [
        svg.text(16, 30, title, 19, font_weight="600"),
        *(svg.text(16, 52, each, 12.5, svg.PALE) for each in svg.wrapped(subtitle, 728, 12.5, 1)),
    ]
    for tick in svg.ticks(0.0, 1.0):
        x, y = LEFT + wide * tick, TOP + tall * (1 - tick)
        parts += [
            svg.line(x, TOP, x, TOP + tall, svg.RULE),
            svg.line(LEFT, y, LEFT + wide, y, svg.RULE),
            svg.text(x, TOP + tall + 18, f"{tick:.0%}", 12, svg.PALE, "middle"),
            svg.text(LEFT - 8, y + 4, f"{tick:.0%}", 12, svg.PALE, "end"),
        ]
    foot = TOP + tall + 42
    parts.append(
        svg.text(
            LEFT + wide / 2,
            foot,
            "coverage: share of all such runs that lie in it",
            13,
            at="middle",
        )
    )
    parts.append(
        svg.text(
            20,
            TOP + tall / 2,
            "density: share of its runs that are such",
            13,
            at="middle",
            transform=f"rotate(-90 20 {TOP + tall / 2:g})",
        )
    )
    most = max((spot.limits for spot in spots), default=0)
    for n, spot in enumerate(spots):
        x, y = place(spot)
        parts.append(svg.dot(x, y, 6, shade(spot.limits, most)))
        if n % EVERY == 0 and spot.number != chosen:
            parts.append(svg.text(x + 8, y - 6, str(spot.number), 11, svg.PALE))
    for spot in spots:
        if spot.number == chosen:
            x, y = place(spot)
            parts.append(svg.dot(x, y, 11, "none"))
            parts.append(svg.text(x + 15, y + 5, f"box {spot.number}", 13, font_weight="600"))
    parts += key(most)
    return svg.picture(WIDTH, HEIGHT, f"{title}. {subtitle}", parts)


def shade(limits: int, most: int) -> str:
    """Return the color for a number of limits: the more, the darker."""
    return STEPS[round(limits / most * (len(STEPS) - 1))] if most else STEPS[0]


def key(most: int) -> list[str]:
    """Return what the colors mean."""
    x = WIDTH - RIGHT + 34
    parts = [svg.text(x - 8, TOP + 8, "factors with limits", 12)]
    shown = sorted({round(most * n / (len(STEPS) - 1)) for n in range(len(STEPS))})
    for n, limits in enumerate(shown):
        y = TOP + 32 + 24 * n
        parts += [svg.dot(x, y, 6, shade(limits, most)), svg.text(x + 16, y + 4, str(limits), 12)]
    return parts
