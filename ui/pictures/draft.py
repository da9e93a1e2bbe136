"""The draft statement as the page shows it: paragraphs, brackets and what stands in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pictures.months import span_of
from ui.pictures.sides import badges
from ui.pictures.words import percent, reason
from ui.words.catalogue import words

if TYPE_CHECKING:
    from sim.play.scene import ForumPicture, Line, Scene


def draft(forum: ForumPicture, scene: Scene) -> dict:
    """Return one forum's paper: heading, paragraphs in order, tally and signatures."""
    seated = {seat.side for seat in forum.seats if seat.role in ("chair", "principal")}
    sides = {key: badge for key, badge in badges(scene).items() if key in seated}
    text = words("watch")
    under_way = forum.outcome == "under way"
    paragraphs = [
        paragraph(line, number, sides) for number, line in enumerate(forum.lines, start=1)
    ]
    eligible = [entry for entry in paragraphs if entry["state"] != "barred"]
    agreed = [entry for entry in eligible if entry["state"] in ("clean", "adopted")]
    return {
        "id": forum.id,
        "title": forum.title,
        "short": forum.short,
        "date": span_of(scene.month if under_way else forum.closed, scene),
        "stamp": text["stamps"][forum.outcome],
        "outcome": text["outcomes"][forum.outcome],
        "closed": not under_way,
        "signed": forum.outcome in ("statement", "clean", "full"),
        "session": session(forum),
        "sitting": forum.meeting,
        "agreed": len(agreed),
        "eligible": len(eligible),
        "paragraphs": paragraphs,
        "signatures": [signature(side, forum) for side in sides.values()],
    }


def session(forum: ForumPicture) -> str:
    """Say who is meeting, and in which round."""
    text = words("watch")["meetings"]
    meeting: str = text[forum.meeting]
    if forum.meeting == "none":
        return meeting
    return text["round"].format(meeting=meeting, round=forum.round)


def state(line: Line) -> str:
    """Return the state of a paragraph, a key of the words for it."""
    if line.status == "not admissible":
        return "barred"
    if line.status == "bracketed":
        return "tabled" if line.clause else "open"
    return line.status


def paragraph(line: Line, number: int, sides: dict[str, dict]) -> dict:
    """Return one paragraph with its marginalia."""
    kind = state(line)
    level = line.level if kind in ("clean", "adopted") else max(line.tabled, line.level, 0)
    objects = line.objector_side in sides and kind in ("open", "tabled")
    return {
        "id": line.id,
        "number": number,
        "heading": line.title,
        "state": kind,
        "words": words("watch")["states"][kind],
        "text": wording(line, kind),
        "level": level if kind not in ("barred", "open") else 0,
        "label": line.levels[level] if kind not in ("barred", "open") else "",
        "tabled": line.tabled if kind == "clean" and line.tabled > level else 0,
        "rungs": list(line.levels),
        "objector": line.objector if objects else "",
        "badge": sides.get(line.objector_side) if objects else None,
        "reason": reason(line.reason) if objects and line.reason else "",
        "cleared": [
            {"badge": side, "level": line.cleared.get(key, 0)} for key, side in sides.items()
        ],
        "delivered": deliveries(line, sides) if kind == "adopted" else [],
    }


def wording(line: Line, kind: str) -> str:
    """Return the text of a paragraph, or what stands in its place."""
    text = words("watch")["draft"]
    if kind == "barred":
        return text["barred"]
    alone = line.levels[0] if kind == "clean" else ""
    return line.clause or alone or text["never" if kind == "dropped" else "open"]


def deliveries(line: Line, sides: dict[str, dict]) -> list[dict]:
    """Return what each side has carried out, in whole per cent, and how its law stands."""
    return [
        {
            "badge": side,
            "percent": round(100 * line.delivered.get(key, 0.0)),
            "said": percent(line.delivered.get(key, 0.0)),
            "bill": words("watch")["bills"].get(line.bill.get(key, ""), ""),
        }
        for key, side in sides.items()
    ]


def signature(side: dict, forum: ForumPicture) -> dict:
    """Return who would sign for a side."""
    seated = [
        seat.short
        for seat in forum.seats
        if seat.side == side["id"] and seat.role in ("chair", "principal")
    ]
    return {"badge": side, "seats": " · ".join(seated)}
