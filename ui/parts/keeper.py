"""What the browser keeps of a game, so that a lost page comes back to the same place."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("keeper.vue", vuetify=False)
def Keeper(
    t: dict,
    address: str,
    title: str,
    month: int,
    moves: list[dict],
    event_restore: Callable[[list], None],
    event_go: Callable[[str], None],
):
    """Keep a game in the browser; call ``event_restore`` with the moves of one that was kept.

    A tab keeps its own game, so that two tabs do not disturb each other; the browser keeps the
    last one of every address, and the last of all.

    Parameters
    ----------
    t
        The words: ``label``, ``found``, ``go_on`` and ``forget``.
    address
        Of the game; without one, the last game is offered.
    title, month
        What the game is called, and how far it has come.
    moves
        The moves of people so far.
    event_restore, event_go
        Called with saved moves, and with the address of the game to continue.
    """
