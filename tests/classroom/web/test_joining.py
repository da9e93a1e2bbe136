import asyncio
import time
from typing import Any

import pytest

from classroom.entry import Refusal
from classroom.web import joining
from classroom.web.joining import Door, Ticket


class Register:
    """A class that takes everybody in, slowly."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.names: list[str] = []
        self.seconds = seconds

    async def admit(self, ticket: Ticket) -> dict[str, Any]:
        await asyncio.sleep(self.seconds)
        if ticket.nick == "nobody":
            raise Refusal("bad-nick")
        if ticket.nick == "broken":
            raise OSError("disk")
        self.names.append(ticket.nick)
        return {"sid": f"s{len(self.names)}"}


def test_whoever_comes_alone_is_in_at_once():
    async def scene() -> None:
        door = Door(Register().admit)
        ticket = await door.come("ABCDEF", "Ana", "1")
        assert ticket.answer == {"sid": "s1"}
        assert door.place(ticket) == 0

    asyncio.run(scene())


def test_three_hundred_at_once_get_places_in_order_and_all_come_in(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(joining, "PACE", 0.001)

    async def scene() -> None:
        register = Register(0.001)
        door = Door(register.admit)
        begin = time.monotonic()
        coming = [door.come("ABCDEF", f"n{k}", str(k)) for k in range(300)]
        tickets = await asyncio.gather(*coming)
        assert time.monotonic() - begin < 1.0
        places = [door.place(ticket) for ticket in tickets if ticket.answer is None]
        assert len(places) > 200
        assert places == sorted(places)
        assert len(set(places)) == len(places)
        async with asyncio.timeout(10):
            while len(door):
                await asyncio.sleep(0.01)
        await asyncio.gather(*(ticket.done.wait() for ticket in tickets))
        assert register.names == [f"n{k}" for k in range(300)]  # first come, first in
        assert len({ticket.answer["sid"] for ticket in tickets}) == 300
        assert not any(door.place(ticket) for ticket in tickets)

    asyncio.run(scene())


def test_a_double_click_is_one_student():
    async def scene() -> None:
        register = Register(0.01)
        door = Door(register.admit)
        one, two = await asyncio.gather(
            door.come("ABCDEF", "Ana", "1"), door.come("ABCDEF", "Ana", "1")
        )
        assert one is two
        assert register.names == ["Ana"]
        other = await door.come("ABCDEF", "Ana", "2")
        assert other is not one

    asyncio.run(scene())


def test_a_refused_name_may_be_tried_again_with_the_same_page():
    async def scene() -> None:
        register = Register()
        door = Door(register.admit)
        refused = await door.come("ABCDEF", "nobody", "1")
        assert refused.error is not None
        assert refused.error.why == "bad-nick"
        assert (await door.come("ABCDEF", "Ana", "1")).answer == {"sid": "s1"}

    asyncio.run(scene())


def test_one_that_fails_does_not_stop_the_queue():
    async def scene() -> None:
        door = Door(Register().admit)
        failed, fine = await asyncio.gather(
            door.come("ABCDEF", "broken", "1"), door.come("ABCDEF", "Ana", "2")
        )
        assert failed.error is not None
        assert failed.error.why == "failed"
        assert fine.answer is not None

    asyncio.run(scene())


def test_who_leaves_the_queue_is_no_ghost(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(joining, "LOST", 0.05)
    monkeypatch.setattr(joining, "GROUP", 1)

    async def scene() -> None:
        register = Register(0.2)
        door = Door(register.admit)
        coming = [asyncio.create_task(door.come("ABCDEF", f"n{k}", str(k))) for k in range(2)]
        await asyncio.gather(*coming)
        async with asyncio.timeout(5):
            while len(door):
                await asyncio.sleep(0.01)
        assert register.names == ["n0"]

    asyncio.run(scene())


def test_a_ticket_is_of_its_class_alone():
    async def scene() -> None:
        door = Door(Register().admit)
        ticket = await door.come("ABCDEF", "Ana", "1")
        assert door.find("ABCDEF", ticket.name) is ticket
        assert door.find("GHJKLM", ticket.name) is None
        assert door.find("ABCDEF", "x") is None

    asyncio.run(scene())
