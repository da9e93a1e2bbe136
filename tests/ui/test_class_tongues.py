"""The teacher's page and the wall in two languages: neither keeps what was made for the other."""

from __future__ import annotations

import json
import re

from classroom.debrief.findings import Findings
from classroom.room import Room
from classroom.who import Wall
from scenarios.spoken import speaking
from tests.classroom.hands import Hands
from ui.classroom.lessons import lessons
from ui.classroom.teacher import teacher
from ui.classroom.wall import wall

NOTHING = Findings()
SENTENCE = re.compile(r"\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b")
"""What only a text in English has; ids and names have none."""


def painted(room: Room, language: str) -> str:
    with speaking(language):
        parts = [teacher(room, {"table": 1}, NOTHING), wall(room, NOTHING), lessons()]
        return json.dumps(parts, ensure_ascii=False)


def compared(room: Room) -> None:
    before, other = painted(room, "en"), painted(room, "ja")
    assert re.search("[ぁ-ヿ]", other)
    assert not re.search("[ぁ-ヿ]", before)
    assert SENTENCE.findall(other) == []
    assert (painted(room, "en"), painted(room, "ja")) == (before, other)


def test_every_step_is_told_in_each_language_and_mixed_in_none(hands: Hands):
    room = hands.make(people=7)
    for kind in ("lobby", "brief", "practice", "play", "look", "statements"):
        hands.to(room, kind)
        hands.wait(2)
        compared(room)
    hands.to(room, "debrief")
    for n in range(7):
        assert hands.do(room, Wall(), "slide", to=n).ok
        compared(room)


def test_a_word_left_in_english_is_noticed():
    assert SENTENCE.findall('"us-state","次の for the next step へ"') == ["for the next"]
