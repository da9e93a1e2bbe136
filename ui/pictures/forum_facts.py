"""What has been going on at a forum, a few words each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pictures.trends import percent

if TYPE_CHECKING:
    from sim.play.scene import ForumPicture


def forum_facts(forum: ForumPicture) -> list[str]:
    """Return meetings held, standing, what the capitals expect, and the time that is left."""
    due = f"concluded in month {forum.closed}" if forum.closed else f"due by month {forum.deadline}"
    return [
        f"{count(forum.ministerials, 'ministerial')}, {count(forum.sessions, 'working session')}",
        f"stature {percent(forum.stature)}",
        f"expectation {percent(forum.expectation)}",
        due,
    ]


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> count(1, "ministerial"), count(2, "ministerial")
    ('1 ministerial', '2 ministerials')
    """
    return f"{number} {noun}{'s' * (number != 1)}"
