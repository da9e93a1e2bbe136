"""The debrief on a busy machine, and where something of it fails: it is told, and begun again."""

import asyncio
import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from classroom.debrief.bench import BACK
from classroom.debrief.desk import Desk
from classroom.debrief.findings import Findings
from classroom.debrief.worker import Worker
from classroom.debrief.workshop import Workshop
from classroom.who import Teacher
from tests.classroom.lessons import SHORT, lesson
from tests.classroom.test_desk import PATIENCE, played_to_the_end, until, whole


def niceness(pid: int) -> set[int]:
    """Return how far the threads of a process stand back."""
    tasks = Path(f"/proc/{pid}/task").glob("*/stat")
    return {int(each.read_text().rsplit(")", 1)[1].split()[16]) for each in tasks}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere who stands back stays there")
def test_a_worker_stands_back_while_people_play_and_no_longer():
    told: list[Findings] = []
    worker = Worker(told.append, runs=2)
    pid, own = worker.process.pid, os.nice(0)
    try:
        until(lambda: max(niceness(pid)) == own + BACK)
        worker.take(lesson().plays[0])
        worker.close(1)
        worker.stand_back(False)
        until(lambda: niceness(pid) == {own})
        until(lambda: told and whole(told[-1]))
        worker.stand_back(True)
        until(lambda: max(niceness(pid)) == own + BACK)
    finally:
        worker.stop()


def test_the_worker_comes_forward_once_play_has_ended(hands, monkeypatch):
    monkeypatch.setattr("classroom.debrief.desk.SHOWN", 0.05)
    room, said = hands.make(SHORT, people=3), []

    async def lesson_goes_on() -> None:
        desk = Desk(room, runs=0, apart=False)
        monkeypatch.setattr(desk.at_work(), "stand_back", said.append)
        for expected in ([], [], [False], [False, True], [False, True, False]):
            await room.do(Teacher(), {"do": "next", "to": room.state.step + 1})
            async with asyncio.timeout(PATIENCE):
                while said != expected:
                    await asyncio.sleep(0.02)
        assert room.state.at.kind == "statements"
        desk.stop()

    asyncio.run(lesson_goes_on())


def test_an_export_that_cannot_be_made_is_the_log_and_says_why(hands, monkeypatch):
    def fails(*given):
        raise ValueError("no sheets today")

    monkeypatch.setattr("classroom.export.archive.sheets_of", fails)
    room = hands.make(SHORT, people=3)
    hands.to(room, "play", 1)
    desk = Desk(room, runs=0, apart=False)
    with zipfile.ZipFile(io.BytesIO(desk.export())) as opened:
        files = {name: opened.read(name).decode() for name in opened.namelist()}
    desk.stop()
    assert len(files["class.jsonl"].splitlines()) == room.state.n
    assert "no sheets today" in files["README.txt"]
    assert "作れませんでした" in files["README.ja.txt"]
    assert "scenarios/economic-2-plus-2.toml" in files


def test_what_failed_is_told_and_measured_again_on_request(hands, monkeypatch):
    real, broken = Workshop.learn, [True]

    def learn(shop, key, each):
        if broken and each.table == 1:
            raise ArithmeticError("no number")
        real(shop, key, each)

    monkeypatch.setattr(Workshop, "learn", learn)
    room = played_to_the_end(hands)
    desk = Desk(room, runs=2, apart=False)
    hands.next(room)
    hands.wait(3)
    until(lambda: desk.findings.rest and desk.findings.faults)
    assert "table 1: ArithmeticError: no number" in desk.findings.faults[0]
    broken.clear()
    desk.again()
    assert desk.findings.faults == ()
    until(lambda: desk.findings.rest and whole(desk.findings))
    assert desk.findings.faults == ()
    desk.stop()


def test_what_cannot_even_be_handed_in_or_put_together_is_told(hands, monkeypatch):
    def fails(*given):
        raise ArithmeticError("no number")

    room = played_to_the_end(hands)
    hands.to(room, "debrief")
    hands.wait(5)
    back = hands.restart().by_code(room.state.code)
    monkeypatch.setattr("classroom.debrief.bench.built", fails)
    monkeypatch.setattr("classroom.debrief.summing.progress", fails)
    desk = Desk(back, runs=1, apart=False)
    until(lambda: desk.findings.rest and len(desk.findings.faults) >= 3)
    assert any(each.startswith("round 1, table 1: Arith") for each in desk.findings.faults)
    assert any(each.startswith("all together: Arith") for each in desk.findings.faults)
    desk.stop()


def test_a_worker_that_dies_is_begun_again_once_and_then_it_is_told(hands):
    room = played_to_the_end(hands)

    async def so(true) -> None:
        async with asyncio.timeout(PATIENCE):
            while not true():
                await asyncio.sleep(0.02)

    async def measured() -> None:
        desk = Desk(room, runs=2)
        hands.house.tick()
        await room.do(Teacher(), {"do": "next", "to": room.state.step + 1})
        for _ in range(20):
            hands.wait(0.25)
        first = desk.worker
        first.process.kill()
        await so(lambda: desk.worker is not first)
        await so(lambda: whole(desk.findings))
        second = desk.worker
        second.process.kill()
        await so(lambda: desk.findings.faults)
        assert desk.worker is second
        assert desk.findings.results  # what was measured is shown still
        room.publish({"all"}, None)
        assert desk.worker is second
        assert (await asyncio.to_thread(desk.export))[:2] == b"PK"
        desk.again()
        await so(lambda: desk.findings.rest and whole(desk.findings))
        assert desk.findings.faults == ()
        desk.stop()

    asyncio.run(measured())
