"""What a student may do: each command becomes the entries that the log is to have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from classroom.arguments import bare, parsed, truth, words_in
from classroom.entry import Refusal, Wanted
from classroom.sitting import Sitting
from classroom.state import ClassState, Student
from scenarios.tongue import LANGUAGES
from sim.play.moves import Move

if TYPE_CHECKING:
    from classroom.room import Room

Doing = Callable[["Room", Student, dict[str, Any]], Iterator[Wanted]]

TRIES = 2
"""Tries at a question about the brief before its answer is shown."""


def sitting_of(state: ClassState, student: Student) -> tuple[int, Sitting, str]:
    """Return the table, the sitting and the seat of somebody who is playing."""
    table = state.tables.get(student.table)
    if table is None or table.now is None or not student.seat:
        raise Refusal("no_seat")
    return table.tid, table.now, student.seat


def open_now(room: Room, *kinds: str) -> None:
    """Check that the class is at a step where something may be done."""
    if room.state.at.kind not in kinds:
        raise Refusal("not_now")


def ready(room: Room, student: Student, command: dict[str, Any]) -> Iterator[Wanted]:
    """Say that one is done."""
    on = truth(command, "on")
    if student.ready != on:
        yield "readied", {"sid": student.sid, "on": on}


def move(room: Room, student: Student, command: dict[str, Any]) -> Iterator[Wanted]:
    """Decide for one's seat."""
    state = room.state
    if state.at.kind == "practice":
        room.practise(student, command)
        return
    tid, sitting, seat = sitting_of(state, student)
    if state.at.kind != "play" or sitting.closing:
        raise Refusal("round_closed")
    if state.paused:
        raise Refusal("paused")
    if state.role(student) != "decides":
        raise Refusal("advises_only")
    if sitting.by_ai(seat):
        raise Refusal("ai_holds")
    if command.get("turn") != sitting.live.question:
        raise Refusal("moved_on")
    wanted = parsed(seat, command.get("move"))
    sitting.live.require(seat, wanted)
    yield "decided", {**at_table(tid, sitting, student, wanted), "by": "human"}


def at_table(tid: int, sitting: Sitting, student: Student, wanted: Move) -> dict[str, Any]:
    """Return what the log says of a move that somebody makes, or suggests, at their table."""
    place = {"table": tid, "round": sitting.round, "seat": student.seat, "sid": student.sid}
    return {**place, "move": bare(wanted.as_json())}


def advise(room: Room, student: Student, command: dict[str, Any]) -> Iterator[Wanted]:
    """Suggest a move to the one who decides."""
    tid, sitting, seat = sitting_of(room.state, student)
    if room.state.role(student) != "advises":
        raise Refusal("decides_itself")
    wanted = parsed(seat, command.get("move"))
    sitting.live.require(seat, wanted)
    if (student.sid, wanted) in sitting.advice.get(seat, []):
        return
    yield "advised", at_table(tid, sitting, student, wanted)


def take_back(room: Room, student: Student, command: dict[str, Any]) -> Iterator[Wanted]:
    """Take one's seat back from AI."""
    tid, sitting, seat = sitting_of(room.state, student)
    if seat in sitting.held:
        yield "returned", {"table": tid, "round": sitting.round, "seat": seat}


def help_(room: Room, student: Student, command: dict[str, Any]) -> Iterator[Wanted]:
    """Raise a hand, or take it down."""
    on = truth(command, "on")
    if (student.help is not None) != on:
        yield "helped", {"sid": student.sid, "on": on}


def check(room: Room, student: Student, command: dict[str, Any]) -> Iterator[Wanted]:
    """Answer a question about the brief."""
    item, answer = words_in(command, "item", 40), words_in(command, "answer", 80)
    asked = {each.id: each for each in room.checks(student)}
    if item not in asked:
        raise Refusal("no_such_question")
    tries = student.checks.get(item, [])
    if len(tries) >= TRIES or any(right for _, right in tries):
        return
    right = answer == asked[item].right
    yield "checked", {"sid": student.sid, "item": item, "answer": answer, "right": right}


def answer(room: Room, student: Student, command: dict[str, Any]) -> Iterator[Wanted]:
    """Answer an item of a questionnaire."""
    questionnaire, item = words_in(command, "questionnaire", 20), words_in(command, "item", 40)
    value = room.answer_of(questionnaire, item, command.get("value"))
    if student.answers.get(questionnaire, {}).get(item) != value:
        yield (
            "answered",
            {"sid": student.sid, "questionnaire": questionnaire, "item": item, "value": value},
        )


def line(room: Room, student: Student, command: dict[str, Any]) -> Iterator[Wanted]:
    """Write a line about what happened."""
    text, step = words_in(command, "text"), str(room.state.step)
    if student.lines.get(step) != text:
        yield "lined", {"sid": student.sid, "step": step, "text": text}


def sign(room: Room, student: Student, command: dict[str, Any]) -> Iterator[Wanted]:
    """Sign the statement, or dissent with a reason."""
    yes, reason = truth(command, "yes"), words_in(command, "reason")
    open_now(room, "statements", "debrief", "end")
    if student.sign != (yes, reason):
        yield "signed", {"sid": student.sid, "yes": yes, "reason": reason}


def takeaway(room: Room, student: Student, command: dict[str, Any]) -> Iterator[Wanted]:
    """Write what one takes away."""
    text = words_in(command, "text")
    open_now(room, "statements", "debrief", "end")
    if student.takeaway != text:
        yield "took", {"sid": student.sid, "text": text}


def speak(room: Room, student: Student, command: dict[str, Any]) -> Iterator[Wanted]:
    """Choose the language in which one is shown everything."""
    language = command.get("language")
    if not isinstance(language, str) or language not in LANGUAGES:
        raise Refusal("malformed", key="language")
    if language != student.language:
        yield "spoke", {"sid": student.sid, "language": language}


DOINGS: dict[str, Doing] = {
    "ready": ready,
    "move": move,
    "advise": advise,
    "take_back": take_back,
    "help": help_,
    "check": check,
    "answer": answer,
    "line": line,
    "sign": sign,
    "takeaway": takeaway,
    "speak": speak,
}
"""What a student may do, by the word the page sends."""
