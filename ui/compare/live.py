"""The comparison that a page shows: played off the page's thread, stopped when a hand moves on."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from typing import Any

import solara

from ui.compare.address import Setup

log = logging.getLogger(__name__)
Picture = dict[str, Any]
Play = Callable[[Setup, threading.Event], Iterator[Picture]]


def use_comparison(play: Play, setup: Setup, stamp: int) -> tuple[Picture, str]:
    """Play a setup; return what there is so far, and what went wrong.

    Parameters
    ----------
    play
        Yields pictures of a setup until its event is set.
    stamp
        Told back with the pictures, so that a hand knows that its move has arrived.
    """
    (picture, trouble), show = solara.use_state(({}, ""))

    def start() -> Callable[[], None]:
        stop = threading.Event()

        def run() -> None:
            try:
                for found in play(setup, stop):
                    if stop.is_set():
                        return
                    show(({**found, "stamp": stamp, "names": list(setup.names)}, ""))
            except Exception as error:
                log.exception("could not compare %s", setup)
                if not stop.is_set():
                    why = str(error)
                    show(lambda last: ({**last[0], "stamp": stamp}, why))

        threading.Thread(target=run, name="comparison", daemon=True).start()
        return stop.set

    solara.use_effect(start, [setup, stamp])
    return picture, trouble
