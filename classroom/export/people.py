"""Sheets about people: who was there, what they did, what they wrote and answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from classroom.export.sheet import Sheet, sheet
from classroom.questionnaires import AFTER, BEFORE, CHOICE, ITEMS, QUESTIONNAIRES, changes
from classroom.roster import matched
from classroom.rubric import CRITERIA, MARKS
from classroom.sitting import Decision
from classroom.state import ClassState, Student

OFFERS = ("amend", "chair text", "close", "appeal")


def in_order(state: ClassState) -> list[Student]:
    """Return everybody who ever joined, in that order."""
    return sorted(state.students.values(), key=lambda each: int(each.sid[1:]))


def decisions_of(state: ClassState) -> Iterator[tuple[int, int, Decision]]:
    """Yield the decisions that stand, with their rounds and tables."""
    for tid, table in sorted(state.tables.items()):
        for number, sitting in sorted(table.sittings.items()):
            for each in sitting.decisions:
                yield number, tid, each


def seats_of(state: ClassState, sid: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield the round, the table, the seat and what somebody did in it.

    Whoever was moved or taken out is no longer among those who hold a seat; what they had decided
    in it still says that it was theirs.
    """
    for tid, table in sorted(state.tables.items()):
        for number, sitting in sorted(table.sittings.items()):
            once = {each.seat for each in sitting.decisions if each.sid == sid}
            for seat, holders in sitting.holders.items():
                if sid in holders:
                    yield number, tid, seat, "decides" if holders[0] == sid else "advises"
                elif seat in once:
                    yield number, tid, seat, "decided, until moved or taken out"


def right_at_once(student: Student) -> int | None:
    """Return how many questions about the brief were right at the first try, if any was tried."""
    if not student.checks:
        return None
    return sum(any(ok for _, ok in tries[:1]) for tries in student.checks.values())


def students(state: ClassState, actions: dict[str, Counter[str]]) -> Sheet:
    """Return who was there: the participation list."""
    moved = Counter(each.sid for *_, each in decisions_of(state) if each.sid)
    offered = Counter(
        each.sid for *_, each in decisions_of(state) if each.sid and each.move.kind in OFFERS
    )
    known = matched(state.roster, {each.sid: each.nick for each in state.students.values()})

    def row(each: Student) -> list[Any]:
        seats = list(seats_of(state, each.sid))
        done = actions.get(each.sid, Counter())
        return [
            each.sid,
            each.nick,
            each.sid in known if state.roster else None,
            round(each.joined / 60.0, 1),
            each.left,
            "; ".join(f"round {n}: table {t}, {seat} ({role})" for n, t, seat, role in seats),
            moved[each.sid],
            offered[each.sid],
            done["advised"],
            right_at_once(each),
            len(each.answers.get(BEFORE, {})),
            len(each.answers.get(AFTER, {})),
            len(each.lines),
            None if each.sign is None else each.sign[0],
            bool(each.takeaway),
            known.get(each.sid),
        ]

    rows = [row(each) for each in in_order(state)]
    empty = [None] * 11
    rows += [[None, name, True, None, *empty, name] for name in state.missing]
    columns = (
        ("student", "id within the class; empty for a name of the roster that did not come"),
        ("name", "the name given"),
        ("on_roster", "whether the name is on the roster; empty without a roster"),
        ("joined_minute", "minute of class time"),
        ("taken_out", "whether the teacher took the student out"),
        ("seats", "where the student sat, round by round"),
        ("decisions", "decisions taken"),
        ("offers", "of these: amendments, chair's texts, motions to close, appeals"),
        ("suggestions", "moves suggested to the one who decides"),
        (
            "checks_right_at_once",
            "questions about the brief right at once; empty if none was tried",
        ),
        ("answers_before", "items answered before play"),
        ("answers_after", "items answered after play"),
        ("lines", "lines written on what held the table back"),
        ("signed", "whether the statement was signed; empty without an answer"),
        ("takeaway", "whether a takeaway was written"),
        ("roster_name", "the name on the roster, where it can be told by the name given"),
    )
    return sheet("students", "One student each: the participation list.", columns, rows)


def voices(state: ClassState) -> Sheet:
    """Return what people wrote."""
    rows: list[list[Any]] = []
    for each in in_order(state):
        for step, text in sorted(each.lines.items(), key=lambda pair: int(pair[0])):
            rows.append([each.sid, "line", int(step), None, text])
        if each.sign is not None:
            rows.append([each.sid, "signature", None, each.sign[0], each.sign[1]])
        if each.takeaway:
            rows.append([each.sid, "takeaway", None, None, each.takeaway])
    columns = (
        ("student", "id within the class"),
        ("what", "line (what held us back), signature, or takeaway"),
        ("step", "of a line: index of the step in the plan"),
        ("signed", "of a signature: whether it was given"),
        ("text", "what was written; of a signature the reason"),
    )
    return sheet("voices", "One text each that a student wrote.", columns, rows)


def questionnaires(state: ClassState) -> Sheet:
    """Return what people answered, a row for each student."""
    names = [(when, item.id) for when in (BEFORE, AFTER) for item in QUESTIONNAIRES[when]]
    rows = [
        [each.sid, *(each.answers.get(when, {}).get(item) for when, item in names)]
        for each in in_order(state)
    ]
    means = {
        item.id: "id of the answer chosen" if item.kind == CHOICE else "1 disagree .. 5 agree"
        for item in ITEMS
    }
    columns = [("student", "id within the class")]
    columns += [(f"{item}_{when}", means[item]) for when, item in names]
    return sheet("questionnaires", "One student each, answers before and after.", columns, rows)


def learnt(state: ClassState) -> Sheet:
    """Return how the answers changed."""
    rows: list[list[Any]] = []
    for each in changes(state):
        found = each.moved
        if found is not None:
            rows.append([each.item.id, found.n, found.before, found.after, found.difference])
            rows[-1] += [found.low, found.high, found.p]
    columns = (
        ("item", "id of the item"),
        ("students", "students who answered it both times"),
        ("before", "mean; of a choice the share that is right"),
        ("after", "mean"),
        ("difference", "after less before"),
        ("low", "end of the 95 % interval; empty with too few students"),
        ("high", "the other end"),
        ("p", "by the exact test of signs and sizes, both ways"),
    )
    return sheet("learnt", "One item each: how answers changed.", columns, rows)


def rubric(state: ClassState, actions: dict[str, Counter[str]]) -> Sheet:
    """Return a sheet to mark by: what is known of each student, and empty cells for the marks."""
    moved = Counter(each.sid for *_, each in decisions_of(state) if each.sid)
    empty = [None] * (len(CRITERIA) + 1)
    rows = []
    for each in in_order(state):
        done = actions.get(each.sid, Counter())
        known = [right_at_once(each), moved[each.sid], done["advised"]]
        texts = [" / ".join(each.lines.values()), each.takeaway]
        rows.append([each.sid, each.nick, *known, *texts, *empty])
    columns = (
        ("student", "id within the class"),
        ("name", "the name given"),
        ("checks_right_at_once", "preparation: questions about the brief; empty if none was tried"),
        ("decisions", "conduct: decisions taken"),
        ("suggestions", "conduct: moves suggested to the one who decides"),
        ("lines", "what the student wrote had held the table back"),
        ("takeaway", "what the student takes away"),
        *((f"mark_{name}", f"{MARKS}: {means}") for name, means in CRITERIA),
        ("remark", "for the teacher"),
    )
    return sheet(
        "rubric", "One student each, with what is known beside empty marks.", columns, rows
    )
