"""All moves of a run on one slider, and the way to branch off it."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("scrub.vue", vuetify=False)
def Scrub(
    t: dict,
    move: int,
    length: int,
    ready: bool,
    note: str,
    options: list[dict],
    event_go: Callable[[int], None],
    event_branch: Callable[[int], None],
):
    """Show the slider; a branch begins with one of the options, or as the computer decides.

    Parameters
    ----------
    t
        The words of the page.
    move, length
        How many moves have been shown, and how many there are.
    ready
        Whether anything may be done.
    note
        What kind of run this is now.
    options
        ``id`` and ``text`` of what may be done at this move.
    event_go
        Called with the number of moves to go to.
    event_branch
        Called with the id of an option; -1 where the computer is to decide.
    """
