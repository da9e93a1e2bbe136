"""The run as a strip of months: who met when, deadlines, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pictures.months import date_of

if TYPE_CHECKING:
    from sim.play.scene import ForumPicture, Scene
    from ui.watch.diary import Entry


def calendar(scene: Scene, entries: tuple[Entry, ...]) -> dict:
    """Return the strip: the months, the years' beginnings, and a row of marks per forum."""
    return {
        "horizon": scene.horizon,
        "now": scene.month,
        "date": scene.date,
        "years": years(scene),
        "rows": [row(forum, entries) for forum in scene.forums],
    }


def row(forum: ForumPicture, entries: tuple[Entry, ...]) -> dict:
    """Return the marks of one forum, and the same in words for those who cannot see them."""
    met = {entry.month: dict(entry.meetings).get(forum.id, "none") for entry in entries}
    marks = [{"month": month, "kind": kind} for month, kind in met.items() if kind != "none"]
    counts = [
        f"{sum(mark['kind'] == kind for mark in marks)} {words}"
        for kind, words in (("ministerial", "ministerials"), ("working", "working sessions"))
    ]
    end = f"concluded in month {forum.closed}" if forum.closed else f"due by month {forum.deadline}"
    return {
        "name": forum.short,
        "marks": marks,
        "deadline": forum.deadline,
        "closed": forum.closed if forum.outcome != "none" else 0,
        "words": f"{forum.short}: {', '.join(counts)}; {end}.",
    }


def years(scene: Scene) -> list[dict]:
    """Return the months of the run that are a January, with their year."""
    dates = {month: date_of(month, scene) for month in range(1, scene.horizon + 1)}
    return [
        {"month": month, "year": date.removeprefix("January ")}
        for month, date in dates.items()
        if date.startswith("January ")
    ]
