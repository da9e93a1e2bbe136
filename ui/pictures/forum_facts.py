"""What has been going on at a forum, a few words each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pictures.calendar import ending
from ui.pictures.words import beside, percent
from ui.words.catalogue import words

if TYPE_CHECKING:
    from sim.play.scene import ForumPicture, Scene


def forum_facts(forum: ForumPicture, scene: Scene) -> list[str]:
    """Return meetings held, standing, what the capitals expect, and the time that is left."""
    text = words("watch")["facts"]
    held = [count(forum.ministerials, "ministerial"), count(forum.sessions, "session")]
    return [
        beside(held),
        text["stature"].format(percent=percent(forum.stature)),
        text["expectation"].format(percent=percent(forum.expectation)),
        ending(forum, scene),
    ]


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> count(1, "ministerial"), count(2, "ministerial")
    ('1 ministerial', '2 ministerials')
    """
    return words("watch")["facts"][noun + "s" * (number != 1)].format(count=number)
