"""The seats one may take, and how the computer plays the others."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("seats.vue", vuetify=False)
def Seats(
    t: dict,
    seated: list[dict],
    heard: list[dict],
    ais: list[dict],
    ai: str,
    event_take: Callable[[list[str]], None],
    event_choose_ai: Callable[[str], None],
):
    """Show the cards; call ``event_take`` with the ids of the seats that are taken.

    Parameters
    ----------
    t
        The words of the lobby.
    seated, heard
        Cards as ``ui.pictures.lobby`` makes them: at the table, and only consulted.
    ais, ai
        Strategies the AI seats may have, ``id`` and ``title``, and the one chosen.
    event_take, event_choose_ai
        Called with seats, and with the id of a strategy or nothing.
    """
