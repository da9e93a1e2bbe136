"""What a student's page shows: the parts that belong to the step the class is at.

Everything of a table goes through the seat's own view of it, so nothing that another seat alone
knows is ever among the parts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from classroom.debrief.findings import Findings
from classroom.doings import TRIES
from classroom.questionnaires import AFTER, BEFORE, QUESTIONNAIRES
from scenarios.spoken import speaking
from ui.classroom.at_table import play, practice, secret_brief
from ui.classroom.cards import around, cards, nick, setup_at, title_of
from ui.classroom.letters import name
from ui.classroom.outcome import of_round, outcome, statements
from ui.classroom.own import own
from ui.words.catalogue import words

if TYPE_CHECKING:
    from classroom.room import Room
    from classroom.state import ClassState, Student
    from classroom.who import Learner

Parts = dict[str, Any]
TO_READ = 30.0
"""Seconds for which what was said just before a step is still read in it."""
NOTHING = Findings()
MOST_NAMES = 60
"""Names shown in the waiting room; the rest are counted."""


def student(room: Room, who: Learner, findings: Findings = NOTHING) -> Parts:
    """Return the parts of a student's page.

    Parameters
    ----------
    findings : Findings
        What the debrief has measured so far.
    """
    state = room.state
    me = state.students[who.sid]
    return {
        "me": about(room, me),
        "step": step(state),
        "note": note(state, me),
        "fault": bool(room.fault),
        **(
            debriefing(room, me, findings)
            if state.at.kind in LATE
            else STEPS[state.at.kind](room, me)
        ),
    }


def about(room: Room, me: Student) -> Parts:
    """Return who somebody is in the class, and where they sit."""
    state = room.state
    setup = setup_at(state, me)
    mates = [each for each in state.people(me.table) if each.seat == me.seat] if me.table else []
    return {
        "nick": me.nick,
        "table": me.table,
        "seat": cards(setup).get(me.seat) if setup else None,
        "role": state.role(me),
        "mates": [each.nick for each in mates if each is not me],
        "decides": decider(state, me),
        "ready": me.ready,
        "hand": me.help is not None,
    }


def decider(state: ClassState, me: Student) -> str:
    """Return who decides for somebody's seat; empty where nobody does."""
    table = state.tables.get(me.table)
    holders = table.now.holders.get(me.seat, []) if table and table.now else []
    return nick(state, holders[0]) if holders else ""


def step(state: ClassState) -> Parts:
    """Return where in the lesson the class is."""
    return {
        "index": state.step,
        "kind": state.at.kind,
        "round": state.at.round,
        "steps": [{"kind": each.kind, "round": each.round} for each in state.plan.step],
        "ends": state.step_ends,
        "pacing": state.pacing,
        "ended": state.ended,
    }


def note(state: ClassState, me: Student) -> Parts | None:
    """Return what the teacher last said to somebody's table, until the class goes on."""
    said = [
        (n, each)
        for n, each in enumerate(state.messages)
        if (not each.tables or me.table in each.tables) and each.t > state.step_since - TO_READ
    ]
    return {"n": said[-1][0], "text": said[-1][1].text, "t": said[-1][1].t} if said else None


def lobby(room: Room, me: Student) -> Parts:
    """Return the waiting room: who is here, the seat once there are tables, four questions."""
    names = [each.nick for each in room.state.present]
    return {
        "here": {"names": names[-MOST_NAMES:], "count": len(names)},
        "around": around(room, me),
        "ask": asked(me, BEFORE),
    }


def brief(room: Room, me: Student) -> Parts:
    """Return the secret brief, and the questions about it."""
    parts: Parts = {"around": around(room, me), "check": checks(room, me)}
    setup = setup_at(room.state, me)
    if setup and me.seat:
        parts["brief"] = secret_brief(setup, me.seat)
    return parts


def checks(room: Room, me: Student) -> list[dict]:
    """Return the questions about the brief; the right answer is only there when it may be."""
    found = []
    for each in room.checks(me):
        tries = me.checks.get(each.id, [])
        right = any(ok for _, ok in tries)
        done = right or len(tries) >= TRIES
        found.append(
            {
                "id": each.id,
                "question": each.question,
                "answers": list(each.answers),
                "tried": [answer for answer, _ in tries],
                "right": right,
                "shown": each.right if done else "",
                "why": each.why if done else "",
            }
        )
    return found


def practising(room: Room, me: Student) -> Parts:
    """Return a table for practice."""
    if not me.seat:
        return {"around": around(room, me)}
    return {**brief(room, me), **practice(room, me)}


def playing(room: Room, me: Student) -> Parts:
    """Return the table, as somebody's seat sees it."""
    table = room.state.tables.get(me.table)
    if table is None or table.now is None or not me.seat:
        return {"around": []}
    sitting = table.now
    return {
        "around": around(room, me),
        "brief": secret_brief(sitting.setup, me.seat),
        "forum": forum(room.state, me),
        **play(room, me, sitting),
        "result": [of_round(room.state, sitting, me)] if sitting.live.over else [],
    }


def forum(state: ClassState, me: Student) -> Parts:
    """Return what is new about the forum in this round."""
    table = state.tables[me.table]
    before = table.sittings.get(state.at.round - 1)
    now = table.sittings[max(table.sittings)].setup
    return {
        "again": before is not None,
        "changed": before is not None and before.setup.configuration != now.configuration,
        "title": title_of(now),
    }


def looking(room: Room, me: Student) -> Parts:
    """Return what became of the round."""
    return {
        "result": outcome(room, me),
        "line": me.lines.get(str(room.state.step), ""),
        "around": around(room, me),
    }


def signing(room: Room, me: Student) -> Parts:
    """Return the statement to sign, and the four questions again."""
    sign = {"yes": me.sign[0], "reason": me.sign[1]} if me.sign else None
    return {
        "statements": statements(room, me),
        "others": other_tongue(room, me),
        "hands": hands(room.state, me),
        "sign": sign,
        "ask": asked(me, AFTER),
    }


def other_tongue(room: Room, me: Student) -> Parts | None:
    """Return the statements in the other language of a table that speaks two, by its code."""
    state = room.state
    spoken_here = {each.language for each in state.people(me.table)} - {me.language}
    if not me.table or not spoken_here:
        return None
    language = min(spoken_here)
    with speaking(language):
        papers = statements(room, me)
    return {"lang": language, "papers": papers}


def hands(state: ClassState, me: Student) -> dict[str, list[str]]:
    """Return who at somebody's table has signed, by the name of their side."""
    found: dict[str, list[str]] = {}
    setup = setup_at(state, me)
    for each in state.people(me.table) if setup else ():
        if each.sign and each.sign[0] and each.seat in cards(setup):
            found.setdefault(cards(setup)[each.seat]["side"], []).append(each.nick)
    return found


def debriefing(room: Room, me: Student, findings: Findings) -> Parts:
    """Return the own result beside what could have been."""
    return {
        "result": own(room, me, findings),
        "wall": name(room.state, me.table) if me.table else "",
        "takeaway": me.takeaway,
        "ask": asked(me, AFTER),
    }


def asked(me: Student, when: str) -> Parts:
    """Return a questionnaire with what somebody has answered so far."""
    text, given = words("questionnaires")["items"], me.answers.get(when, {})
    return {
        "id": when,
        "items": [
            {
                "id": each.id,
                "text": text[each.id]["question"],
                "choices": [[key, text[each.id]["choices"][key]] for key in each.choices],
                "value": given.get(each.id),
            }
            for each in QUESTIONNAIRES[when]
        ],
    }


LATE = ("debrief", "end")
STEPS: dict[str, Callable[[Room, Student], Parts]] = {
    "lobby": lobby,
    "brief": brief,
    "practice": practising,
    "play": playing,
    "look": looking,
    "statements": signing,
}
"""What is shown in each step."""
