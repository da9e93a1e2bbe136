"""Draw docs/images/rules.svg, four rules over their range: ``python -m tools.rule_pictures``.

Every line is what the rule itself returns in the baseline world, all else as it is there.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from scenarios.arrange import arrange
from scenarios.load import load
from sim.play.game import new_game
from sim.rules.alone import pay_off
from sim.rules.block import views
from sim.rules.codes import ABSENT, PRINCIPAL
from sim.rules.convene import common_date
from sim.rules.mandate import paper_pace
from sim.rules.params import Params
from sim.rules.ratify import passage
from sim.rules.state import State

HOUSE = Path(__file__).parents[1]
PICTURE = HOUSE / "docs" / "images" / "rules.svg"
BASELINE, SIDE, RACE, CHIPS = "economic-2-plus-2", "us", "I03", "I03"
STEPS = 40
WIDE, HIGH, EDGE = 460, 260, 56
COLOURS = ("#1f4e79", "#b35900", "#2e7d32", "#7b1fa2")
Points = list[tuple[float, float]]


class Panel(NamedTuple):
    """One picture: a title, the names of the axes, and lines by their names."""

    title: str
    across: str
    up: str
    lines: dict[str, Points]
    key: str = "top right"
    """Where the names of the lines stand."""


class Bench:
    """A copy of the baseline's start, to be turned by hand."""

    def __init__(self) -> None:
        world = arrange(load(BASELINE))
        self.p = views(Params, world.block.copy())
        self.s = views(State, new_game(world).block.copy())
        self.side = world.index("side", SIDE)
        self.race, self.chips = world.index("item", RACE), world.index("item", CHIPS)


def over(rule: Callable[[float], float]) -> Points:
    """Return a rule over 0..1."""
    return [(n / STEPS, rule(n / STEPS)) for n in range(STEPS + 1)]


def waits() -> Panel:
    """Return how long ministers wait for a date, by how many they are."""
    bench, points = Bench(), []
    for count in range(2, 9):
        for a in range(bench.p.n_agencies):
            bench.s.role[0, a] = PRINCIPAL if a < count else ABSENT
        points.append((float(count), 1.0 / common_date(bench.p, bench.s, 0)))
    return Panel("common_date: months to a date", "principals", "months", {"": points})


def papers() -> Panel:
    """Return how likely a paper gets through in a month, by turf and by the hold of the center."""
    bench = Bench()

    def pace(turf: float, grip: float) -> float:
        bench.s.turf[:] = turf
        bench.s.coordinator[bench.side], bench.s.attention[bench.side] = grip, 1.0
        bench.s.concur[0, :, bench.chips] = (bench.p.authority[:, bench.chips] > 0).astype(int)
        return float(paper_pace(bench.p, bench.s, 0, bench.side, bench.chips))

    lines = {f"hold of the center {g:g}": over(lambda x, g=g: pace(x, g)) for g in (0.0, 0.5, 1.0)}
    return Panel(
        "paper_pace: cleared within the month",
        "turf of all who sign",
        "chance",
        lines,
        "bottom left",
    )


def races() -> Panel:
    """Return what an own measure pays in a race, by the others' measure."""
    bench = Bench()
    lines = {
        f"others at {others:g}": over(
            lambda own, o=others: float(pay_off(bench.p, bench.side, bench.race, 0.7, own, o))
        )
        for others in (0.0, 0.5, 1.0)
    }
    return Panel("pay_off: a race of subsidies", "own measure", "value", lines, "bottom right")


def bills() -> Panel:
    """Return how likely a bill passes in a month, by gridlock and level."""
    bench = Bench()

    def chance(gridlock: float, level: int) -> float:
        bench.s.gridlock[bench.side] = gridlock
        return float(passage(bench.p, bench.s, bench.side, bench.chips, level))

    lines = {f"L{level}": over(lambda x, k=level: chance(x, k)) for level in (2, 3, 4)}
    return Panel("passage: a bill passes within the month", "gridlock", "chance", lines)


def drawn(panel: Panel, left: int, top: int) -> Iterator[str]:
    """Yield the parts of a panel."""
    every = [point for line in panel.lines.values() for point in line]
    low_x, high_x = min(x for x, _ in every), max(x for x, _ in every)
    low_y, high_y = min(0.0, *(y for _, y in every)), max(y for _, y in every)
    wide, high = WIDE - 2 * EDGE, HIGH - 2 * EDGE

    def place(x: float, y: float) -> tuple[float, float]:
        across = left + EDGE + wide * (x - low_x) / (high_x - low_x)
        return across, top + HIGH - EDGE - high * (y - low_y) / (high_y - low_y)

    yield words(left + EDGE, top + 24, panel.title, "t")
    (x0, y0), (x1, y1) = place(low_x, low_y), place(high_x, high_y)
    yield f'<path class="a" d="M{x0:.1f} {y1:.1f}V{y0:.1f}H{x1:.1f}"/>'
    for x in (low_x, high_x):
        yield words(place(x, low_y)[0], y0 + 16, f"{x:g}", "m")
    for y in (low_y, high_y):
        yield words(x0 - 6, place(low_x, y)[1] + 4, f"{y:.3g}", "e")
    yield words((x0 + x1) / 2, y0 + 32, panel.across, "m")
    yield words(left + 8, top + 42, panel.up, "")
    for n, (name, line) in enumerate(panel.lines.items()):
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in line))
        yield f'<polyline points="{path}" stroke="{COLOURS[n]}" fill="none" stroke-width="2"/>'
        if name:
            right = panel.key.endswith("right")
            first = y1 if panel.key.startswith("top") else y0 - 15 * len(panel.lines)
            at = (x1 - 4, "e") if right else (x0 + 8, "")
            yield words(at[0], first + 10 + 15 * n, name, at[1], COLOURS[n])


def words(x: float, y: float, text: str, kind: str, colour: str = "#1b1f24") -> str:
    """Return a line of words; kinds are t for a title, m for the middle, e for the end."""
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" fill="{colour}">{text}</text>'


def picture() -> str:
    """Return the picture of all panels."""
    panels = (waits(), papers(), races(), bills())
    parts = [
        part
        for n, panel in enumerate(panels)
        for part in drawn(panel, (n % 2) * WIDE, (n // 2) * HIGH)
    ]
    style = (
        "text{font-family:sans-serif;font-size:12px}.t{font-size:14px;font-weight:bold}"
        ".m{text-anchor:middle}.e{text-anchor:end}.a{stroke:#777;fill:none}"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDE} {2 * HIGH}" role="img">'
        f"<title>Four rules over their range</title><style>{style}</style>"
        f'<rect width="{2 * WIDE}" height="{2 * HIGH}" fill="#fff"/>{"".join(parts)}</svg>\n'
    )


if __name__ == "__main__":
    PICTURE.write_text(picture(), "utf-8")
