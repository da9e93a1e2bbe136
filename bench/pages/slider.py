"""From a slider that is moved to the chart that answers it, as the browser itself clocks it."""

from dataclasses import dataclass
from typing import Any

from bench.pages.visit import tab

PLACE = "/compare?scenario=economic-2-plus-2&a=economic-2-plus-2&b=partner&set=horizon%3D36"
"""Two settings of one scenario, 36 months each."""
READY = ".fans[data-runs='1000']"
MOVE = """
async ([path, share]) => {
  const input = document.querySelector(`.dial[data-path="${path}"] input`);
  const [low, high] = [Number(input.min), Number(input.max)];
  const fans = () => document.querySelector(".fans");
  const before = fans().dataset.stamp;
  return await new Promise((done) => {
    const began = performance.now();
    const watch = new MutationObserver(() => {
      if (fans().dataset.stamp === before) return;
      watch.disconnect();
      const runs = Number(fans().dataset.runs);
      requestAnimationFrame(() => done([performance.now() - began, runs]));
    });
    const what = { attributes: true, subtree: true, attributeFilter: ["data-stamp"] };
    watch.observe(document.body, what);
    input.value = low + (high - low) * share;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
"""
"""Moves a dial and returns milliseconds until its chart is to be painted, and the runs in it."""
LET_GO = """
async (path) => {
  const input = document.querySelector(`.dial[data-path="${path}"] input`);
  input.dispatchEvent(new Event("change", { bubbles: true }));
}
"""


@dataclass(frozen=True)
class Moves:
    """What was measured of a hand on some sliders."""

    first: list[float]
    """Milliseconds from each move to the first chart that answers it."""
    runs: list[int]
    """Of each setting, in that chart."""
    whole: list[float]
    """Milliseconds from the last move of a drag to the chart of all runs."""


def moves(browser: Any, address: str, drags: int, steps: int) -> Moves:
    """Drag one slider after the other, each move as soon as the last one is drawn.

    Parameters
    ----------
    drags : int
        How often a slider is taken; they take turns.
    steps : int
        Moves of each drag; no value comes twice, so nothing is known before.
    """
    made = Moves([], [], [])
    with tab(browser, address) as (page, _):
        page.goto(address + PLACE)
        page.wait_for_selector(READY)
        dials = page.eval_on_selector_all(
            ".dial:has(input[type=range])", "all => all.map((each) => each.dataset.path)"
        )
        dials = [path for path in dials if path != "horizon"]
        for drag in range(drags):
            path = dials[drag % len(dials)]
            for step in range(steps):
                share = (step + (drag + 0.5) / drags) / steps
                took, runs = page.evaluate(MOVE, [path, share])
                made.first.append(took)
                made.runs.append(runs)
            began = page.evaluate("performance.now()") - took
            page.evaluate(LET_GO, path)
            page.wait_for_selector(READY)
            made.whole.append(page.evaluate("performance.now()") - began)
    return made
