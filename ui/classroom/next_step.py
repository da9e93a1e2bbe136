"""The one big button: what it will do, and who is not ready for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from classroom.questionnaires import BEFORE, QUESTIONNAIRES
from classroom.setup import seats_of
from ui.classroom.people import away, forum_name
from ui.classroom.standing import over
from ui.words.catalogue import words

if TYPE_CHECKING:
    from classroom.debrief.findings import Findings
    from classroom.plan import Step
    from classroom.room import Room

PLAYED = ("look", "statements")
"""Steps that close a round where one was played."""
BY_HAND = ("lobby", "debrief", "end")
"""Steps that end by the teacher's click alone."""


def next_step(room: Room, findings: Findings) -> dict[str, Any]:
    """Return the next step: its name, what will happen, and whom it would leave behind."""
    state, text = room.state, words("teach")["next"]
    step = state.next
    if step is None or state.ended:
        return {"to": None, "waits": [], "says": [], "people": 0, "count": 0}
    title = title_of(room, step)
    waits, count, people = waiting(room)
    return {
        "to": state.step + 1,
        "title": title,
        "do": title,
        "says": says(room, step, findings),
        "lead": text["lead"].get(state.at.kind, ""),
        "waits": waits,
        "count": count,
        "people": people,
        "all": bool(people) and count == people,
        "cuts": state.at.kind == "play" or step.kind == "end",
        "ends": step.kind == "end",
    }


def title_of(room: Room, step: Step) -> str:
    """Return the name of the next step, as something to do."""
    titles = words("teach")["next"]["titles"]
    if step.kind in PLAYED and room.state.at.kind != "play":
        return words("teach")["steps"]["titles"][step.kind]
    if step.kind == "brief" and room.state.tables:
        return titles["brief_on"]
    return titles[step.kind].format(round=step.round or room.state.round)


def waiting(room: Room) -> tuple[list[str], int, int]:
    """Return who is not ready, how many are, and of how many; in play these are tables."""
    state, lead = room.state, words("teach")["next"]["lead"]
    if state.at.kind == "play":
        sittings = [(tid, table.now) for tid, table in sorted(state.tables.items())]
        open_ = [tid for tid, now in sittings if now is not None and not over(now)]
        names = [lead["table"].format(id=tid) for tid in open_]
        return names, len(sittings) - len(open_), len(sittings)
    if state.at.kind in ("debrief", "end"):
        return [], 0, 0
    here = [each for each in state.present if not away(room, each.sid)]
    if state.at.kind == "lobby":
        items = len(QUESTIONNAIRES[BEFORE])
        open_people = [each for each in here if len(each.answers.get(BEFORE, {})) < items]
    elif state.at.kind == "statements":
        open_people = [each for each in here if each.table and each.sign is None]
    else:
        open_people = [each for each in here if not each.ready]
    nicks = sorted((each.nick for each in open_people), key=str.casefold)
    return nicks, len(here) - len(nicks), len(here)


def says(room: Room, step: Step, findings: Findings) -> list[str]:
    """Return what will happen, in sentences."""
    text = words("teach")["next"]
    then, say, state = text["then"], text["says"], room.state
    lines = []
    if state.at.kind == "lobby":
        lines.append(seating(room, say))
    sittings = [table.now for table in state.tables.values() if table.now is not None]
    late = sum(each.closing and not over(each) for each in sittings)
    if late:
        lines.append(say["finishing_one" if late == 1 else "finishing"].format(count=late))
    key = "play_one" if step.kind == "play" and len(state.tables) == 1 else step.kind
    lines.append(then.get(key, "").format(tables=len(state.tables), minutes=f"{step.minutes:g}"))
    if step.kind == "play":
        lines += playing(room, step, say)
    if step.kind == "look":
        lines.append(say["wall"])
    if step.kind == "debrief":
        done, total = (sum(part) for part in zip(*findings.progress.values(), (0, 0), strict=True))
        if total:
            lines.append(say["measured"].format(done=done, total=total))
    if state.at.kind not in BY_HAND:
        lines.append(say.get(state.pacing, ""))
    return [line for line in lines if line]


def seating(room: Room, say: dict[str, str]) -> str:
    """Return what tables the first click makes."""
    state = room.state
    if state.tables:
        late = sum(not each.table for each in state.present)
        return say["seated"].format(count=late) if late else ""
    would = room.would_make()
    if not would.tables:
        return say["nobody"]
    key = "table" if would.tables == 1 else "tables"
    return say[key if would.ai_seats else f"{key}_full"].format(
        people=len(state.present),
        tables=would.tables,
        seats=len(room.seats_at(1)),
        ai=would.ai_seats,
    )


def playing(room: Room, step: Step, say: dict[str, str]) -> list[str]:
    """Return who meets where in a round, and how many seats AI takes."""
    state = room.state
    groups: dict[str, list[int]] = {}
    empty = 0
    for tid in sorted(state.tables):
        setup = state.setup(tid, step)
        groups.setdefault(forum_name(setup), []).append(tid)
        taken = len({each.seat for each in state.people(tid)})
        empty += max(0, len(seats_of(setup)) - taken)
    lines = []
    if len(groups) > 1:
        glue = words("teach")["list"]
        lines = [
            say["forums" if len(tids) > 1 else "forums_one"].format(
                first=name, tables=glue.join(map(str, tids))
            )
            for name, tids in groups.items()
        ]
    if empty:
        lines.append(say["ai"].format(count=empty))
    return lines
