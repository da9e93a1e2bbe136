"""What entries about play do to a class: rounds begun, decisions taken, tables taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from classroom.entry import Entry
from classroom.seating import alternating, reseated
from classroom.setup import lobby_for, seats_of
from classroom.sitting import Branch, Decision, Sitting, move_of
from classroom.state import ClassState

Rule = Callable[[ClassState, Entry, dict[str, Any]], None]


def close_round(state: ClassState) -> None:
    """Leave what is not decided to AI."""
    for table in state.tables.values():
        if table.now is not None:
            table.now.closing = True


def sit_down(state: ClassState, tid: int, t: float) -> None:
    """Begin the step's round at a table: everybody keeps their seat where the forum has it."""
    step, table = state.at, state.tables[tid]
    setup = state.setup(tid, step)
    seats, lobby = seats_of(setup), lobby_for(setup)
    sides = {card.id: card.side for card in lobby.seats}
    now = table.now
    people = state.people(tid)
    order = {sid: k for held in (now.holders.values() if now else ()) for k, sid in enumerate(held)}
    people.sort(key=lambda each: order.get(each.sid, 0))
    given = reseated({each.sid: each.seat for each in people}, seats, sides)
    holders: dict[str, list[str]] = {seat: [] for seat in alternating(seats, sides)}
    for student in people:
        student.seat = given[student.sid]
        holders[student.seat].append(student.sid)
    table.sittings[step.round] = Sitting(step.round, setup, t, holders)
    table.configuration = ""


def forum_chosen(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Choose what some tables play in their next round."""
    for tid in d["tables"]:
        state.tables[tid].configuration = d["configuration"]


def decided(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Take a decision at a table."""
    sitting = state.tables[d["table"]].sittings[d["round"]]
    move = move_of(d["seat"], d["move"])
    sitting_do(sitting, "decide", move, entry.t)
    sitting.decisions.append(Decision(entry.n, entry.t, d["seat"], move, d["by"], d.get("sid", "")))
    sitting.advice.pop(d["seat"], None)


def sitting_do(sitting: Sitting, kind: str, what: Any, t: float) -> None:
    """Do one thing in a game, or leave it to be done when the game is next built."""
    if sitting.built:
        sitting.do(kind, what, t)
    else:
        sitting.done.append((kind, what, t))


def advised(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Suggest a move to the one who decides."""
    sitting = state.tables[d["table"]].sittings[d["round"]]
    given = sitting.advice.setdefault(d["seat"], [])
    given[:] = [each for each in given if each[0] != d["sid"]]
    given.append((d["sid"], move_of(d["seat"], d["move"])))


def held(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Let AI take a seat over."""
    state.tables[d["table"]].sittings[d["round"]].held.add(d["seat"])


def returned(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Give a seat back to its people."""
    state.tables[d["table"]].sittings[d["round"]].held.discard(d["seat"])


def finished(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Note that the talks at a table are over."""
    state.tables[d["table"]].sittings[d["round"]].ended = True


def rewound(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Take a table back to the start of a round of its meeting; what was played is kept."""
    sitting = state.tables[d["table"]].sittings[d["round"]]
    decisions = tuple(sitting.decisions)
    log = sitting.live.log()
    sitting.do("rewind", None, entry.t)
    sitting.branches.append(Branch(entry.t, d["reason"], log, decisions))
    kept = sitting.live.decisions
    sitting.decisions = list(decisions[:kept])
    sitting.closing = sitting.ended = False
    sitting.advice = {}


def injected(state: ClassState, entry: Entry, d: dict[str, Any]) -> None:
    """Bring an event about in the next month of some tables."""
    for tid in d["tables"]:
        sitting = state.tables[tid].sittings[d["round"]]
        sitting_do(sitting, "inject", d["event"], entry.t)


PLAY: dict[str, Rule] = {
    "forum": forum_chosen,
    "decided": decided,
    "advised": advised,
    "held": held,
    "returned": returned,
    "finished": finished,
    "rewound": rewound,
    "injected": injected,
}
"""What each kind of entry about play does."""
