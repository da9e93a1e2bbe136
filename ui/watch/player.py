"""Playing, pausing, stepping and going back: the state of one visitor's page."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

import solara
import solara.lab

from ui.watch.attempt import Attempt, attempt
from ui.watch.reel import Reel
from ui.watch.ticker import use_ticker
from ui.words.catalogue import words

PACES = {
    "moves": (0.9, Reel.move),
    "months": (0.9, Reel.month),
    "fast": (0.12, Reel.month),
}
"""Pace to the seconds between two ticks, and what a tick does."""
STEPS = {
    "move": Reel.move,
    "month": Reel.month,
    "back": Reel.back,
    "back_month": Reel.back_month,
}
AT_ONCE = 0.02
"""Seconds between two ticks on the way to a month."""

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
    jump: Callable[[int], None]
    go: Callable[[int], None]
    branch: Callable[[int], None]


def use_player(
    open_reel: Callable[[], Reel],
    of: object,
    broken: str = "",
    first: Callable[[Reel], None] = Reel.rest,
) -> Player:
    """Open a reel off the page's thread, and play it as asked.

    Parameters
    ----------
    open_reel
        Called without arguments; may take its time. What it raises is said on the page.
    of
        What is opened; a change opens anew.
    broken
        What to say where it cannot be opened, with a gap for the ``error``.
    first
        Called with the reel to go to where it is to be opened; a restart opens it at its start.
    """
    text = words("watch")
    take = solara.use_reactive((0, None))  # how often it was begun again, and what
    playing = solara.use_reactive(False)
    aim = solara.use_reactive(0)  # the month on the way to which the run is, 0 for none
    pace = solara.use_reactive("months")
    trouble = solara.use_reactive("")
    _, draw = solara.use_state(0)  # counts the scenes, so that each is rendered

    def start() -> Reel:
        reel = open_reel()
        if take.value[1] != of:
            first(reel)
        return reel

    def begin() -> Attempt[Reel]:
        playing.value = False
        aim.value = 0
        trouble.value = ""
        return attempt(start, of)

    opening = solara.lab.use_task(begin, dependencies=[of, take.value], raise_error=False)
    # until the next show is open the last one stays in view, at rest
    reel = opening.latest.result if opening.latest else None
    fault = opening.latest.fault if opening.finished and opening.latest else ""
    ready = opening.finished and not fault and not trouble.value

    def turn(step: Callable[[Reel], None]) -> None:
        concluded = reel.concluded
        try:
            step(reel)
        except Exception:
            log.exception("the run of %s stopped", of)
            trouble.value = text["stopped"]
            playing.value = False
            aim.value = 0
            return
        if reel.scene.month >= aim.value or reel.over:
            aim.value = 0
        if reel.concluded > concluded or reel.over:
            playing.value = False  # the moment to look at the paper
        draw(lambda count: count + 1)

    seconds, step = (AT_ONCE, Reel.month) if aim.value else PACES[pace.value]
    running = (playing.value or aim.value > 0) and ready
    use_ticker(running, seconds, lambda: turn(step), of=(reel, step))

    def rest() -> None:
        playing.value = False
        aim.value = 0

    def press(key: str) -> None:
        if key == "restart":
            take.value = (take.value[0] + 1, of)
        elif not ready:
            return
        elif key == "play":
            wanted = not (playing.value or aim.value) and not reel.over
            rest()
            playing.value = wanted
        elif key in STEPS:
            rest()
            turn(STEPS[key])

    def jump(month: object) -> None:
        if not ready or not isinstance(month, int):
            return
        rest()
        if month > reel.scene.month:
            aim.value = month
        else:
            turn(lambda reel: reel.to_month(month))

    def go(move: object) -> None:
        if ready and isinstance(move, int):
            rest()
            turn(lambda reel: reel.go(move))

    def branch(option: object) -> None:
        if ready and isinstance(option, int):
            rest()
            turn(lambda reel: reel.branch(option))

    return Player(
        reel=reel,
        ready=ready,
        trouble=(broken or text["broken"]).format(error=fault) if fault else trouble.value,
        playing=playing.value or aim.value > 0,
        pace=pace.value,
        press=press,
        set_pace=lambda name: pace.set(name if name in PACES else pace.value),
        jump=jump,
        go=go,
        branch=branch,
    )
