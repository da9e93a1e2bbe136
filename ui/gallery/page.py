"""The first page: all scenarios, and the way into each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import solara

from ui.frame import Frame
from ui.gallery.cards import card_picture
from ui.parts.gallery import Gallery
from ui.parts.notice import Notice
from ui.words.catalogue import words

if TYPE_CHECKING:
    from scenarios.card import Card

LONGEST = 100
"""Most characters of a search."""


@solara.component
def GalleryPage(
    cards: Callable[[], Sequence[Card]],
    faulty: Callable[[], Mapping[str, Exception]],
    query: str | None,
    on_go: Callable[[str], None],
):
    """Let a visitor find a scenario.

    Parameters
    ----------
    cards
        Returns the scenarios there are.
    faulty
        Returns what is wrong with those that cannot be read.
    query
        The part of the address after ``?``: what is searched for.
    on_go
        Called with the address of what the visitor picks.
    """
    text = words("gallery")

    def load() -> tuple[list[dict], list[str]]:
        # a fault of what several share is told once
        faults = dict.fromkeys(str(each) for each in faulty().values())
        return [card_picture(each) for each in cards()], list(faults)

    shown, faults = solara.use_memo(load, [])
    search = parse_qs(query or "").get("search", [""])[-1][:LONGEST]
    with Frame("scenarios", text["title"], on_go):
        for fault in faults:
            Notice(text=text["faulty"].format(error=fault))
        Gallery(t=text, cards=shown, search=search, event_go=on_go)
