"""Somebody fills a class with made-up names: the teacher takes them out, and shuts the door."""

import pytest

from classroom import attendance
from classroom.entry import Refusal


def test_several_are_taken_out_at_once_and_make_room(hands, monkeypatch):
    monkeypatch.setattr(attendance, "MOST_PEOPLE", 6)
    room = hands.make(people=3)
    for k in range(3):
        room.join(f"made up {k}", f"key {k}", f"words {k}")
    with pytest.raises(Refusal) as refused:
        hands.join(room, "late")
    assert refused.value.why == "class_full"
    assert hands.teach(room, "drop_students", sids=["s4", "s5", "s6", "s6", "s99"]).ok
    assert [each.sid for each in room.state.present] == ["s1", "s2", "s3"]
    assert room.known("key 0") == ""
    assert hands.join(room, "late") == "s7"
    before = room.state.n
    assert hands.teach(room, "drop_students", sids=["s4"]).ok  # by another click already
    assert room.state.n == before
    back = hands.restart().by_code(room.state.code)
    assert [each.sid for each in back.state.present] == ["s1", "s2", "s3", "s7"]


def test_names_are_not_given_for_ever(hands, monkeypatch):
    monkeypatch.setattr(attendance, "MOST_NAMES", 4)
    room = hands.make(people=4)
    hands.teach(room, "drop_students", sids=["s1", "s2", "s3", "s4"])
    with pytest.raises(Refusal):
        hands.join(room, "one more")


@pytest.mark.parametrize("sids", [None, "s1", [1], [["s1"]]])
def test_what_names_nobody_takes_nobody_out(hands, sids):
    room = hands.make(people=2)
    assert hands.teach(room, "drop_students", sids=sids).why == "malformed"
    assert len(room.state.present) == 2


def test_a_shut_door_keeps_newcomers_out_and_nobody_else(hands):
    room = hands.make(people=2)
    assert hands.teach(room, "door", shut=True).ok
    assert hands.do(room, "s1", "door", shut=False).why == "unknown_command"
    with pytest.raises(Refusal) as refused:
        hands.join(room, "late")
    assert refused.value.why == "class_shut"
    assert room.back("word word word P1", "another key") == "s1"
    back = hands.restart().by_code(room.state.code)
    assert back.state.shut
    assert hands.teach(back, "door", shut=False).ok
    assert hands.join(back, "late") == "s3"
