"""Hints for a person in a seat: they explain where things stand, and solve nothing.

Each says one thing that the seat can see for itself, in its brief or in what was said in public;
none says what to move.
"""

from dataclasses import dataclass
from typing import Any

from agents.place import ItemPlace, Place
from scenarios.meanings import listed

MOST = 6
"""Hints at a time."""
WORTH_SAYING = 1.0
"""Points below which a gain is not worth a hint."""


@dataclass(frozen=True)
class Hint:
    """One hint: its kind, a key of the words of the page, and what fills its gaps."""

    kind: str
    gaps: dict[str, Any]


def hints(place: Place) -> tuple[Hint, ...]:
    """Return what may help a seat with what it is asked, the most pressing first."""
    found = [*clock(place), *answering(place)]
    if place.ask == "floor":
        found += [*worth(place), *refusals(place), *wishes(place), *home(place)]
    return tuple(found[:MOST])


def clock(place: Place) -> list[Hint]:
    """Return what the calendar and the walk-away say."""
    found = []
    if place.last and place.ask in ("floor", "answer"):
        found.append(Hint("last", {}))
    if place.now < place.walk_away:
        gap = place.walk_away - place.now
        found.append(Hint("below", {"points": points(gap)}))
    return found


def answering(place: Place) -> list[Hint]:
    """Return what an amendment, or closing, would mean for the seat."""
    reason, item = place.choices.must
    if reason:
        return [Hint("must", {"item": short(place, item), "reason": reason})]
    if place.ask == "answer":
        gains = [
            (each, each.points[each.motion] - each.points[each.level]) for each in moved(place)
        ]
        kind = "gain" if place.after >= place.now else "loss"
        found = [Hint(kind, {"points": points(abs(place.after - place.now))})]
        for each, gain in gains:
            if each.motion not in (each.best, each.level) and gain > 0:
                found.append(Hint("short", {"item": each.short, "level": each.best}))
        return found
    if place.ask == "closing":
        left = [each.short for each in place.items if not each.clean and each.weight >= 1]
        kind = "left_out" if left else "whole"
        return [Hint(kind, {"items": listed(left), "points": points(place.now)})]
    return []


def worth(place: Place) -> list[Hint]:
    """Return the items on which the seat has most to gain."""
    gains = sorted(
        ((each.points[each.best] - each.points[each.level], each) for each in place.items),
        key=lambda pair: -pair[0],
    )
    return [
        Hint("worth", {"item": each.short, "points": points(gain), "level": each.best})
        for gain, each in gains[:2]
        if gain >= WORTH_SAYING
    ]


def refusals(place: Place) -> list[Hint]:
    """Return who has objected to what, and levels that were refused before."""
    found = []
    for each in place.items:
        if each.objector and not each.clean and each.treated:
            gaps = {"seat": each.objector, "item": each.short, "reason": each.reason}
            found.append(Hint("objected", gaps))
        elif most := max(each.refused):
            level = each.refused.index(most)
            found.append(Hint("refused", {"item": each.short, "level": level, "count": most}))
    return found[:2]


def wishes(place: Place) -> list[Hint]:
    """Return what another seat has asked for that would suit this one as well."""
    found = []
    for each in place.items:
        for seat, level in each.asked:
            gain = each.points[level] - each.points[each.level]
            if gain >= WORTH_SAYING and level in each.open:
                found.append(
                    (gain, Hint("wanted", {"seat": seat, "item": each.short, "level": level}))
                )
    return [hint for _, hint in sorted(found, key=lambda pair: -pair[0])[:1]]


def home(place: Place) -> list[Hint]:
    """Return what the own capital has not yet cleared."""
    stuck = [
        each.short
        for each in place.items
        if each.treated and each.cleared < each.best and not each.open
    ]
    return [Hint("home", {"items": listed(stuck)})] if stuck else []


def moved(place: Place) -> list[ItemPlace]:
    """Return the items that the amendment on the table touches."""
    return [each for each in place.items if each.motion >= 0]


def short(place: Place, item: str) -> str:
    """Return the short name of an item."""
    return next((each.short for each in place.items if each.id == item), item)


def points(value: float) -> str:
    """Return points as they are written; one as 1.0, which are points as well.

    >>> points(3.04), points(12.5), points(1.0)
    ('3', '12.5', '1.0')
    """
    written = f"{value:.1f}"
    return written if written == "1.0" else written.removesuffix(".0")
