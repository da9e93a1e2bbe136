"""Playing, pausing and stepping: the state of one visitor's page."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

import solara
import solara.lab

from ui.watch.choice import Choice
from ui.watch.reel import Reel, Show
from ui.watch.ticker import use_ticker

PACES = {
    "moves": ("Moves", 0.9, Reel.move),
    "months": ("Months", 0.9, Reel.month),
    "fast": ("Fast", 0.12, Reel.month),
}
"""Pace to its title, the seconds between two ticks, and what a tick does."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Player:
    """What the page shows of the state, and what it may do about it."""

    reel: Reel | None
    ready: bool
    trouble: str
    playing: bool
    pace: str
    press: Callable[[str], None]
    set_pace: Callable[[str], None]


def use_player(open_show: Callable[..., Show], chosen: Choice) -> Player:
    """Open the chosen show off the page's thread, and play it as asked.

    Parameters
    ----------
    open_show
        Called with the scenario, ``seed`` and ``configuration``; may take its time.
    chosen
        What to open; a change opens anew.
    """
    take = solara.use_reactive(0)
    playing = solara.use_reactive(False)
    pace = solara.use_reactive("months")
    trouble = solara.use_reactive("")
    _, draw = solara.use_state(0)  # counts the scenes, so that each is rendered

    def start() -> Reel:
        playing.value = False
        trouble.value = ""
        try:
            return Reel(open_show(chosen.scenario, seed=chosen.seed, configuration=chosen.forums))
        except Exception:
            log.exception("could not open %s", chosen)
            raise

    opening = solara.lab.use_task(start, dependencies=[chosen, take.value], raise_error=False)
    # until the next show is open the last one stays in view, at rest
    reel = None if opening.error else opening.latest
    ready = opening.finished and not trouble.value

    def turn(step: Callable[[Reel], None]) -> None:
        concluded = reel.concluded
        try:
            step(reel)
        except Exception:
            log.exception("the run of %s stopped", chosen)
            trouble.value = "This run cannot go on. Restart it, or try other dice."
            playing.value = False
            return
        if reel.concluded > concluded or reel.scene.over:
            playing.value = False  # the moment to look at the paper
        draw(lambda count: count + 1)

    _, seconds, step = PACES[pace.value]
    use_ticker(playing.value and ready, seconds, lambda: turn(step), of=(reel, step))

    def press(key: str) -> None:
        if key == "restart":
            take.value += 1
        elif not ready or reel.scene.over:
            return
        elif key == "play":
            playing.value = not playing.value
        elif key in ("move", "month"):
            playing.value = False
            turn(Reel.move if key == "move" else Reel.month)

    return Player(
        reel=reel,
        ready=ready,
        trouble=said(opening.exception) if opening.error else trouble.value,
        playing=playing.value,
        pace=pace.value,
        press=press,
        set_pace=lambda name: pace.set(name if name in PACES else pace.value),
    )


def said(error: BaseException | None) -> str:
    """Return what an error says, as something to read rather than to debug."""
    return f"This scenario could not be opened: {error}".strip(" :")
