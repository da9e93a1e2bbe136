"""``communique bench browser``: what a visitor waits for, measured in a real Chromium."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np

from bench.goal import Goal, table
from bench.machine import installed, machine, told
from bench.main import months
from bench.pages.chromium import opened
from bench.pages.months import month_steps
from bench.pages.server import served
from bench.pages.slider import moves
from bench.pages.visit import Visit, visited
from scenarios.arrange import arrange
from scenarios.load import load

SCENARIO = "economic-2-plus-2"
COMPARED = f"/compare?scenario={SCENARIO}&a={SCENARIO}&b=partner"
PAGES = {
    "Scenarios": ("/", ".sheet"),
    "Watch": (f"/watch?scenario={SCENARIO}", ".paper"),
    "Play": (f"/play?scenario={SCENARIO}", ".seats"),
    "Compare": (COMPARED, ".fans"),
    "Claims": ("/claims", ".claims__one"),
    "One claim": ("/claims/H13", ".claim"),
    "Sources": (f"/sources?scenario={SCENARIO}", ".ledger__table"),
    "Replay": ("/replay", ".loader"),
}
"""Each page's address, and the sign that it is there."""


@dataclass(frozen=True)
class Sizes:
    """How much of everything is measured."""

    drags: int = 8
    steps: int = 15
    months: int = 40
    visits: int = 5
    """First visits to each page, each with nothing in the browser's cache."""
    pages: tuple[str, ...] = tuple(PAGES)


WHOLE = Sizes()


def main(as_json: bool = False, sizes: Sizes = WHOLE) -> int:
    """Measure, print Markdown tables or one JSON object, and return 0 if all goals are reached.

    Raises
    ------
    ScenarioError
        Where there is no Chromium, or no Playwright to drive it.
    """
    about = machine()
    with opened() as browser, served() as address:
        about["versions"] |= {"chromium": browser.version}
        about["versions"] |= dict(map(installed, ("solara", "playwright")))
        visits = {}
        for name in sizes.pages:
            visits[name] = [visited(browser, address, *PAGES[name]) for _ in range(sizes.visits)]
            say(name, f"{median(each.seconds for each in visits[name]):.2f} s")
        found = []
        for goal in goals(browser, address, visits, sizes):
            say(goal.what, f"{goal.found:.3g}{goal.unit}")
            found.append(goal)
    loads = [load_of(name, several) for name, several in visits.items()]
    if as_json:
        record = {"machine": about, "goals": [each.as_json() for each in found], "pages": loads}
        print(json.dumps(record, indent=2))
    else:
        print(markdown(about, found, loads))
    return 0 if all(each.reached for each in found) else 1


def say(what: str, how_much: str) -> None:
    """Tell who waits what has been measured."""
    print(f"{what}: {how_much}", file=sys.stderr, flush=True)


def goals(
    browser: Any, address: str, visits: dict[str, list[Visit]], sizes: Sizes
) -> Iterator[Goal]:
    """Yield each figure that has a goal."""
    lost = {url for each in visits.values() for one in each for url in one.wire.lost}
    how = "; ".join(sorted(lost)) or f"{sizes.visits} first visits to each of {len(visits)} pages"
    yield Goal("requests that leave the server or fail", len(lost), 0, least=False, how=how)
    made = moves(browser, address, sizes.drags, sizes.steps)
    middle, late = np.quantile(made.first, (0.5, 0.95))
    few, many = min(made.runs), max(made.runs)
    how = f"{len(made.first)} moves, median {middle:.0f} ms; {few} to {many} runs of each setting"
    yield Goal("slider to first chart, p95", float(late), 150.0, " ms", least=False, how=how)
    middle, late = np.quantile(made.whole, (0.5, 0.95))
    how = f"{len(made.whole)} drags, median {middle / 1000:.2g} s; two settings, 36 months"
    late = float(late) / 1000
    yield Goal("slider to all 1,000 runs, p95", late, 0.15, " s", least=False, how=how)
    rules = months(arrange(load(SCENARIO)), 1)["a game between bots"]
    middle, late = np.quantile(month_steps(browser, address, sizes.months), (0.5, 0.95))
    how = f"processor time; from press to drawn paper {middle:.0f} ms, p95 {late:.0f} ms"
    yield Goal("a month without numba", rules, 5.0, " ms", least=False, how=how)


def load_of(name: str, several: list[Visit]) -> dict[str, Any]:
    """Return what first visits to a page took."""
    wires = [each.wire for each in several]
    return {
        "page": name,
        "seconds": round(median(each.seconds for each in several), 3),
        "slowest": round(max(each.seconds for each in several), 3),
        "requests": round(median(each.requests for each in wires)),
        "file_kb": round(median(each.file_bytes for each in wires) / 1000),
        "socket_kb": round(median(each.socket_bytes for each in wires) / 1000),
    }


def markdown(about: dict[str, Any], found: list[Goal], loads: list[dict[str, Any]]) -> str:
    """Return the figures as a page."""
    rows = [" | ".join(str(value) for value in each.values()) for each in loads]
    return "\n".join(
        (
            told(about),
            "",
            table(found),
            "",
            "| page, first visit | seconds, median | slowest | requests | files, kB | socket, kB |",
            "|---|---|---|---|---|---|",
            *(f"| {row} |" for row in rows),
        )
    )
