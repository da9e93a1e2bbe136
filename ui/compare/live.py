"""The comparison that a page shows: played off the page's thread, stopped when a hand moves on."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import solara

from ui.compare.address import Setup

log = logging.getLogger(__name__)
Picture = dict[str, Any]
Play = Callable[[Setup, threading.Event], Iterator[Picture]]
Put = Callable[[Setup, Picture], bool]
MOVING = 0.08
"""Seconds after a chart in which a hand that is moving a slider has moved on."""


@dataclass(frozen=True)
class Shown:
    """What the page shows."""

    setup: Setup
    stamp: int = 0
    """Number of the hand's last move that the picture answers."""
    picture: Picture = field(default_factory=dict)
    """The last one there was, even of another setup; ``names`` says of which cases."""
    trouble: str = ""


class Comparison:
    """Plays one setup at a time for one page.

    Parameters
    ----------
    play
        Yields pictures of a setup until its event is set.
    show
        Called with a function from what is shown to what is to be shown; from any thread.

    Attributes
    ----------
    put
        Puts a picture of a setup into the page as it stands, and says whether it could. To draw
        the page anew takes as long as the runs of a first chart, so that waits until the hand has
        come to rest.
    """

    def __init__(self, play: Play, show: Callable[[Callable[[Shown], Shown]], None]) -> None:
        self._play, self._show = play, show
        self._stop = threading.Event()
        self.put: Put = lambda setup, picture: False
        self.begun: Setup | None = None

    def begin(self, setup: Setup, stamp: int) -> None:
        """Play a setup from now on, and nothing else."""
        self.stop()
        self._stop, self.begun = threading.Event(), setup
        work = (setup, stamp, self._stop)
        threading.Thread(target=self._run, args=work, name="comparison", daemon=True).start()

    def stop(self) -> None:
        """Play nothing more."""
        self._stop.set()

    def _run(self, setup: Setup, stamp: int, stop: threading.Event) -> None:
        try:
            for found in self._play(setup, stop):
                if stop.is_set():
                    return
                picture = {**found, "stamp": stamp, "names": list(setup.names)}
                if self.put(setup, picture) and stop.wait(MOVING):
                    return
                self._show(lambda _, new=picture: Shown(setup, stamp, new))
        except Exception as error:
            log.exception("could not compare %s", setup)
            if not stop.is_set():
                why = str(error)
                self._show(lambda last: replace(last, setup=setup, stamp=stamp, trouble=why))


def use_comparison(play: Play, asked: Setup) -> tuple[Shown, Callable[..., None], Comparison]:
    """Return what is shown, what plays another setup, and what plays it.

    A move of the hand is shown with the first picture that answers it, not before: to draw the
    page twice would take longer than to play.

    Parameters
    ----------
    asked
        What is played first.
    """
    shown, show = solara.use_state(Shown(asked))
    comparison = solara.use_memo(lambda: Comparison(play, show), [])

    def first() -> Callable[[], None]:
        comparison.begin(asked, 0)
        return comparison.stop

    solara.use_effect(first, [])

    def begin(setup: Setup, stamp: int, at_once: bool = True) -> None:
        if setup != comparison.begun:
            comparison.begin(setup, stamp)
        if at_once:
            show(lambda last: replace(last, setup=setup))

    return shown, begin, comparison
