"""What a visitor may take away: the address of this moment, and the log of the run."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("share.vue", vuetify=False)
def Share(
    t: dict,
    address: str,
    name: str,
    log: str,
    event_ask: Callable[[str], None],
    event_go: Callable[[str], None],
):
    """Show the ways to share a run.

    Parameters
    ----------
    t
        The words of the part.
    address
        Where this moment is found again, from the slash on; empty where no address leads to it.
    name
        Name of the file to save, without its ending.
    log
        The log once it was asked for; empty until then.
    event_ask
        Called with "save" or "replay" when the log is wanted.
    event_go
        Called with the address of the page to go to.
    """
