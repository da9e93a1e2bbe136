"""The run as a strip of months: events, who met when, deadlines, statements, and delivery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pictures.months import date_of, later, read, span_of
from ui.pictures.words import beside, percent
from ui.words.catalogue import words

if TYPE_CHECKING:
    from sim.play.scene import ForumPicture, Scene
    from ui.watch.diary import Entry

MOST_YEARS = 11
"""Most years that are written on the strip."""
GAPS = (1, 2, 5, 10, 20)
Events = tuple[tuple[int, str], ...]
"""Month and words of each."""


def calendar(scene: Scene, entries: tuple[Entry, ...], events: Events = ()) -> dict:
    """Return the strip: the months, the years' beginnings, and a row of marks per forum.

    ``said`` has, for every month of the run, its name and what is marked in it; ``events`` has
    the events that happened, each with its month, its date and its words.
    """
    dates = [span_of(month, scene) for month in range(scene.horizon + 1)]
    marked: dict[int, list[str]] = {}
    for month, text in events:
        marked.setdefault(month, []).append(text)
    for entry in entries:
        marked.setdefault(entry.month, []).extend(sentences(entry, scene))
    return {
        "horizon": scene.horizon,
        "now": scene.month,
        "date": dates[scene.month],
        "dates": dates,
        "said": [beside(marked.get(month, ()), "sentences") for month in range(scene.horizon + 1)],
        "events": [
            {"month": month, "date": dates[month], "text": text}
            for month, text in events
            if month <= scene.horizon
        ],
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
    delivered = [
        {"month": entry.month, "percent": round(100 * dict(entry.delivered)[forum.id])}
        for entry in entries
        if forum.id in dict(entry.delivered)
    ]
    said = text["row"].format(name=forum.short, end=ending(forum, scene), **counts)
    if delivered:
        done = text["carried_out"].format(percent=delivered[-1]["percent"])
        said = beside([said, done], "sentences")
    return {
        "name": forum.short,
        "marks": marks,
        "deadline": forum.deadline,
        "closed": [entry.month for entry in entries if forum.id in entry.signed],
        "delivered": delivered,
        "words": said,
    }


def sentences(entry: Entry, scene: Scene) -> list[str]:
    """Return what is marked in a month, forum by forum."""
    text = words("watch")["calendar"]
    met, delivered = dict(entry.meetings), dict(entry.delivered)
    told = []
    for forum in scene.forums:
        found = []
        if met.get(forum.id, "none") != "none":
            found.append(text[met[forum.id]])
        if forum.id in entry.signed:
            found.append(text["closed"])
        elif forum.id in delivered:
            found.append(text["share"].format(percent=percent(delivered[forum.id])))
        if found:
            told.append(text["month"].format(name=forum.short, what=beside(found)))
    return told


def ending(forum: ForumPicture, scene: Scene) -> str:
    """Return when the talks of a forum ended or are to end."""
    text = words("watch")["calendar"]
    if forum.outcome == "under way":
        return text["due_by"].format(date=date_of(forum.deadline, scene))
    return text["concluded"].format(date=date_of(forum.closed, scene))


def years(scene: Scene) -> list[dict]:
    """Return the first month of each year of the run, or of every few where there are many."""
    dates = [read(date_of(month, scene))[1] for month in range(1, scene.horizon + 1)]
    first = {year: month for month, year in reversed(list(enumerate(dates, start=1)))}
    if read(later(date_of(1, scene), -1))[1] == dates[0]:
        first.pop(dates[0])  # the run begins within this year
    gap = next((gap for gap in GAPS if len(first) <= gap * MOST_YEARS), GAPS[-1])
    shown = sorted((month, year) for year, month in first.items() if int(year) % gap == 0)
    return [{"month": month, "year": year} for month, year in shown]
