"""Lines that behave badly: nonsense, haste, silence; nobody else may feel it."""

import asyncio
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from classroom.web import hub as hubs
from classroom.web import pace, sockets
from classroom.web.bots.line import Line
from tests.classroom.web.running import PLAIN, run, running, until


def test_malformed_frames_are_answered_then_the_line_is_cut(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            ana, bo = await server.enter(room, "Ana"), await server.enter(room, "Bo")
            await ana.socket.send("nonsense")
            await until(lambda: ana.received)
            assert (await ana.do("ready", on=True))[0]["ok"]
            for wrong in ({"do": "fly"}, {"do": "ready", "on": 3}, {"do": "move", "move": []}):
                what = wrong.pop("do")
                answer, _ = await ana.do(what, **wrong)
                assert not answer["ok"]
                assert answer["error"]
            assert not (await ana.do("next", to=1))[0]["ok"]  # a teacher's
            with pytest.raises(ConnectionClosed):
                await babble(ana)
            assert ana.socket.close_code == sockets.TOO_MANY
            assert (await bo.do("ready", on=True))[0]["ok"]
            n = room.state.n
            assert [e.kind for e in server.house.store.read(room.state.cid)].count("readied") == 2
            assert n == room.state.n

    run(scene)


async def babble(line: Line) -> None:
    for k in range(100):
        await line.socket.send(b"\x00\xff" if k % 2 else "[" * 20_000)
        await asyncio.sleep(0.005)


def test_haste_is_refused_without_harm_to_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pace, "BURST", 10.0)

    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            ana, bo = await server.enter(room, "Ana"), await server.enter(room, "Bo")
            answers = await asyncio.gather(
                *(ana.do("ready", on=bool(k % 2)) for k in range(25)), return_exceptions=True
            )
            errors = [a[0].get("error") for a in answers if isinstance(a, tuple)]
            assert errors.count("too_fast") >= 10
            assert (await bo.do("ready", on=True))[0]["ok"]

    run(scene)


def test_a_dropped_line_is_noticed_and_taken_up_again(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path, ping=0.2, ping_timeout=0.2) as server:
            room = server.make()
            browser = await server.join(room, "Ana")
            line = await server.open(room, browser)
            line.socket.transport.abort()  # no goodbye
            await until(lambda: not room.online)
            again = await server.open(room, browser)
            assert again.see["me"]["nick"] == "Ana"
            assert list(room.online) == ["s1"]
            # a phone that sleeps: the socket stays, nobody answers
            again.socket.transport.pause_reading()
            await until(lambda: not room.online)
            third = await server.open(room, browser)
            assert third.see["me"]["sid"] == "s1"

    run(scene)


def test_a_client_that_reads_nothing_delays_nobody_and_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(hubs, "PATIENCE", 1.0)
    big = {"n": 0}

    def student(room, who) -> dict:
        return {"n": big["n"], "much": "x" * 400_000 + str(big["n"])}

    async def scene() -> None:
        async with running(tmp_path, painters={**PLAIN, "student": student}) as server:
            room = server.make()
            slow, fine = await server.enter(room, "Slow"), await server.enter(room, "Fine")
            slow.socket.transport.pause_reading()
            worst = 0.0
            for k in range(1, 30):
                big["n"] = k
                room.publish({"all"}, None)
                begin = asyncio.get_running_loop().time()
                await until(lambda k=k: fine.see["n"] == k)
                worst = max(worst, asyncio.get_running_loop().time() - begin)
                if "s1" not in room.online:
                    break
            await until(lambda: "s1" not in room.online, 10)
            assert "s2" in room.online
            assert worst < 1.0
            viewers = server.site.audience(room).hub.viewers
            assert [each.who.sid for each in viewers] == ["s2"]

    run(scene)
