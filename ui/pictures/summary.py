"""The run in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pictures.draft import draft
from ui.pictures.months import span_of, tick_name
from ui.words.catalogue import words

if TYPE_CHECKING:
    from sim.play.scene import Scene
    from ui.watch.diary import Entry


def summary(scene: Scene) -> str:
    """Return date and standing of every draft, to be read aloud."""
    text = words("watch")["summary"]
    drafts = text["between"].join(standing(draft(forum, scene)) for forum in scene.forums)
    return text["month"].format(
        date=span_of(scene.month, scene),
        tick=tick_name(scene),
        month=scene.month,
        horizon=scene.horizon,
        drafts=drafts,
    )


def standing(paper: dict) -> str:
    """Return the standing of one draft."""
    text = words("watch")["summary"]
    said = text["draft"].format(
        forum=paper["short"], agreed=paper["agreed"], eligible=paper["eligible"]
    )
    return (
        text["closed"].format(draft=said, stamp=paper["stamp"].lower()) if paper["closed"] else said
    )


def latest(entries: tuple[Entry, ...]) -> str:
    """Return the last sentence of the news, empty before there is any."""
    return next((entry.news[-1] for entry in reversed(entries) if entry.news), "")
