"""A loop whose clock leaps to whatever is due next: what is timed, however busy the machine is."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Awaitable, Callable
from typing import Any


class Leaping(asyncio.SelectorEventLoop):
    """A loop in which nothing takes time but waiting, and waiting takes none of ours."""

    def __init__(self) -> None:
        self.now = 0.0
        super().__init__(Leap(self))

    def time(self) -> float:
        return self.now


class Leap(selectors.DefaultSelector):
    """Looks at once where the loop would wait, and puts its clock forward instead."""

    def __init__(self, loop: Leaping) -> None:
        super().__init__()
        self.loop = loop

    def select(self, timeout: float | None = None) -> list[Any]:
        assert timeout is not None, "nothing is due any more, and somebody still waits"
        self.loop.now += timeout
        return super().select(0)


def run(scene: Callable[[], Awaitable[None]], seconds: float = 60.0) -> None:
    """Run a scene of a test that asks no network and no thread."""
    with asyncio.Runner(loop_factory=Leaping) as runner:
        runner.run(asyncio.wait_for(scene(), seconds))
