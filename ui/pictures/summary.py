"""The run in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pictures.draft import draft

if TYPE_CHECKING:
    from sim.play.scene import Scene
    from ui.watch.diary import Entry


def summary(scene: Scene) -> str:
    """Return date and standing of every draft, to be read aloud."""
    papers = [draft(forum, scene) for forum in scene.forums]
    standing = [
        f"{paper['short']}: {paper['agreed']} of {paper['eligible']} paragraphs agreed"
        + (f", {paper['stamp'].lower()}" if paper["closed"] else "")
        for paper in papers
    ]
    return f"{scene.date}, month {scene.month} of {scene.horizon}. {'. '.join(standing)}."


def latest(entries: tuple[Entry, ...]) -> str:
    """Return the last sentence of the news, empty before there is any."""
    return next((entry.news[-1] for entry in reversed(entries) if entry.news), "")
