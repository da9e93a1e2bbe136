"""The server is killed in mid-round: every move that was acknowledged is there, and the time."""

import asyncio
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

import pytest

from classroom.store import Store, in_folder
from classroom.web.bots.fetch import Browser
from classroom.web.bots.line import Line
from classroom.web.bots.mover import choose
from tests.classroom.web.hosted import Hosted, hosted
from tests.classroom.web.running import heard, run

resource = pytest.importorskip("resource")
PRESENT = ("clock", "around", "links", "people", "board", "klass", "next", "tables", "help")
"""Parts that tell who is connected, or what time it is."""


async def lines_of(url: str, code: str, browsers: list[Browser]) -> list[Line]:
    lines = [Line(f"{url}/class/{code}/socket", each.cookie, heard) for each in browsers]
    await asyncio.gather(*(line.open() for line in lines))
    return lines


def lasting(line: Line) -> dict[str, Any]:
    return {part: value for part, value in line.see.items() if part not in PRESENT}


async def play(lines: list[Line], until: int, dice: Random) -> list[int]:
    """Let everybody who is asked move, until so many moves are kept; returns their numbers."""
    kept: list[int] = []
    while len(kept) < until:
        for line in lines:
            turn, game = line.see.get("turn"), line.see.get("game") or {}
            if turn and line.see["me"]["role"] == "decides":
                answer, _ = await line.do("move", move=choose(turn, dice), turn=game["question"])
                kept += [answer["n"]] if answer["ok"] else []
        await asyncio.sleep(0.02)
    return kept


async def set_up(server: Hosted, people: int) -> tuple[Line, str, list[Browser], list[Line]]:
    key = urlsplit(server.teach).path.split("/")[-1]
    desk = Browser(server.url)
    changed = {"floor_seconds": 600, "answer_seconds": 600, "ai_seconds": 60}
    made = (await desk.post(f"teach/{key}", {"plan": "economic-75", "changed": changed})).json()
    code = made["code"]
    teacher = Line(f"{server.url}/{made['go']}/socket", "", heard)
    await teacher.open()
    browsers = [Browser(server.url) for _ in range(people)]
    for k, browser in enumerate(browsers):
        answer = await browser.post(f"join/{code}", {"nick": f"P{k}"})
        while answer.status == 202:
            await asyncio.sleep(0.1)
            answer = await browser.get(f"join/{code}/place/{answer.json()['ticket']}")
        assert answer.status == 200
    lines = await lines_of(server.url, code, browsers)
    for to in (1, 2, 3):
        assert (await teacher.do("next", to=to))[0]["ok"]
    for line in lines:
        assert await line.until(lambda see: see["step"]["kind"] == "play", 30)
    return teacher, code, browsers, lines


@pytest.mark.timeout(300)
def test_after_kill_9_everybody_is_where_they_were(tmp_path: Path):
    async def scene() -> None:
        with hosted(tmp_path) as server:
            teacher, code, browsers, lines = await set_up(server, 8)
            dice = Random(3)
            kept = await play(lines, 25, dice)
            await asyncio.sleep(0.6)  # the last pictures arrive
            before = [lasting(line) for line in lines]
            look = Line(teacher.address, "", heard)
            await look.open()
            clock = look.see["clock"]  # of this very moment
            server.kill()
            await asyncio.gather(*(line.reader for line in lines))

            log = Store(in_folder(tmp_path))
            (cid,) = log.classes()
            decided = {e.n: e for e in log.read(cid) if e.kind == "decided"}
            assert set(kept) <= decided.keys()
            since = log.classes()[cid]
            log.close()

            assert server.start() < 60
            back = await lines_of(server.url, code, browsers)
            assert [lasting(line) for line in back] == before
            look = Line(teacher.address, "", heard)
            await look.open()
            after = look.see["clock"]
            assert after["ends"] == clock["ends"]
            assert after["running"]
            assert abs(since - clock["t"]) < 2.5  # class time goes on from there: down is not run
            assert since <= after["t"] < since + 60
            more = await play(back, 10, dice)
            assert min(more) > max(kept)

    run(scene, 280)


@pytest.mark.timeout(300)
@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="needs Linux to fill a disk")
def test_on_a_full_disk_a_class_is_read_only_and_can_be_taken_away(tmp_path: Path):
    """No file may grow any more, which is what a full disk comes to."""

    async def scene() -> None:
        with hosted(tmp_path) as server:
            teacher, _, _, lines = await set_up(server, 4)
            kept = await play(lines, 5, Random(3))
            most = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
            resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (4096, most[1]))
            answer, _ = await teacher.do("message", text="lost", tables="all")
            assert answer["error"] in ("not_kept", "read_only")
            assert await lines[0].until(lambda see: see["fault"], 10)
            refused, _ = await lines[0].do("help", on=True)
            assert refused["error"] == "read_only"
            path = urlsplit(teacher.address).path.removesuffix("/socket").strip("/")
            zipped = await Browser(server.url).get(f"{path}/export.zip")
            assert zipped.status == 200
            assert zipped.body[:2] == b"PK"
            resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, most)
            assert await lines[0].until(lambda see: not see["fault"], 20)
            assert (await lines[0].do("help", on=True))[0]["ok"]
            server.kill()
        log = Store(in_folder(tmp_path))
        (cid,) = log.classes()
        entries = list(log.read(cid))
        numbers = [each.n for each in entries]
        assert set(kept) <= set(numbers)
        assert numbers == list(range(1, len(numbers) + 1))
        assert not any(each.data.get("text") == "lost" for each in entries)
        log.close()

    run(scene, 280)
