"""The teacher's map of the tables: how far each is, who is missing, how long nobody has decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from classroom.setup import lobby_for
from sim.play.picture import date_of
from ui.classroom.cards import cards, holder
from ui.classroom.people import away, by_table, forum_name, setup_of
from ui.classroom.standing import over, played, standing_of
from ui.words.catalogue import words

if TYPE_CHECKING:
    from classroom.debrief.findings import Findings
    from classroom.room import Room
    from classroom.sitting import Sitting
    from classroom.state import ClassTable, Student

QUIET, STUCK = 120.0, 180.0
"""Seconds without a decision of people after which a table counts as quiet, and as stuck."""


def tables(room: Room, findings: Findings) -> list[dict[str, Any]]:
    """Return every table, by its number."""
    groups = by_table(room)
    return [
        tile(room, table, groups.get(tid, []), findings)
        for tid, table in sorted(room.state.tables.items())
    ]


def tile(
    room: Room, table: ClassTable, people: list[Student], findings: Findings
) -> dict[str, Any]:
    """Return one table."""
    text = words("teach")["tables"]
    here = sum(not away(room, each.sid) for each in people)
    shown = {
        "id": table.tid,
        "forum": forum_name(setup_of(room, table)),
        "people": len(people),
        "here": here,
        "facts": facts(room, table, people),
    }
    sitting = table.now
    if sitting is None:
        before = {
            "begun": False,
            "agreed": 0,
            "eligible": 0,
            "over": False,
            "moved": room.state.step_since,
        }
        return {**shown, **before, "what": text["what"]["before"]}
    now, ended = standing_of(sitting, table.tid, findings), over(sitting)
    return {
        **shown,
        "begun": True,
        "agreed": now.agreed,
        "eligible": now.eligible,
        "over": ended,
        "moved": moved(sitting),
        "what": text["outcomes"][now.outcome] if ended else doing(sitting),
    }


def moved(sitting: Sitting) -> float:
    """Return the class time of the last decision that people took; of the start before any."""
    taken = (each.t for each in reversed(sitting.decisions) if each.by == "human")
    begun = sitting.branches[-1].t if sitting.branches else sitting.t
    return max(begun, next(taken, begun))


def doing(sitting: Sitting) -> str:
    """Return what a table is doing, in a line."""
    text, live = words("teach")["tables"]["what"], played(sitting)
    date = date_of(lobby_for(sitting.setup).world, live.game.month)
    if sitting.closing:
        return text["closed"]
    asked = list(live.asked.items())
    if not asked:
        return text["nobody"].format(date=date)
    names = cards(sitting.setup)
    seats = words("teach")["list"].join(names[seat]["short"] for seat, _ in asked)
    ask = asked[0][1].game.ask
    said = text["floor"] if ask == "floor" else text["answer"]
    return said.format(date=date, seats=seats)


def facts(room: Room, table: ClassTable, people: list[Student]) -> list[str]:
    """Return what stands out about a table's people, in a few words each."""
    text, sitting = words("teach")["tables"]["facts"], table.now
    found: list[str] = []
    by: dict[str, list[str]] = {}
    for seat, card in cards(setup_of(room, table)).items():
        held = [each.sid for each in people if each.seat == seat]
        by.setdefault(holder(room, sitting, seat, held), []).append(card["short"])
    glue = words("teach")["list"]
    if people and all(away(room, each.sid) for each in people):
        found.append(text["empty"])
    elif "away" in by:
        found.append(text["away"].format(seats=glue.join(by["away"])))
    if "held" in by:
        found.append(text["held"].format(seats=glue.join(by["held"])))
    if "ai" in by:
        found.append(text["ai"].format(count=len(by["ai"])))
    if sitting is not None and sitting.branches:
        found.append(text["rewound"].format(count=len(sitting.branches)))
    return found
