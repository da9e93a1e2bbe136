"""The ways on from a run: a seat in it from this moment, and the same in another forum."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("onward.vue", vuetify=False)
def Onward(
    t: dict,
    seats: list[dict],
    others: list[dict],
    ways: list[dict],
    ready: bool,
    game: dict,
    event_take: Callable[[str], None],
    event_go: Callable[[str], None],
    event_choose: Callable[[str], None],
):
    """Show where one can go from here.

    Parameters
    ----------
    t
        The words of the part.
    seats
        ``id`` and ``title`` of each seat that may be taken from this moment; none where none may.
    others
        Tables to compare with: ``title``, ``seats`` (what is different), and addresses of pages,
        ``compare``, ``play`` and ``watch``; a page may be left out.
    ways
        ``id`` and ``title`` of whatever else may be done.
    ready
        Whether anything may be done.
    game
        The game that begins with the seat that was taken, as the browser keeps games, with its
        ``address``; empty before.
    event_take
        Called with the id of a seat.
    event_go
        Called with the address of the page to go to.
    event_choose
        Called with the id of one of the other ways.
    """
