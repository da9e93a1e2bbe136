"""The hub with a class that is nothing but a number."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from classroom.web import hub as hubs
from classroom.web.hub import GAP, GoneError, Hub, Viewer
from tests.classroom.web.leaping import run
from tests.classroom.web.running import until


class Page:
    """An open page, what it was sent and when, with a network that can be stopped."""

    def __init__(self, hub: Hub, who: str, paint: Callable[[], dict[str, Any]]) -> None:
        self.got: list[tuple[float, dict[str, Any]]] = []
        self.painted = 0
        self.flows = asyncio.Event()
        self.flows.set()
        self.hub, self.paint = hub, paint
        self.viewer = Viewer(who, self.painting, self.send)
        self.code = 0
        hub.enter(self.viewer)
        self.task = asyncio.create_task(self.deliver())

    def painting(self, _: Viewer) -> dict[str, Any]:
        self.painted += 1
        return self.paint()

    async def send(self, text: str) -> None:
        await self.flows.wait()
        self.got.append((asyncio.get_running_loop().time(), json.loads(text)))

    async def deliver(self) -> None:
        try:
            await self.hub.deliver(self.viewer)
        except GoneError as gone:
            self.code = gone.code
            self.hub.leave(self.viewer)

    @property
    def shown(self) -> Any:
        return self.got[-1][1]["see"]["x"] if self.got else None


def mark_all(hub: Hub) -> None:
    for viewer in hub.viewers:
        hub.mark(viewer)


def test_many_changes_are_few_pictures_and_the_last_is_shown():
    async def scene() -> None:
        now = {"x": 0}
        hub = Hub(lambda: now["x"])
        page = Page(hub, "s1", lambda: dict(now))
        await until(lambda: page.shown == 0)
        for k in range(1, 101):
            now["x"] = k
            hub.mark(page.viewer)
            await asyncio.sleep(0.005)
        await until(lambda: page.shown == 100)
        assert len(page.got) <= 5
        assert page.painted == len(page.got)
        gaps = [b - a for (a, _), (b, _) in zip(page.got, page.got[1:], strict=False)]
        assert min(gaps) >= GAP * 0.999
        assert page.got[-1][1]["n"] == 100

    run(scene)


def test_who_acts_waits_for_nothing():
    async def scene() -> None:
        now = {"x": 0}
        hub = Hub(lambda: now["x"])
        page = Page(hub, "s1", lambda: dict(now))
        await until(lambda: page.shown == 0)
        begin = asyncio.get_running_loop().time()
        for k in range(1, 6):
            now["x"] = k
            page.viewer.put(json.dumps({"ack": str(k), "see": {"x": None}}))
            hub.mark(page.viewer, at_once=True)
            await until(lambda k=k: page.shown == k)
        assert asyncio.get_running_loop().time() - begin < GAP

    run(scene)


def test_what_concerns_everybody_does_not_wait_between_two_pictures():
    async def scene() -> None:
        now = {"x": 0}
        hub = Hub(lambda: now["x"])
        page = Page(hub, "s1", lambda: dict(now))
        await until(lambda: page.shown == 0)
        begin = asyncio.get_running_loop().time()
        for k in range(1, 6):
            now["x"] = k
            hub.mark(page.viewer)
            hub.mark(page.viewer, rests=False)
            await until(lambda k=k: page.shown == k)
        assert asyncio.get_running_loop().time() - begin < GAP
        # and what waited when it came is not shown once more
        assert page.painted == 6
        assert hub.together
        page.flows.clear()
        hub.mark(page.viewer)
        await until(lambda: page.painted == 7)
        hub.mark(page.viewer, rests=False)
        # a page that is slow to take one picture gets the next without a rest
        assert not hub.together
        begin = asyncio.get_running_loop().time()
        now["x"] = 6
        page.flows.set()
        await until(lambda: page.shown == 6)
        assert asyncio.get_running_loop().time() - begin < GAP
        assert hub.together

    run(scene)


def test_who_acts_is_painted_before_a_whole_class():
    async def scene() -> None:
        order: list[str] = []
        now = {"x": 0}
        hub = Hub(lambda: now["x"])

        def painter(name: str) -> Callable[[], dict[str, Any]]:
            return lambda: order.append(name) or dict(now)

        pages = [Page(hub, f"s{k}", painter(f"s{k}")) for k in range(50)]
        await until(lambda: all(page.got for page in pages))
        await asyncio.sleep(GAP * 1.2)
        order.clear()
        now["x"] = 1
        mark_all(hub)
        hub.mark(pages[40].viewer, at_once=True)
        await until(lambda: all(page.shown == 1 for page in pages))
        assert order[0] == "s40"
        assert sorted(order) == sorted(f"s{k}" for k in range(50))  # and nobody twice

    run(scene)


def test_a_slow_page_holds_nobody_up_misses_nothing_and_is_given_up_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(hubs, "PATIENCE", 0.8)

    async def scene() -> None:
        now = {"x": 0}
        hub = Hub(lambda: now["x"])
        slow, other = (Page(hub, who, lambda: dict(now)) for who in ("s1", "s2"))
        await until(lambda: slow.got and other.got)
        slow.flows.clear()
        for k in range(1, 4):
            now["x"] = k
            mark_all(hub)
            await until(lambda k=k: other.shown == k)
        assert len(slow.viewer.outbox) == 1  # one picture waits, however much has happened
        slow.flows.set()
        await until(lambda: slow.shown == 3)
        slow.flows.clear()
        now["x"] = 4
        mark_all(hub)
        await until(lambda: slow.code)
        assert slow.code == 1013
        assert slow.viewer not in hub.viewers
        assert other.shown == 4

    run(scene)


def test_answers_nobody_takes_do_not_pile_up():
    async def scene() -> None:
        hub = Hub(lambda: 0)
        page = Page(hub, "s1", lambda: {"x": 0})
        await until(lambda: page.got)
        page.flows.clear()
        for k in range(500):
            page.viewer.put(json.dumps({"ack": str(k)}))
        assert len(page.viewer.outbox) <= hubs.MOST_WAITING
        page.flows.set()
        await until(lambda: page.code)
        assert page.code == 1013

    run(scene)


def test_a_page_that_cannot_be_painted_keeps_what_it_has_and_stops_nobody():
    async def scene() -> None:
        now = {"x": 0}
        hub = Hub(lambda: now["x"])
        broken = Page(hub, "s1", lambda: {"x": 0} if now["x"] == 0 else 1 / 0)
        other = Page(hub, "s2", lambda: dict(now))
        await until(lambda: broken.got and other.got)
        now["x"] = 1
        mark_all(hub)
        await until(lambda: other.shown == 1)
        assert broken.shown == 0

    run(scene)


def test_a_page_is_told_why_it_is_closed():
    async def scene() -> None:
        hub = Hub(lambda: 0)
        page = Page(hub, "s1", lambda: {"x": 0})
        await until(lambda: page.got)
        page.viewer.bye("elsewhere", 4001)
        await until(lambda: page.code)
        assert page.got[-1][1] == {"bye": "elsewhere"}
        assert page.code == 4001

    run(scene)


def test_with_the_last_page_the_painting_ends():
    async def scene() -> None:
        hub = Hub(lambda: 0)
        page = Page(hub, "s1", lambda: {"x": 0})
        await until(lambda: page.got)
        hub.leave(page.viewer)
        assert hub.painter is None
        again = Page(hub, "s1", lambda: {"x": 0})
        await until(lambda: again.got)

    run(scene)
