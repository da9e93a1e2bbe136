"""All open pages of a class: who has to see what, in what order, and how often.

A page is painted when something it may show has changed, at most four times a second, and less
often where painting would take all of the server's time; what it then gets is where the class
stands, so a slow page misses nothing but what lay in between. Whoever has just acted comes first
and waits for nothing.
"""

from __future__ import annotations

import asyncio
import json
import logging
import math
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from classroom.web.parts import news

GAP = 0.25
"""Least seconds between two pictures of a page that does not act."""
PATIENCE = 15.0
"""Seconds a page may take to receive a message before it is given up; it may come back."""
SHARE = 0.4
"""Share of the server's time that painting may take before pages are painted less often."""
MEMORY = 1.0
"""Seconds over which that share is counted."""
MOST_WAITING = 64
"""Messages that may wait for a page, besides the picture, before it is given up."""

Paint = Callable[["Viewer"], Mapping[str, Any] | None]
Send = Callable[[str], Awaitable[None]]
log = logging.getLogger(__name__)


class GoneError(Exception):
    """The page is to be closed.

    Parameters
    ----------
    code : int
        Close code of the socket.
    """

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Viewer:
    """One open page.

    Parameters
    ----------
    who : object
        Whose it is; pages of one student have equal ones.
    paint : callable
        Returns the parts of the page as they should be now; None to be asked again after others.
    send : callable
        Sends a text through its socket.
    gap : float
        Least seconds between two pictures.
    """

    def __init__(self, who: object, paint: Paint, send: Send, gap: float = GAP) -> None:
        self.who, self.paint, self.send, self.gap = who, paint, send, gap
        self.look: dict[str, Any] = {}
        self.seen: dict[str, str] = {}
        self.outbox: deque[str | int] = deque()
        self.wake = asyncio.Event()
        self.dirty = self.queued = self.showing = self.gone = False
        self.rest: asyncio.TimerHandle | None = None
        self.behind = False
        self.due = 0.0

    def put(self, message: str | int) -> None:
        """Have a message sent; a number closes the socket with that code."""
        if len(self.outbox) >= MOST_WAITING:
            self.outbox.clear()
            message = 1013
        self.outbox.append(message)
        self.wake.set()

    def bye(self, reason: str, code: int) -> None:
        """Tell the page why it is closed, and close it."""
        self.put(json.dumps({"bye": reason}))
        self.put(code)


class Load:
    """How much of its time the server spends on something, over the last second or so.

    Examples
    --------
    >>> load = Load()
    >>> load.spent(0.0, 0.2)
    >>> round(load.share(0.0), 3), round(load.share(1.0), 3)
    (0.2, 0.074)
    """

    def __init__(self) -> None:
        self.amount = self.at = 0.0

    def share(self, now: float) -> float:
        """Return the share of the time before a moment, 0..1."""
        return self.amount * math.exp((self.at - now) / MEMORY) / MEMORY

    def spent(self, now: float, seconds: float) -> None:
        """Note time that has been spent."""
        self.amount = self.share(now) * MEMORY + seconds
        self.at = now


class Hub:
    """The open pages of one class.

    Parameters
    ----------
    version : callable
        Returns the number of the class's newest log line.
    """

    def __init__(self, version: Callable[[], int]) -> None:
        self.version = version
        self.viewers: set[Viewer] = set()
        self.first: deque[Viewer] = deque()
        self.others: deque[Viewer] = deque()
        self.work = asyncio.Event()
        self.load = Load()
        self.painter: asyncio.Task[None] | None = None

    def enter(self, viewer: Viewer) -> None:
        """Take a page in, and paint it whole."""
        self.viewers.add(viewer)
        if self.painter is None or self.painter.done():
            self.painter = asyncio.create_task(self.keep_painting())
        self.mark(viewer, at_once=True)

    def leave(self, viewer: Viewer) -> None:
        """Forget a page; the last one ends the painting."""
        viewer.gone = True
        self.viewers.discard(viewer)
        if not self.viewers and self.painter is not None:
            self.painter.cancel()
            self.painter = None
            self.first.clear()
            self.others.clear()

    @property
    def calm(self) -> bool:
        """Whether no page waits to be painted."""
        return not (self.first or self.others)

    @property
    def together(self) -> bool:
        """Whether every page has what concerns everybody, such as the next step."""
        return not any(viewer.behind for viewer in self.viewers)

    def of(self, who: object) -> list[Viewer]:
        """Return the open pages of somebody."""
        return [viewer for viewer in self.viewers if viewer.who == who]

    def mark(self, viewer: Viewer, at_once: bool = False, rests: bool = True) -> None:
        """Note that a page may have something new to show.

        Parameters
        ----------
        at_once : bool
            Whether it is painted before all others.
        rests : bool
            Whether it waits out the least time between two pictures, as it would for a move.
        """
        if viewer.gone:
            return
        viewer.dirty = True
        viewer.behind |= not rests
        if at_once:
            self.first.append(viewer)
            self.work.set()
        elif not viewer.queued or (viewer.rest and not rests):
            viewer.queued = True
            if viewer.rest:
                viewer.rest.cancel()
            wait = viewer.due - asyncio.get_running_loop().time()
            if rests and wait > 0:
                viewer.rest = asyncio.get_running_loop().call_later(wait, self.line_up, viewer)
            else:
                self.line_up(viewer)

    def line_up(self, viewer: Viewer) -> None:
        """Let a page wait for its turn to be painted."""
        viewer.rest = None
        self.others.append(viewer)
        self.work.set()

    async def keep_painting(self) -> None:
        """Paint one page after the other, with a look at the sockets in between."""
        while True:
            while self.first or self.others:
                acts = bool(self.first)
                if acts:
                    self.paint(self.first.popleft())
                # whoever acts comes first, but not so that the others never see the next step
                if self.others and (not acts or self.others[0].behind):
                    viewer = self.others.popleft()
                    viewer.queued = False
                    self.paint(viewer)
                await asyncio.sleep(0)
            self.work.clear()
            await self.work.wait()

    def paint(self, viewer: Viewer) -> None:
        """Have a page's changes sent; one that has not taken the last ones yet comes later."""
        if viewer.gone or not viewer.dirty or viewer.showing:
            return
        viewer.dirty = viewer.behind = False
        begin = time.perf_counter()
        try:
            parts = viewer.paint(viewer)
            if parts is None:
                # it let others come first, so it is not one of those who must not wait
                self.mark(viewer, rests=False)
                viewer.behind = False
                return
            message = news(viewer.seen, parts, self.version())
        except Exception:
            log.exception("a page could not be painted")
            message = ""
        now = time.perf_counter()
        self.load.spent(now, now - begin)
        stretch = max(1.0, (self.load.share(now) / SHARE) ** 2)
        viewer.due = asyncio.get_running_loop().time() + viewer.gap * stretch
        if message:
            viewer.showing = True
            viewer.put(message)

    async def deliver(self, viewer: Viewer) -> None:
        """Send a page what waits for it, until it is to be closed.

        Raises
        ------
        GoneError
            With the code to close the socket with: as told, or because the page is too slow.
        """
        while True:
            await viewer.wake.wait()
            viewer.wake.clear()
            while viewer.outbox:
                message = viewer.outbox[0]
                if isinstance(message, int):
                    raise GoneError(message)
                try:
                    async with asyncio.timeout(PATIENCE):
                        await viewer.send(message)
                except TimeoutError:
                    raise GoneError(1013) from None
                if viewer.outbox and viewer.outbox[0] is message:
                    viewer.outbox.popleft()
            viewer.showing = False
            if viewer.dirty:
                self.mark(viewer, rests=not viewer.behind)
