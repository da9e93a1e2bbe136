"""A log that is damaged, or of a later version: what can be read is open, and it is said."""

import io
import json
import sqlite3
import zipfile

import pytest

from classroom.debrief.desk import Desk
from classroom.store import FILE
from terminal.hosting import troubles


def change(hands, statement: str, *values: object) -> None:
    file = sqlite3.connect(hands.folder / FILE)
    with file:
        file.execute(statement, values)
    file.close()


@pytest.mark.parametrize(
    "spoil",
    [
        "DELETE FROM entries WHERE n = 7",
        "UPDATE entries SET data = '{' WHERE n = 7",
        "UPDATE entries SET kind = 'unheard of' WHERE n = 7",
    ],
)
def test_a_damaged_class_is_open_up_to_the_damage(hands, spoil: str):
    room = hands.make(people=4)
    hands.to(room, "play")
    whole = [each.kind for each in room.whole_log]
    assert len(whole) > 8
    change(hands, spoil)
    house = hands.restart()
    back = house.by_code(room.state.code)
    assert (back.state.n, back.trouble) == (6, "damaged")
    (trouble,) = house.troubles.values()
    assert (trouble.kind, trouble.teacher) == ("damaged", room.state.teacher)
    (line,) = troubles(house, "http://here")
    assert line.startswith(f"Class {room.state.code}: its log is damaged (entry 7 ")
    assert f"http://here/teach/c/{room.state.teacher}" in line
    hands.wait(5)  # nothing goes on by itself
    assert back.trouble == "damaged"
    assert hands.next(back).why == "read_only"
    zipped = Desk(back, runs=0, apart=False).export()
    with zipfile.ZipFile(io.BytesIO(zipped)) as opened:
        log = opened.read("class.jsonl").splitlines()
    assert [json.loads(line)["kind"] for line in log] == whole[:6]
    assert hands.teach(back, "delete", code="WRONG").why == "name_the_code"
    assert hands.teach(back, "delete", code=room.state.code).ok
    hands.wait(1)
    assert hands.store.classes() == {}
    assert house.troubles == {}


def test_a_class_of_a_later_version_is_left_alone_and_said(hands):
    room = hands.make(people=2)
    change(hands, "UPDATE classes SET format = 99")
    house = hands.restart()
    assert house.by_code(room.state.code) is None
    (line,) = troubles(house, "http://here")
    assert "a later version has written it (format 99" in line


def test_a_class_of_which_nothing_can_be_read_is_said(hands):
    room = hands.make(people=2)
    change(hands, "DELETE FROM entries WHERE n = 1")
    (line,) = troubles(hands.restart(), "http://here")
    assert line.startswith(f"Class {room.state.code}: nothing of its log can be read (entry 1 ")
