"""The run as a strip of months: who met when, deadlines, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pictures.months import date_of
from ui.words.catalogue import words

if TYPE_CHECKING:
    from sim.play.scene import ForumPicture, Scene
    from ui.watch.diary import Entry

MOST_YEARS = 11
"""Most years that are written on the strip."""
GAPS = (1, 2, 5, 10, 20)


def calendar(scene: Scene, entries: tuple[Entry, ...]) -> dict:
    """Return the strip: the months, the years' beginnings, and a row of marks per forum."""
    return {
        "horizon": scene.horizon,
        "now": scene.month,
        "date": scene.date,
        "dates": [date_of(month, scene) for month in range(scene.horizon + 1)],
        "years": years(scene),
        "rows": [row(forum, scene, entries) for forum in scene.forums],
    }


def row(forum: ForumPicture, scene: Scene, entries: tuple[Entry, ...]) -> dict:
    """Return the marks of one forum, and the same in words for those who cannot see them."""
    text = words("watch")["calendar"]
    met = {entry.month: dict(entry.meetings).get(forum.id, "none") for entry in entries}
    marks = [{"month": month, "kind": kind} for month, kind in met.items() if kind != "none"]
    counts = {
        kind: sum(mark["kind"] == kind for mark in marks) for kind in ("ministerial", "working")
    }
    return {
        "name": forum.short,
        "marks": marks,
        "deadline": forum.deadline,
        "closed": [entry.month for entry in entries if forum.id in entry.signed],
        "words": text["row"].format(name=forum.short, end=ending(forum, scene), **counts),
    }


def ending(forum: ForumPicture, scene: Scene) -> str:
    """Return when the talks of a forum ended or are to end."""
    text = words("watch")["calendar"]
    if forum.outcome == "under way":
        return text["due_by"].format(date=date_of(forum.deadline, scene))
    return text["concluded"].format(date=date_of(forum.closed, scene))


def years(scene: Scene) -> list[dict]:
    """Return the first month of each year of the run, or of every few where there are many."""
    dates = [date_of(month, scene).split()[1] for month in range(1, scene.horizon + 1)]
    first = {year: month for month, year in reversed(list(enumerate(dates, start=1)))}
    if not date_of(1, scene).startswith(words("watch")["months"]["names"].split()[0]):
        first.pop(dates[0])  # the run begins within this year
    gap = next((gap for gap in GAPS if len(first) <= gap * MOST_YEARS), GAPS[-1])
    shown = sorted((month, year) for year, month in first.items() if int(year) % gap == 0)
    return [{"month": month, "year": year} for month, year in shown]
