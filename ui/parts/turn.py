"""A person's turn: what is asked, what it is worth, and what may be done."""

from __future__ import annotations

from collections.abc import Callable

from ui.parts.nested import component_of


@component_of("turn", "worth", "offers")
def Turn(
    t: dict,
    reasons: dict,
    turn: dict,
    first: bool,
    event_move: Callable[[dict], None],
):
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
