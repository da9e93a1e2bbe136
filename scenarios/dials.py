"""What a hand may move in a scenario, each with what it rests on and how far it may go."""

from collections.abc import Iterable, Sequence
from typing import Any

from scenarios.ledger import Entry
from scenarios.meanings import about, meaning
from scenarios.origin import place
from scenarios.ranges import LARGEST
from scenarios.search import has_words
from scenarios.told import reason
from scenarios.world import World

Dial = dict[str, Any]
KEYS = ("path", "title", "about", "meaning")
"""Where a text is looked for."""


def dials(worlds: Sequence[World]) -> list[Dial]:
    """Return everything with room in any of the worlds, those the scenario offers a class first.

    Parameters
    ----------
    worlds : sequence of World
        One scenario under several configurations, at least one.
    """
    entries: dict[str, tuple[World, Entry]] = {}
    for world in worlds:
        for path, entry in world.ledger.items():
            entries.setdefault(path, (world, entry))
    offered = {each.path: each.title for each in worlds[0].scenario.sheet.setting}
    order = [*offered, *(path for path in entries if path not in offered)]
    found = (dial(*entries[path], offered.get(path, "")) for path in order if path in entries)
    return [each for each in found if each]


def dial(world: World, entry: Entry, title: str) -> Dial:
    """Return one path as something to move; empty where it has no room.

    What is assumed has the room that its figure states. What a class is offered may be a point in
    the files and then has all the room that is allowed.
    """
    figure, allowed = entry.figure, entry.allowed
    covered = [world.ledger[path].figure for path in entry.covers]
    values = {each.value for each in covered} or {figure.value}
    choices = list(figure.choices or ()) or (list(allowed.words) if title else [])
    if isinstance(figure.value, int | float) and not (
        title and allowed.words and not allowed.numbers
    ):
        choices = []
    low, high = bounds([figure, *covered], entry, wide=bool(title))
    if len(choices) < 2 and (low is None or high is None or low >= high):
        return {}
    return {
        "path": entry.path,
        "title": title,
        "about": about(world, entry),
        "meaning": meaning(entry, world.ledger),
        "value": values.pop() if len(values) == 1 else None,
        "unit": "" if figure.unit == "mode" else figure.unit,
        "low": low,
        "high": high,
        "whole": allowed.numbers and allowed.whole,
        "choices": choices,
        "basis": figure.basis,
        "citation": place(figure.source, figure.at) if figure.source else "",
        "why": reason(figure.why or ""),
        "several": len(entry.covers),
        "offered": bool(title),
    }


def bounds(figures: Iterable[Any], entry: Entry, wide: bool) -> tuple[float | None, float | None]:
    """Return the least and the most of the room that figures state, or that is allowed."""
    lows = [each.low for each in figures if each.low is not None]
    highs = [each.high for each in figures if each.high is not None]
    if lows and highs and min(lows) < max(highs):
        return min(lows), max(highs)
    allowed = entry.allowed
    if wide and allowed.numbers and allowed.high < LARGEST:
        return allowed.low, allowed.high
    return None, None


def sought(several: Iterable[Dial], text: str) -> list[Dial]:
    """Return those that have every word of a text."""
    return [each for each in several if has_words(each, KEYS, text)]
