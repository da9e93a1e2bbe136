"""What the page remembers of past months: who met, and what was reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.pictures.words import spelt

if TYPE_CHECKING:
    from sim.play.scene import Scene

RANK = {"none": 0, "working": 1, "ministerial": 2}


@dataclass(frozen=True)
class Entry:
    """One month: its date, each forum's highest meeting, the news, who made a statement."""

    month: int
    date: str
    meetings: tuple[tuple[str, str], ...]
    news: tuple[str, ...]
    signed: tuple[str, ...] = ()


def diary(past: tuple[Entry, ...], scene: Scene) -> tuple[Entry, ...]:
    """Add a scene to the entries of the months before it; later months are forgotten.

    The month's entry is written anew with each of its scenes, but a meeting once
    seen stays: the scene after the last move may already show an empty room.
    """
    seen = next((dict(entry.meetings) for entry in past if entry.month == scene.month), {})
    meetings = tuple(
        (forum.id, max(forum.meeting, seen.get(forum.id, "none"), key=RANK.__getitem__))
        for forum in scene.forums
    )
    signed = tuple(
        forum.id
        for forum in scene.forums
        if forum.closed == scene.month and forum.outcome in ("statement", "clean", "full")
    )
    entry = Entry(scene.month, scene.date, meetings, tuple(map(spelt, scene.news)), signed)
    return (*(each for each in past if each.month < scene.month), entry)
