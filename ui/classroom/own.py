"""What somebody can learn from their own table: their dot, what was left, what would have been."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from classroom.setup import Setup, lobby_for
from ui.classroom.outcome import of_round, rounds, seat_in
from ui.pictures.look_back import look_back
from ui.words.catalogue import words

if TYPE_CHECKING:
    from classroom.debrief.findings import Findings, InSeat
    from classroom.room import Room
    from classroom.state import Student
    from sim.solve.debrief import Debrief

MOST_DOTS = 160
"""Dots of the frontier that a phone is sent."""
MARKS = ("none", "nash", "deal")
"""Marks that a phone shows; the wall has more."""
KEPT = 512


def own(room: Room, me: Student, findings: Findings) -> list[dict[str, Any]]:
    """Return for every round, the latest first, what became of it and what is to be learnt."""
    return [
        {
            **of_round(room.state, sitting, me),
            "own": {
                "forums": [
                    drawn(each, sitting.setup)
                    for each in findings.debriefs(me.table, sitting.round, seat_in(sitting, me))
                ],
                "unmeasured": findings.rest and bool(findings.faults),
                "ai": beaten(findings.seats, me.table, sitting.round, seat_in(sitting, me)),
            },
        }
        for sitting in rounds(room.state, me)
    ]


@lru_cache(maxsize=KEPT)
def drawn(found: Debrief, setup: Setup) -> dict[str, Any]:
    """Return one forum's picture: own points to the right, the others' mean upwards."""
    whole = look_back(found, lobby_for(setup).world, words("debrief"))
    step = max(1, len(whole["dots"]) // MOST_DOTS)
    return {
        "dots": whole["dots"][::step],
        "edge": whole["edge"],
        "marks": [
            {key: mark[key] for key in ("id", "x", "y", "title")}
            for mark in whole["marks"]
            if mark["id"] in MARKS
        ],
        "lessons": whole["lessons"],
    }


def beaten(seats: tuple[InSeat, ...], table: int, number: int, seat: str) -> dict[str, Any] | None:
    """Return how a seat did beside AI in it; nothing where people did not sit there."""
    for each in seats:
        if (each.round, each.seat) == (number, seat) and table in each.beat:
            return {
                "percent": round(each.beat[table]),
                "mine": round(each.people[table], 1),
                "low": round(each.p10, 1),
                "high": round(each.p90, 1),
                "runs": each.runs,
            }
    return None
