"""A small experiment that a page plays: off the page's thread, with progress, to be stopped."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import solara

log = logging.getLogger(__name__)
TryClaim = Callable[[str, Callable[[int, int], None], threading.Event], list[dict]]
STEP = 0.02
"""Share of the work after which progress is told again."""


@dataclass(frozen=True)
class Trial:
    """How far the experiment on a claim is."""

    state: str = "idle"
    """``idle``, ``running``, ``done``, ``stopped`` or ``failed``."""
    done: int = 0
    total: int = 0
    found: list[dict] = field(default_factory=list)
    error: str = ""


def use_trial(
    claim: str, try_claim: TryClaim
) -> tuple[Trial, Callable[[object], None], Callable[[object], None]]:
    """Return how far the experiment is, and what starts and stops it; it ends with its page."""
    trial, set_trial = solara.use_state(Trial())
    stop = solara.use_ref(threading.Event())

    def forget() -> Callable[[], None]:
        set_trial(Trial())
        return lambda: stop.current.set()

    solara.use_effect(forget, [claim])

    def start(_: object) -> None:
        stop.current.set()
        mine = stop.current = threading.Event()
        set_trial(Trial("running"))
        last = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal last
            if not mine.is_set() and done / total >= last + STEP:
                last = done / total
                set_trial(Trial("running", done, total))

        def run() -> None:
            try:
                found = Trial("done", found=try_claim(claim, tell, mine))
            except Exception as error:
                if mine.is_set():
                    return
                log.exception("could not try %s", claim)
                found = Trial("failed", error=str(error))
            if not mine.is_set():
                set_trial(found)

        threading.Thread(target=run, name="trial", daemon=True).start()

    def end(_: object) -> None:
        stop.current.set()
        set_trial(Trial("stopped"))

    return trial, start, end
