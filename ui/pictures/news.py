"""The diary as a list to read, newest month first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.watch.diary import Entry


def news(entries: tuple[Entry, ...]) -> list[dict]:
    """Return the months that have news, the newest first."""
    return [
        {"month": entry.month, "date": entry.date, "sentences": list(entry.news)}
        for entry in reversed(entries)
        if entry.news
    ]
