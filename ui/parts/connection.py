"""What is said while the server cannot be reached, and the way back."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("connection.vue", vuetify=False)
def Connection(t: dict, heard: int, event_call: Callable[[object], None]):
    """Say that the connection is lost, knock until the server answers, and go on where it was.

    Parameters
    ----------
    t
        The words: ``heading`` and ``means``.
    heard
        How often the server has heard the page call.
    event_call
        Called to learn whether the server still knows this page; one that was started anew does
        not, and draws the page again.
    """
