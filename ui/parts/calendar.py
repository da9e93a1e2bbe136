"""The strip of months."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("calendar.vue", vuetify=False)
def Calendar(t: dict, strip: dict, ready: bool, event_jump: Callable[[int], None]):
    """Show events, when each forum met, when its statement is due, came, and was carried out.

    Parameters
    ----------
    t
        The words of the calendar.
    strip
        ``ui.pictures.calendar.calendar``.
    ready
        Whether the visitor may go to another month.
    event_jump
        Called with the month to go to.
    """
