"""What the page remembers of past months: who met, what was reported, what was carried out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.pictures.months import span_of
from ui.pictures.words import spelt

if TYPE_CHECKING:
    from sim.play.scene import ForumPicture, Scene

RANK = {"none": 0, "working": 1, "ministerial": 2}


@dataclass(frozen=True)
class Entry:
    """One month.

    Parameters
    ----------
    date
        What it is called.
    meetings
        Each forum's highest meeting.
    news
        What was reported.
    signed
        Forums that made a statement.
    delivered
        Of each forum with commitments, the share of them that is carried out, 0..1.
    """

    month: int
    date: str
    meetings: tuple[tuple[str, str], ...]
    news: tuple[str, ...]
    signed: tuple[str, ...] = ()
    delivered: tuple[tuple[str, float], ...] = ()


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
    entry = Entry(
        month=scene.month,
        date=span_of(scene.month, scene),
        meetings=meetings,
        news=tuple(map(spelt, scene.news)),
        signed=signed,
        delivered=tuple(
            (forum.id, share) for forum in scene.forums if (share := carried_out(forum)) is not None
        ),
    )
    return (*(each for each in past if each.month < scene.month), entry)


def carried_out(forum: ForumPicture) -> float | None:
    """Return the mean share of a forum's commitments that its sides have carried out."""
    shares = [
        share
        for line in forum.lines
        if line.status == "adopted"
        for share in line.delivered.values()
    ]
    return sum(shares) / len(shares) if shares else None
