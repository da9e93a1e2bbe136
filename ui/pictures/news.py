"""The diary as a list to read, newest month first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.play.diary import Entry

KEPT = 24


def news(entries: tuple[Entry, ...]) -> list[dict]:
    """Return the last months that have news, so that the page stays light in a long run."""
    told = [entry for entry in entries if entry.news][-KEPT:]
    return [
        {"month": entry.month, "date": entry.date, "sentences": list(entry.news)}
        for entry in reversed(told)
    ]
