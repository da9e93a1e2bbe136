"""What the teacher's page shows: the lesson, the next step, every table, and everybody."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from agents.choices import kinship
from classroom.setup import Setup, lobby_for
from classroom.told import title_of
from ui.classroom.heat import QUIET, STUCK, tables
from ui.classroom.next_step import next_step
from ui.classroom.observed import observed
from ui.classroom.people import board, forum_name, hands, people
from ui.classroom.slides import KINDS, slide, statements
from ui.words.catalogue import words

if TYPE_CHECKING:
    from classroom.debrief.findings import Findings
    from classroom.room import Room

Parts = dict[str, Any]


def teacher(room: Room, look: dict[str, Any], findings: Findings) -> Parts:
    """Return the parts of the teacher's page.

    Parameters
    ----------
    look : dict
        What this page looks at: see ``observed``.
    findings : Findings
        What has been measured of the class so far.
    """
    heat = tables(room, findings)
    everybody = people(room)
    benches = board(room)
    return {
        "klass": klass(room, benches["tables"], everybody),
        "steps": steps(room),
        "next": next_step(room, findings),
        "tables": heat,
        "people": everybody,
        "board": benches,
        "help": hands(room),
        "events": events(room),
        "forums": forums(room),
        "look": observed(room, look),
        "slides": slides(room, findings),
    }


def klass(room: Room, benches: list[Parts], everybody: list[Parts]) -> Parts:
    """Return what the page says at its head, and what its reminders rest on."""
    state = room.state
    kinds = [step.kind for step in state.plan.step]
    debrief = kinds.index("debrief") if "debrief" in kinds else None
    playing = state.at.kind == "play" and not state.ended
    here = sum(each["here"] for each in everybody)
    return {
        "title": title_of(state.plan),
        "code": state.code,
        "kind": state.at.kind,
        "playing": playing,
        "paused": state.paused,
        "shut": state.shut,
        "pacing": state.pacing,
        "since": state.step_since,
        "over": state.ended or state.next is None,
        "here": here,
        "away": len(everybody) - here,
        "ai": sum(
            seat["holding"] in ("ai", "held") for table in benches for seat in table["seats"]
        ),
        "waiting": sum(not each["table"] for each in everybody) if state.tables else 0,
        "missing": state.missing,
        "quiet": QUIET,
        "stuck": STUCK,
        "late_at": None if debrief is None else sum(s.minutes for s in state.plan.step[:debrief]),
        "debrief": 0 if debrief is None else f"{state.plan.step[debrief].minutes:g}",
        "fault": words("teach")["errors"][room.trouble] if room.trouble else "",
    }


def steps(room: Room) -> list[Parts]:
    """Return the steps of the lesson."""
    state, titles = room.state, words("teach")["steps"]["titles"]
    return [
        {
            "id": n,
            "title": titles[step.kind].format(round=step.round),
            "minutes": float(f"{step.minutes:g}"),
            "state": "done" if n < state.step else "now" if n == state.step else "next",
        }
        for n, step in enumerate(state.plan.step)
    ]


def events(room: Room) -> list[Parts]:
    """Return the news that the teacher may bring in, and to how many tables it was brought."""
    say = words("teach")["aside"]
    used: dict[str, set[int]] = {}
    for tid, table in room.state.tables.items():
        if table.now is not None:
            for kind, what, _ in table.now.done:
                if kind == "inject":
                    used.setdefault(what, set()).add(tid)
    return [
        {
            "id": each.id,
            "title": each.title,
            "used": say["used_one" if len(used[each.id]) == 1 else "used"].format(
                count=len(used[each.id])
            )
            if each.id in used
            else "",
        }
        for each in room.injects
    ]


def forums(room: Room) -> Parts | None:
    """Return what tables will play next round; nothing where no round is to come."""
    state = room.state
    step = next((each for each in state.plan.step[state.step + 1 :] if each.kind == "play"), None)
    if step is None or not state.tables or state.ended:
        return None
    return {
        "next": {tid: forum_name(state.setup(tid, step)) for tid in sorted(state.tables)},
        "configurations": nearest_first(room.first_setup, state.plan.configurations),
    }


@lru_cache(maxsize=64)
def nearest_first(setup: Setup, planned: tuple[str, ...]) -> tuple[Parts, ...]:
    """Return the configurations that tables may meet in, and how near each is to the lesson."""
    scenario = lobby_for(setup).world.scenario
    every = scenario.library.configurations
    kin = dict.fromkeys(planned, "planned") | {
        each: kind for each, kind in kinship(scenario).items() if each not in planned
    }
    return tuple(
        {"id": each, "title": every[each].title, "kin": kind} for each, kind in kin.items()
    )


def slides(room: Room, findings: Findings) -> Parts | None:
    """Return the slides with what to say to them; nothing before there are any."""
    state, text = room.state, words("teach")["slides"]
    if state.at.kind == "statements":
        shown = statements(room, findings)
        titles = [each["name"] for each in shown["all"]]
        notes = text["notes"]["statements"]
        return {"index": shown["index"], "titles": titles, "current": shown, "notes": notes,
                "revealed": state.revealed}  # fmt: skip
    if state.at.kind != "debrief":
        return None
    current = slide(room, findings)
    return {
        "index": KINDS.index(current["kind"]),
        "titles": [text["titles"][kind] for kind in KINDS],
        "current": current,
        "notes": text["notes"][current["kind"]],
        "revealed": state.revealed,
        "faults": findings.faults,
        "fault": text["fault"].format(count=len(findings.faults)) if findings.faults else "",
    }
