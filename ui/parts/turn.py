"""A person's turn: what is asked, what it is worth, and what may be done."""

from __future__ import annotations

from collections.abc import Callable

import solara

from ui.parts.nested import nested


@solara.component_vue("turn.vue", vuetify=False)
def Question(
    t: dict,
    reasons: dict,
    turn: dict,
    first: bool,
    event_move: Callable[[dict], None],
):
    """Show a turn; the bar of points and the levels on offer are components of their own."""


def Turn(
    t: dict,
    reasons: dict,
    turn: dict,
    first: bool,
    event_move: Callable[[dict], None],
) -> solara.Element:
    """Show the question and the choices; the levels picked live in the browser until they are sent.

    Parameters
    ----------
    t, reasons
        The words of the turn, and of the reasons for an objection.
    turn
        ``ui.pictures.turn.turn``.
    first
        Whether this is the person's first move, to be guided.
    event_move
        Called with the move as plain data, without its seat.
    """
    return Question(
        t=t,
        reasons=reasons,
        turn=turn,
        first=first,
        event_move=event_move,
        components=nested("worth", "offers"),
    )
