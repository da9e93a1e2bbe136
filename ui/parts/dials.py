"""Values to move, each with its room and what it rests on."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("dials.vue", vuetify=False)
def Dials(
    t: dict,
    letters: list[str],
    offered: list[dict],
    moved: list[dict],
    found: list[dict],
    count: int,
    matches: int,
    sets: list[list],
    drawn: int,
    sources: str,
    event_move: Callable[[dict], None],
    event_settle: Callable[[object], None],
    event_reset: Callable[[str], None],
    event_search: Callable[[str], None],
):
    """Show the dials; a move is sent as soon as the last one has been drawn.

    Parameters
    ----------
    t
        The words of the page.
    letters
        Of the settings.
    offered, moved, found
        ``scenarios.dials``: what the scenario suggests, what has been moved, what a search found.
    count, matches
        How many there are, and how many the search found.
    sets
        Number of the case (-1 for every), path and value of all that is set.
    drawn
        Stamp of the last move that has been drawn.
    sources
        Address of the sources, up to the path.
    event_move
        Called with ``path``, ``value``, ``target`` and ``stamp``.
    event_settle
        Called when the hand rests.
    event_reset
        Called with a path, or with nothing for all.
    event_search
        Called with what is sought.
    """
