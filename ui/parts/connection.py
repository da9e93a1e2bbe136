"""What is said while the server cannot be reached, and the way back."""

from __future__ import annotations

import solara


@solara.component_vue("connection.vue", vuetify=False)
def Connection(t: dict):
    """Say that the connection is lost, knock until the server answers, and go on where it was.

    Parameters
    ----------
    t
        The words: ``heading`` and ``means``.
    """
