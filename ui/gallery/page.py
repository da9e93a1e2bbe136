"""The first page: all scenarios, and the way into each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import solara

from ui.frame import Frame
from ui.gallery.cards import card_picture
from ui.parts.gallery import Gallery
from ui.parts.notice import Notice
from ui.words.catalogue import words

if TYPE_CHECKING:
    from scenarios.card import Card


@solara.component
def GalleryPage(
    cards: Callable[[], Sequence[Card]], query: str | None, on_go: Callable[[str], None]
):
    """Let a visitor find a scenario.

    Parameters
    ----------
    cards
        Returns the scenarios there are.
    query
        The part of the address after ``?``; not used.
    on_go
        Called with the address of what the visitor picks.
    """
    text = words("gallery")

    def load() -> tuple[list[dict], str]:
        try:
            return [card_picture(each) for each in cards()], ""
        except Exception as error:
            return [], str(error)

    shown, fault = solara.use_memo(load, [])
    with Frame("scenarios", text["title"], on_go):
        Notice(text=fault)
        Gallery(t=text, cards=shown, event_go=on_go)
