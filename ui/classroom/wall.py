"""What the wall shows: one thing at a time, and nothing that not everybody may see."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from classroom.setup import lobby_for
from classroom.told import title_of
from ui.classroom.people import away, forum_name
from ui.classroom.slides import KINDS, place_in, slide, statements
from ui.classroom.standing import agreed, known, over, standing_of
from ui.words.catalogue import words

if TYPE_CHECKING:
    from classroom.debrief.findings import Findings
    from classroom.room import Room

Parts = dict[str, Any]
MOST_NAMES = 120
"""Names on the wall, the newest first."""
FEW, MANY = 6, 12
"""Tables up to which the bars on the wall are drawn large, and from which small."""


def wall(room: Room, findings: Findings) -> Parts:
    """Return the parts of the wall; those of other steps are empty."""
    parts: Parts = {"head": head(room)}
    parts.update(SCENES[room.state.at.kind](room, findings))
    return parts


def head(room: Room) -> Parts:
    """Return what is always on the wall, and which scene it is."""
    state = room.state
    count = {"debrief": len(KINDS), "statements": len(state.tables)}.get(state.at.kind, 0)
    text = words("wall")
    kind = "end" if state.ended else state.at.kind
    played = kind in ("play", "look", "statements") and state.round
    return {
        "title": title_of(state.plan),
        "code": state.code,
        "kind": kind,
        "round": text["round"].format(round=state.round) if played else "",
        "paused": state.paused and not state.ended,
        "slide": place_in(state.slide, count),
        "slides": 0 if state.ended else count,
        "revealed": state.revealed,
    }


def join(room: Room, findings: Findings) -> Parts:
    """Return the waiting room: the code, and who is there."""
    present = room.state.present
    names = [{"key": each.sid, "nick": each.nick} for each in present[: -MOST_NAMES - 1 : -1]]
    state = room.state
    return {
        "join": {"code": state.code, "people": len(present), "names": names, "shut": state.shut}
    }


def story(room: Room, findings: Findings) -> Parts:
    """Return what the lesson is about, and how many are ready."""
    state = room.state
    sheet = lobby_for(room.first_setup).world.scenario.sheet
    here = [each for each in state.present if not away(room, each.sid)]
    brief = state.at.kind == "brief"
    return {
        "story": {
            "question": sheet.question,
            "lines": list(sheet.story) if brief else [],
            "todo": [words("wall")["story"][state.at.kind]],
            "ready": sum(each.ready for each in here),
            "people": len(here),
        }
    }


def play(room: Room, findings: Findings) -> Parts:
    """Return how far the tables are, without saying which is which: the furthest first."""
    state, text = room.state, words("wall")["play"]
    groups: dict[str, list[Parts]] = {}
    for tid, table in state.tables.items():
        if table.now is not None:
            now = standing_of(table.now, tid, findings)
            groups.setdefault(forum_name(table.now.setup), []).append(
                {"agreed": now.agreed, "eligible": now.eligible, "over": over(table.now)}
            )
    new = len(groups) > 1 and state.round > 1
    return {
        "play": {
            "says": text["changed"].format(second=list(groups)[-1]) if new else text["says"],
            "size": size(len(state.tables)),
            "groups": [
                {
                    "title": title,
                    "says": text["group" if len(bars) != 1 else "group_one"].format(
                        count=len(bars)
                    ),
                    "tables": sorted(
                        bars, key=lambda each: (-each["agreed"], each["eligible"], each["over"])
                    ),
                }
                for title, bars in groups.items()
            ],
        }
    }


def size(count: int) -> str:
    """Return how large the bars of so many tables are drawn.

    >>> size(3), size(9), size(50)
    ('few', '', 'many')
    """
    if count > MANY:
        return "many"
    return "few" if count <= FEW else ""


def held(room: Room, findings: Findings) -> Parts:
    """Return how many tables agreed, and nothing else: what held us back is for the room."""
    state, text = room.state, words("wall")["held"]
    sittings = [(tid, table.now) for tid, table in state.tables.items() if table.now is not None]
    came = [agreed(each, tid, findings) for tid, each in sittings]
    if not all(over(each) and known(each, tid, findings) for tid, each in sittings):
        headline = text["going"]
    elif len(sittings) == 1:
        headline = text["headline_one" if came[0] else "headline_not"]
    else:
        headline = text["headline"].format(agreed=sum(came), all=len(sittings))
    lines = sum(str(state.step) in each.lines for each in state.present)
    said = text["lines_one" if lines == 1 else "lines"].format(count=lines)
    return {"held": {"headline": headline, "question": text["question"], "lines": said}}


def signing(room: Room, findings: Findings) -> Parts:
    """Return the statements, table by table."""
    return {"statements": statements(room, findings)}


def debriefing(room: Room, findings: Findings) -> Parts:
    """Return the slide that is shown."""
    return {} if room.state.ended else {"slide": slide(room, findings)}


SCENES: dict[str, Callable[[Room, Findings], Parts]] = {
    "lobby": join,
    "brief": story,
    "practice": story,
    "play": play,
    "look": held,
    "statements": signing,
    "debrief": debriefing,
    "end": lambda room, findings: {},
}
"""What is on the wall in each step."""
