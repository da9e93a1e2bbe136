"""Help for a person at the table: a hint, the way back, the log."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("aid.vue", vuetify=False)
def Aid(
    t: dict,
    words: dict,
    hints: list[str],
    first: bool,
    log: dict,
    name: str,
    may_undo: bool,
    over: bool,
    finishing: bool,
    event_undo: Callable[[object], None],
    event_restart: Callable[[object], None],
    event_ask: Callable[[str], None],
    event_go: Callable[[str], None],
    event_finish: Callable[[object], None],
):
    """Offer a hint that explains, to take a round back, to save the log and to play it again.

    Parameters
    ----------
    t, words
        The words of the turn, and of the feed.
    hints
        ``ui.pictures.turn.advice``.
    first
        Whether the person has not moved yet.
    log, name
        The log once it is asked for: ``n``, ``text`` and what is ``then`` to be done with it,
        "save" or "replay"; and its name, without an ending.
    may_undo
        Whether there is a move to take back.
    over
        Whether the run is over.
    finishing
        Whether a strategy plays on for the person, who may stop it.
    event_undo, event_restart
        Called to take the round back, and to start again.
    event_ask
        Called with "save" or "replay" to ask for the log.
    event_go
        Called with the address of the page to go to.
    event_finish
        Called to leave the rest of the game to a strategy, or to stop it.
    """
