"""A class that is run in Japanese: no sentence of its pages, from step to step, is English."""

import json
import re
from collections.abc import Iterator

from classroom.debrief.findings import Findings
from classroom.room import Room
from classroom.web.parts import written
from classroom.who import Learner
from scenarios.spoken import speaking
from tests.classroom.hands import Hands
from tests.classroom.lessons import found, lesson
from ui.classroom.lessons import lessons
from ui.classroom.slides import KINDS
from ui.classroom.student import student
from ui.classroom.teacher import teacher
from ui.classroom.wall import wall

STEPS = ("lobby", "brief", "practice", "play", "look", "statements", "debrief")
SENTENCE = re.compile(r"[A-Za-z]{2,},? [a-z]{2,}")
IDS = {"kind", "do", "id", "key", "outcome", "reason", "moves"}
"""Parts that a page acts on and nobody reads."""


def texts(value: object) -> Iterator[str]:
    """Yield the texts of a page's parts that somebody reads."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in IDS:
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


def english(parts: dict) -> set[str]:
    """Return the English sentences in the parts of a page."""
    plain = {name: json.loads(written(part)) for name, part in parts.items()}
    return {text for text in texts(plain) if SENTENCE.search(text)}


def pages(room: Room, findings: Findings) -> set[str]:
    """Return what is English on the teacher's page and on the wall."""
    with speaking("ja"):
        return english(teacher(room, {"table": 1, "stakes": True}, findings)) | english(
            wall(room, findings)
        )


def test_no_step_of_a_lesson_is_english(hands: Hands):
    room = hands.make(people=5)
    for sid in room.state.students:
        hands.do(room, sid, "speak", language="ja")
    for step in STEPS:
        hands.to(room, step)
        assert pages(room, Findings()) == set(), step
        with speaking("ja"):
            assert english(student(room, Learner("s1"), Findings())) == set(), step
        hands.wait(1)


def test_no_slide_is_english(hands: Hands):
    room = hands.house.adopt(lesson().entries)
    own = {text for each in room.state.present for text in (each.takeaway, *each.lines.values())}
    own.add(room.state.plan.title)
    for n, kind in enumerate(KINDS):
        room.state.slide = n
        assert pages(room, found()) - own == set(), kind


def test_no_lesson_is_offered_in_english():
    with speaking("ja"):
        assert english(lessons()) == set()
    assert english(lessons()) != set()
