"""The debrief of a class under way: measured as tables end, away from those who play."""

import asyncio
import io
import os
import sys
import time
import zipfile
from pathlib import Path

import pytest

from classroom.debrief.bench import BACK
from classroom.debrief.desk import Desk, Desks
from classroom.debrief.findings import Findings
from classroom.debrief.summing import findings
from classroom.debrief.worker import Worker
from classroom.debrief.workshop import Workshop
from classroom.export.archive import archive
from classroom.room import Room
from tests.classroom.lessons import PEOPLE, SHORT, found, lesson
from tests.classroom.test_a_lesson import human_moves

PATIENCE = 100.0


def until(true, seconds: float = PATIENCE) -> None:
    """Wait until something is so; fail where it takes too long."""
    ends = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < ends, "it takes too long"
        time.sleep(0.02)


def whole(made: Findings) -> bool:
    return bool(made.progress) and all(done == of > 0 for done, of in made.progress.values())


@pytest.mark.parametrize("apart", [True, False])
def test_a_worker_finds_what_a_workshop_finds(apart: bool):
    told: list[Findings] = []
    worker = Worker(told.append, runs=12, apart=apart)
    for each in lesson().plays:
        worker.take(each)
    for number in (1, 2):
        worker.close(number)
    try:
        until(lambda: told and whole(told[-1]))
        assert told[-1].results == found().results
        assert told[-1].contrasts == found().contrasts
        assert told[-1].runs == found().runs
        assert told[-1].seats == found().seats
        assert worker.export(lesson().entries).result(PATIENCE) == archive(
            lesson().entries, told[-1], lesson().papers
        )
    finally:
        worker.stop()
    if apart:
        until(lambda: not worker.process.is_alive())


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
            await room.do(_teacher(), {"do": "next", "to": room.state.step + 1})
            async with asyncio.timeout(PATIENCE):
                while said != expected:
                    await asyncio.sleep(0.02)
        assert room.state.at.kind == "statements"
        desk.stop()

    asyncio.run(lesson_goes_on())


def test_an_export_that_fails_says_why():
    worker = Worker(lambda found: None, runs=0, apart=False)
    try:
        with pytest.raises(RuntimeError, match="empty"):
            worker.export([]).result(PATIENCE)
    finally:
        worker.stop()


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
        await room.do(_teacher(), {"do": "next", "to": room.state.step + 1})
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


def rounds(made: Findings) -> set[int]:
    return {each.round for each in made.results}


def played_to_the_end(hands, people: int = 5) -> Room:
    room = hands.make(SHORT, people=people)
    hands.to(room, "play", 1)
    human_moves(hands, room, 5)
    return room


def test_a_desk_measures_tables_as_they_end_and_again_after_a_restart(hands):
    room = played_to_the_end(hands)
    desk = Desk(room, runs=2, apart=False)
    assert desk.findings == Findings()
    hands.next(room)
    hands.wait(3)
    until(lambda: len(desk.findings.results) == len(room.state.tables))
    hands.to(room, "play", 2)
    human_moves(hands, room, 5)
    hands.to(room, "debrief")
    hands.wait(3)
    until(lambda: whole(desk.findings) and rounds(desk.findings) == {1, 2})
    desk.stop()
    people = {
        sid for each in desk.findings.results for sids in each.people.values() for sid in sids
    }
    assert people == set(room.state.students)

    back = hands.restart().by_code(room.state.code)
    other = Desk(back, runs=2, apart=False)
    hands.wait(3)
    until(lambda: whole(other.findings) and rounds(other.findings) == {1, 2})
    other.stop()
    assert other.findings.results == desk.findings.results
    assert other.findings.measures == desk.findings.measures
    assert other.findings.seats == desk.findings.seats


def test_screens_are_told_in_the_loop_and_phones_only_of_what_concerns_them(hands):
    room = played_to_the_end(hands)
    told: list[set[str]] = []

    async def measured() -> None:
        desk = Desk(room, runs=3, apart=False)
        room.watchers.append(lambda whom, who: told.append(whom))
        await room.do(_teacher(), {"do": "next", "to": room.state.step + 1})
        for _ in range(3000):
            hands.house.tick()
            if whole(desk.last):
                break
            await asyncio.sleep(0.01)
        assert whole(desk.last)
        desk.stop()

    asyncio.run(measured())
    assert {"all"} in told


def _teacher():
    from classroom.who import Teacher

    return Teacher()


def test_a_rehearsed_class_is_measured_without_playing_it_again(hands):
    room = hands.house.adopt(lesson().entries)
    desk = Desk(room, runs=12, apart=False)
    desk.know(lesson().plays)
    until(lambda: whole(desk.findings) and rounds(desk.findings) == {1, 2})
    assert desk.findings.results == found().results
    assert desk.findings.contrasts == found().contrasts
    desk.stop()
    assert len(room.state.students) == PEOPLE


def test_a_desk_that_was_let_go_begins_anew_for_an_export(hands):
    room = played_to_the_end(hands)
    desk = Desk(room, runs=0, apart=False)
    hands.next(room)
    hands.wait(3)
    until(lambda: len(desk.findings.results) == len(room.state.tables))
    before = desk.export()
    desk.stop()
    assert desk.export() == before
    desk.stop()


def test_a_deleted_class_is_measured_no_further(hands):
    room = played_to_the_end(hands)
    desks = Desks(lambda room: Desk(room, runs=0, apart=False))
    desk = desks.of(room)
    assert desks.of(room) is desk
    assert desk.findings is desk.last
    assert hands.teach(room, "delete", code=room.state.code).ok
    assert desk.worker.stopped
    desks.stop()


def test_after_a_restart_each_table_is_handed_in_once(hands, monkeypatch):
    room = played_to_the_end(hands)
    hands.wait(30)
    hands.to(room, "debrief")
    hands.wait(5)
    back = hands.restart().by_code(room.state.code)
    desk = Desk(back, runs=0, apart=False)
    built = []
    monkeypatch.setattr(
        desk.at_work(), "build", lambda tid, sitting: built.append((tid, sitting.round))
    )
    for _ in range(3):
        desk.noticed({"all"}, None)  # as every finding tells the phones
    assert sorted(built) == sorted(set(built))
    assert built
    desk.stop()


def test_findings_of_nothing_are_empty():
    from classroom.debrief.workshop import Workshop

    made = findings(Workshop())
    assert (made.results, made.runs, made.questions) == ((), (), ())


def test_a_round_left_unfinished_is_measured_as_ai_would_end_it(hands):
    room = played_to_the_end(hands)
    desk = Desk(room, runs=0, apart=False)
    hands.to(room, "play", 2)  # at once: AI has not taken its last decisions of round 1
    tables = len(room.state.tables)
    assert not all(each.sittings[1].live.over for each in room.state.tables.values())
    until(lambda: sum(each.round == 1 for each in desk.findings.results) == tables)
    outcomes = [each.outcome for each in desk.findings.results if each.round == 1]
    assert "under way" not in outcomes
    desk.stop()
