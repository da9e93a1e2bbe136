"""``take``: what an entry of the log does to a class. The only code that changes a class.

It is deterministic and never asks the clock: the same log gives the same class, which is what
a restart rests on.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterable
from typing import Any

from classroom.after_play import PLAY, Rule, close_round, sit_down
from classroom.entry import Entry
from classroom.plan import Plan
from classroom.state import ClassState, ClassTable, Message, Student


def created(cid: str, entry: Entry) -> ClassState:
    """Return the class that the first line of a log makes."""
    d = entry.data
    state = ClassState(
        cid=cid,
        code=d["code"],
        teacher=d["teacher"],
        wall=d["wall"],
        plan=Plan.model_validate(d["plan"]),
        seed=d["seed"],
        created=entry.at,
        n=entry.n,
        pack=b64decode(d.get("pack", "")),
    )
    state.pacing = state.plan.pacing
    clock_step(state, entry.t)
    return state


def folded(cid: str, entries: Iterable[Entry]) -> ClassState:
    """Return the class that a log makes; ValueError where it is empty."""
    every = iter(entries)
    first = next(every, None)
    if first is None:
        raise ValueError("the log is empty")
    state = created(cid, first)
    for entry in every:
        take(state, entry)
    return state


def take(state: ClassState, entry: Entry) -> None:
    """Take the next entry.

    Raises
    ------
    Refusal
        Where it cannot be: the log is not of this version.
    """
    RULES[entry.kind](state, entry, entry.data)
    state.n = entry.n


def clock_step(state: ClassState, t: float) -> None:
    """Note when a step began, and when it is to end."""
    state.step_since = t
    minutes = state.at.minutes
    state.step_ends = t + 60 * minutes if minutes else None


def joined(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Let somebody in."""
    state.students[d["sid"]] = Student(d["sid"], d["nick"], d["key"], d["words"], entry.t)


def rekeyed(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Give somebody another key, for another device, or a new personal code."""
    student = state.students[d["sid"]]
    student.key = d.get("key", student.key)
    student.words = d.get("words", student.words)


def rostered(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Hand in a list of names: who is expected."""
    state.roster = tuple(d["names"])


def renamed(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Give somebody another name."""
    state.students[d["sid"]].nick = d["nick"]


def left(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Take somebody out of the class."""
    student = state.students[d["sid"]]
    unseat(state, student)
    student.left = True


def seated(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Give somebody, or all, a table and a seat."""
    for sid, (tid, seat) in d["seats"].items():
        student = state.students[sid]
        unseat(state, student)
        student.table, student.seat = tid, seat
        if not tid:
            continue
        table = state.tables.setdefault(tid, ClassTable(tid))
        if table.now is not None:
            table.now.holders.setdefault(seat, []).append(sid)
            table.now.held.discard(seat)
    if d.get("anew"):
        used = {student.table for student in state.present}
        state.tables = {tid: each for tid, each in sorted(state.tables.items()) if tid in used}


def unseat(state: ClassState, student: Student) -> None:
    """Take somebody from their seat."""
    table = state.tables.get(student.table)
    if table is not None and table.now is not None:
        holders = table.now.holders.get(student.seat, [])
        if student.sid in holders:
            holders.remove(student.sid)
    student.table, student.seat = 0, ""


def stepped(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Go to a step of the plan."""
    close_round(state)
    state.step = d["to"]
    state.slide, state.revealed = 0, False
    for student in state.students.values():
        student.ready = False
    clock_step(state, entry.t)
    if state.at.kind == "play":
        for tid in state.tables:
            sit_down(state, tid, entry.t)


def paused(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Stop the clock, or let it run again."""
    state.paused = d["on"]


def shut(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Let nobody new come in, or everybody again."""
    state.shut = d["on"]


def extended(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Give a step more time."""
    if state.step_ends is not None:
        state.step_ends = max(state.step_ends, entry.t) + d["seconds"]


def paced(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Choose what moves the class on: the teacher, the clock, or everybody being ready."""
    state.pacing = d["mode"]


def readied(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Say that one is done with a step."""
    state.students[d["sid"]].ready = d["on"]


def helped(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Raise a hand, or take it down."""
    state.students[d["sid"]].help = entry.t if d["on"] else None


def checked(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Answer a question about the brief."""
    tries = state.students[d["sid"]].checks.setdefault(d["item"], [])
    tries.append((d["answer"], d["right"]))


def answered(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Answer an item of a questionnaire."""
    state.students[d["sid"]].answers.setdefault(d["questionnaire"], {})[d["item"]] = d["value"]


def lined(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Write a line, such as what held us back."""
    state.students[d["sid"]].lines[d["step"]] = d["text"]


def signed(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Sign the statement, or dissent."""
    state.students[d["sid"]].sign = (d["yes"], d["reason"])


def spoke(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Choose the language in which one is shown everything."""
    state.students[d["sid"]].language = d["language"]


def took(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Write what one takes away."""
    state.students[d["sid"]].takeaway = d["text"]


def extra(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Give somebody more time than usual."""
    state.students[d["sid"]].extra = d["factor"]


def messaged(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Say something to some tables."""
    state.messages.append(Message(entry.t, d["text"], tuple(d["tables"])))


def slid(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Show another slide."""
    state.slide = d["to"]


def revealed(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Show the tables' names, or hide them."""
    state.revealed = d["on"]


def ended(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """End the class."""
    close_round(state)
    state.ended = True


def deleted(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Forget the class."""
    state.deleted = True


RULES: dict[str, Rule] = {
    **PLAY,
    "joined": joined,
    "rekeyed": rekeyed,
    "rostered": rostered,
    "renamed": renamed,
    "left": left,
    "seated": seated,
    "stepped": stepped,
    "paused": paused,
    "shut": shut,
    "extended": extended,
    "paced": paced,
    "readied": readied,
    "helped": helped,
    "checked": checked,
    "answered": answered,
    "lined": lined,
    "signed": signed,
    "took": took,
    "spoke": spoke,
    "extra": extra,
    "messaged": messaged,
    "slid": slid,
    "revealed": revealed,
    "ended": ended,
    "deleted": deleted,
}
"""What each kind of entry does."""
