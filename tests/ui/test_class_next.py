"""The teacher's one button: what it will do, who is not ready, and when it asks once more."""

import json

import pytest

from classroom.debrief.findings import Findings
from classroom.room import Room
from tests.classroom.hands import Hands
from ui.classroom.lessons import lessons
from ui.classroom.teacher import teacher


@pytest.fixture
def room(hands: Hands) -> Room:
    """Seven people: a table of four and one of three, where AI takes a seat."""
    return hands.make(people=7)


def desk(room: Room) -> dict:
    """Return the teacher's parts as they arrive."""
    return json.loads(json.dumps(teacher(room, {}, Findings())))


def test_the_first_click_says_what_tables_it_makes(room: Room):
    first = desk(room)["next"]
    assert first["title"] == "Make the tables"
    assert first["says"][0] == "7 people make 2 tables of 4 seats; AI takes 1."
    assert (first["count"], first["people"], len(first["waits"])) == (0, 7, 7)


def test_a_class_of_nobody_says_so(hands: Hands):
    assert desk(hands.make())["next"]["says"][0] == "Nobody has joined yet."


def test_who_is_not_ready_is_named_and_who_is_away_is_not_waited_for(hands: Hands, room: Room):
    hands.next(room)
    for sid in ("s1", "s2", "s3"):
        hands.do(room, sid, "ready", on=True)
    room.went("s7")
    here = desk(room)["next"]
    assert here["title"] == "Start practice"
    assert here["waits"] == ["P4", "P5", "P6"]
    assert (here["count"], here["people"], here["all"]) == (3, 6, False)


def test_closing_a_round_names_the_tables_that_still_talk(hands: Hands, room: Room):
    hands.to(room, "play", 1)
    here = desk(room)["next"]
    assert (here["title"], here["waits"], here["cuts"]) == (
        "Close round 1",
        ["Table 1", "Table 2"],
        True,
    )
    hands.next(room)
    assert "AI still takes the last decisions at 2 tables." in desk(room)["next"]["says"]
    hands.wait(1)
    assert desk(room)["next"]["title"] == "Start round 2"
    assert not any("AI still" in line for line in desk(room)["next"]["says"])


def test_a_round_that_splits_the_class_says_who_meets_where(hands: Hands, room: Room):
    hands.to(room, "look")
    said = desk(room)["next"]["says"]
    assert "Economic 2+2 at table 1." in said
    assert "3+3 Trade at table 2." in said


def test_the_last_click_exports_and_then_there_is_none(hands: Hands, room: Room):
    hands.to(room, "debrief")
    assert desk(room)["next"]["ends"]
    hands.next(room)
    assert desk(room)["next"]["to"] is None


def test_a_slip_does_not_end_the_class_while_its_debrief_has_time(hands: Hands, room: Room):
    hands.to(room, "look")
    assert not desk(room)["next"]["cuts"]
    hands.to(room, "debrief")
    here = desk(room)["next"]
    assert (here["ends"], here["cuts"], here["waits"]) == (True, True, [])


def test_the_lesson_to_begin_with_is_marked():
    assert [each["id"] for each in lessons()["plans"] if each["first"]] == ["economic-75"]
