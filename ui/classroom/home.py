"""What somebody keeps of a class: their table, its statement, their brief, and what they wrote."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from agents.table import Table
from classroom.debrief.findings import Findings
from classroom.live import logged
from classroom.told import title_of
from ui.classroom.at_table import KEPT, secret_brief
from ui.classroom.cards import around
from ui.classroom.outcome import seat_in, statements
from ui.classroom.own import own
from ui.classroom.student import LATE, NOTHING, about, hands

if TYPE_CHECKING:
    from classroom.room import Room


def home(room: Room, sid: str, findings: Findings = NOTHING) -> dict[str, Any]:
    """Return the parts of somebody's own page.

    Until the debrief it holds no more than who they are: a log tells what other seats wanted.
    """
    state, me = room.state, room.state.students[sid]
    parts: dict[str, Any] = {"me": about(room, me), "title": title_of(state.plan), "open": False}
    if state.at.kind not in LATE:
        return parts
    table = state.tables.get(me.table)
    sittings = sorted((table.sittings if table else {}).items(), reverse=True)
    briefs = [
        secret_brief(sitting.setup, seat)
        for _, sitting in sittings
        if (seat := seat_in(sitting, me))
    ]
    return {
        **parts,
        "open": True,
        "result": own(room, me, findings),
        "statements": statements(room, me),
        "hands": hands(state, me),
        "around": around(room, me),
        "sign": {"yes": me.sign[0], "reason": me.sign[1]} if me.sign else None,
        "brief": briefs[0] if briefs else None,
        "lines": [text for _, text in sorted(me.lines.items()) if text],
        "takeaway": me.takeaway,
        "logs": [
            {
                "round": number,
                "name": f"{state.plan.scenario}-{number}.jsonl",
                "text": log_of(sitting.live.table),
            }
            for number, sitting in sittings
        ],
    }


@lru_cache(maxsize=KEPT)
def log_of(table: Table) -> str:
    """Return the log of a table that is done, made once for all who sat there."""
    return logged(table).log().decode()
