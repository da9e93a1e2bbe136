"""The head of a game: the month, and what happened since the last move."""

from __future__ import annotations

import solara


@solara.component_vue("feed.vue", vuetify=False)
def Feed(words: dict, turn: dict, months: list[dict], first: bool):
    """Show where in time the game is and what the others did.

    Parameters
    ----------
    words
        The words of the feed.
    turn
        ``ui.pictures.turn.turn``.
    months
        ``ui.pictures.turn.feed``.
    first
        Whether the person has not moved yet.
    """
