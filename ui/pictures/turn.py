"""A person's turn as the page shows it: the question, the points, and what may be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pictures.months import span_of, tick_name
from ui.pictures.words import beside, spelt

if TYPE_CHECKING:
    from agents.hint import Hint
    from agents.place import ItemPlace, Place
    from sim.play.happening import Happening
    from sim.play.scene import Scene

HOME = ("cleared", "withheld", "settled")
"""Kinds of happenings that only the own side knows of."""
LONGEST = 60
"""Most news shown at once."""


def turn(place: Place, scene: Scene, names: dict[str, str], text: dict, made: int = 0) -> dict:
    """Return one turn.

    Parameters
    ----------
    place, scene
        What the seat has before it, and the scene as it may see it.
    names
        Short names of agencies by id.
    text
        The words of the page.
    made
        How many moves people have made, so that no two turns are the same.
    """
    words = text["turn"]
    forum = next(each for each in scene.forums if each.id == place.forum)
    ask = question(place)
    seat = names.get(place.seat, place.seat)
    mover = names.get(place.mover, place.mover)
    limit = place.choices.link_limit
    tick = tick_name(scene)
    month = words["month"].format(
        date=span_of(scene.month, scene), tick=tick, month=scene.month, horizon=scene.horizon
    )
    due = words["due_now" if place.last else "due"].format(tick=tick, month=forum.deadline)
    return {
        "made": made,
        "over": scene.over,
        "ask": place.ask,
        "heading": words["ask"][ask].format(seat=seat, mover=mover),
        "about": words["about"][about(place, ask)].format(limit=limit),
        "month": month,
        "due": due if forum.outcome == "under way" else "",
        "meeting": words["meeting"].format(forum=forum.short, round=place.round)
        if place.ask != "nothing"
        else "",
        "strip": {
            "now": scene.month / scene.horizon,
            "due": min(1.0, forum.deadline / scene.horizon),
        },
        "points": {
            "now": rounded(place.now),
            "after": rounded(place.after),
            "none": rounded(place.walk_away),
            "top": rounded(place.best),
            "least": min(0.0, rounded(place.walk_away - place.now)),
        },
        "items": [row(each, place, words["row"]) for each in place.items],
        "kinds": list(place.choices.kinds),
        "limit": limit,
        "objectable": [
            {"id": each.id, "short": each.short}
            for each in place.items
            if each.id in place.choices.items
        ],
        "appeals": [
            {"id": each.id, "short": each.short}
            for each in place.items
            if each.id in place.choices.appeals
        ],
        "must": must(place, text),
        "agree": {"answer": "consent", "closing": "agree", "clearance": "clear"}.get(ask, "accept"),
    }


def question(place: Place) -> str:
    """Return the question as a key of the words; a text put to the ministers has no mover."""
    return "putting" if place.ask == "closing" and not place.mover else place.ask


def about(place: Place, ask: str) -> str:
    """Return what is said of a question; at times nothing is left that a seat may ask for."""
    return "stuck" if ask == "floor" and "amend" not in place.choices.kinds else ask


def row(item: ItemPlace, place: Place, words: dict) -> dict:
    """Return one item: where it stands, and a chip for each level that could be asked for."""
    standing = words["agreed"] if item.clean else words["bracket"]
    return {
        "id": item.id,
        "short": item.short,
        "level": item.level,
        "label": item.labels[item.level],
        "standing": beside([words["now"].format(level=item.level), standing]),
        "stakes": words["stakes"].format(points=round(item.weight)),
        "mandate": words["mandate" if item.cleared else "no_mandate"].format(level=item.cleared),
        "treated": item.treated,
        "clean": item.clean,
        "motion": item.motion,
        "asks": item.labels[item.motion] if item.motion >= 0 else "",
        "gain": gain(item, item.motion) if item.motion >= 0 else 0.0,
        "chips": [chip(item, level, words) for level in range(1, 5)],
    }


def chip(item: ItemPlace, level: int, words: dict) -> dict:
    """Return one level of an item: what it adds for the seat, and why it may be closed to it."""
    kind = bar(item, level)
    return {
        "level": level,
        "label": item.labels[level],
        "gain": gain(item, level),
        "open": level in item.open,
        "is": level == item.level,
        "note": words[kind] if kind else "",
        "tag": words["tag"][kind] if kind else "",
        "why": words["why"][kind] if kind else "",
        "refused": bool(item.refused[level]) and level in item.open,
    }


def bar(item: ItemPlace, level: int) -> str:
    """Return what speaks against asking for a level, a key of the words for it; empty if nothing.

    The last is no bar: what was refused may be asked for again.
    """
    if level == item.level:
        return "is"
    if level in item.red:
        return "red"
    if level > item.cleared:
        return "home"
    if not item.treated:
        return "closed"
    return "refused" if item.refused[level] else ""


def gain(item: ItemPlace, level: int) -> float:
    """Return what a level adds to the seat's points of the text."""
    return rounded(item.points[level] - item.points[item.level])


def must(place: Place, text: dict) -> dict | None:
    """Return the objection a seat has no choice but to make, or nothing."""
    reason, item = place.choices.must
    if not reason:
        return None
    short = next((each.short for each in place.items if each.id == item), item)
    why = text["reasons"].get(reason, reason)
    said = text["turn"]["do"]["must"].format(item=short, reason=why[:1].lower() + why[1:])
    return {"item": item, "reason": reason, "said": said}


def rounded(points: float) -> float:
    """Return points to a tenth."""
    return round(points, 1) + 0.0


def feed(news: tuple[Happening, ...], months: dict[int, str], text: dict) -> list[dict]:
    """Return what has happened, by month, what happens at home marked as such."""
    told: list[dict] = []
    for each in news[-LONGEST:]:
        if not told or told[-1]["month"] != each.month:
            told.append({"month": each.month, "date": months[each.month], "lines": []})
        home = text["feed"]["home"] if each.kind in HOME else ""
        told[-1]["lines"].append({"text": spelt(each.text), "home": home, "kind": each.kind})
    return told


def advice(hints: tuple[Hint, ...], text: dict) -> list[str]:
    """Return hints as sentences."""
    return [text["hint"][hint.kind].format(**worded(hint.gaps, text)) for hint in hints]


def worded(gaps: dict, text: dict) -> dict:
    """Return the gaps of a hint with a reason in words."""
    if "reason" not in gaps:
        return gaps
    why = text["reasons"].get(gaps["reason"], gaps["reason"])
    return {**gaps, "reason": why[:1].lower() + why[1:]}
