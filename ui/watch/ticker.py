"""A clock that ticks while something plays, and stops when its page goes."""

from __future__ import annotations

import threading
from collections.abc import Callable

import solara


def use_ticker(running: bool, seconds: float, tick: Callable[[], None], of: object = None) -> None:
    """Call ``tick`` every so often while ``running``.

    Parameters
    ----------
    running
        Whether the clock runs.
    seconds
        Time from the end of one tick to the next.
    tick
        Called on a thread of its own, in the page's context.
    of
        What the ticks are about; the clock starts anew when it changes.
    """

    def start():
        if not running:
            return None
        stopped = threading.Event()

        def beat():
            while not stopped.wait(seconds):
                tick()

        threading.Thread(target=beat, name="ticker", daemon=True).start()
        return stopped.set

    solara.use_effect(start, [running, seconds, of])
