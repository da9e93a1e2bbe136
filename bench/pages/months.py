"""A month on the watch page: from the key to the paper that shows it."""

from typing import Any

from bench.pages.visit import tab

PLACE = "/watch?scenario=economic-2-plus-2&seed=1"
NEXT = ".controls button[aria-keyshortcuts='Shift+ArrowRight']"
STEP = """
async (next) => {
  const shown = () => document.querySelector(".controls__month").textContent;
  const before = shown();
  return await new Promise((done) => {
    const began = performance.now();
    const watch = new MutationObserver(() => {
      if (shown() === before) return;
      watch.disconnect();
      requestAnimationFrame(() => done(performance.now() - began));
    });
    watch.observe(document.body, { characterData: true, childList: true, subtree: true });
    document.querySelector(next).click();
  });
}
"""


def month_steps(browser: Any, address: str, count: int) -> list[float]:
    """Return milliseconds from the press of a button to the month drawn, for some months."""
    with tab(browser, address) as (page, _):
        page.goto(address + PLACE)
        page.wait_for_selector(f"{NEXT}:not([disabled])")
        return [float(page.evaluate(STEP, NEXT)) for _ in range(count)]
