"""What the browser keeps of a game, so that a lost page comes back to the same place."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("keeper.vue", vuetify=False)
def Keeper(
    t: dict,
    lang: str,
    address: str,
    title: str,
    months: dict[str, str],
    moves: list[dict],
    event_restore: Callable[[dict], None],
    event_go: Callable[[str], None],
    needs: bool = False,
    titles: dict[str, str] = {},  # noqa: B006  (it is handed on as it is)
):
    """Keep a game in the browser; call ``event_restore`` with what was kept of one.

    A tab keeps its own game, so that two tabs do not disturb each other; the browser keeps the
    last one of every address, and the last of all.

    Parameters
    ----------
    t
        The words: ``label``, ``found``, ``go_on`` and ``forget``.
    lang
        Code of the language the page is in.
    address
        Of the game; without one, the last game is offered.
    title
        What the game is called.
    months
        The time it has come to, in each language: it may be continued in another one.
    moves
        The moves of people so far.
    event_restore
        Called with ``before``, the moves that led to where the game starts, and ``moves``.
    event_go
        Called with the address of the game to continue.
    needs
        Whether the game cannot be opened without ``before``; where none is kept, it is empty.
    titles
        What games of each scenario are called, by its id.
    """
