"""The way in for a log: a file of the visitor's, or what another page of this tab has left."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("loader.vue", vuetify=False)
def Loader(t: dict, limit: int, opened: bool, event_open: Callable[[dict], None]):
    """Let the visitor choose or drop a file; it is read in the browser and sent as text.

    Parameters
    ----------
    t
        The words of the page.
    limit
        Most megabytes of a log.
    opened
        Whether a log is open already.
    event_open
        Called with ``name`` and ``text`` of the log, or ``name`` and ``fault``, a key of the words.
    """
