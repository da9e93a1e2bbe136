"""The debrief of a class under way: measured as tables end, away from those who play."""

import asyncio
import time
from dataclasses import replace

import pytest

from classroom.debrief.desk import Desk, Desks
from classroom.debrief.findings import Findings
from classroom.debrief.summing import findings
from classroom.debrief.worker import Worker
from classroom.debrief.workshop import Workshop
from classroom.export.archive import archive
from classroom.room import Room
from classroom.who import Teacher
from tests.classroom.lessons import PEOPLE, SHORT, found, lesson
from tests.classroom.people import human_moves

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


def test_an_export_that_fails_says_why():
    worker = Worker(lambda found: None, runs=0, apart=False)
    try:
        with pytest.raises(RuntimeError, match="empty"):
            worker.export([]).result(PATIENCE)
    finally:
        worker.stop()


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
        await room.do(Teacher(), {"do": "next", "to": room.state.step + 1})
        told.clear()
        for _ in range(3000):
            hands.house.tick()
            if whole(desk.last):
                break
            await asyncio.sleep(0.01)
        assert whole(desk.last)
        desk.show(replace(desk.last, progress={}))  # how far it is, is no news to a phone
        desk.stop()

    asyncio.run(measured())
    assert {"all"} in told
    assert told[-1] == {"staff"}


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
