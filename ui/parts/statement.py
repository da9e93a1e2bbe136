"""A joint statement as a page to read and to print."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("statement.vue", vuetify=False)
def Statement(t: dict, sheet: dict, event_go: Callable[[int], None]):
    """Show the clauses, each with the moves that made it, and how each capital would sell it.

    Parameters
    ----------
    t
        The words of the statement.
    sheet
        ``ui.pictures.statement.statement``.
    event_go
        Called with the number of the move to go to.
    """
