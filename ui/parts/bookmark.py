"""The address of the moment that is shown, kept in the browser's address bar."""

from __future__ import annotations

import solara


@solara.component_vue("bookmark.vue", vuetify=False)
def Bookmark(address: str):
    """Write an address into the bar whenever it changes, without going anywhere.

    So a reload, a lost connection or a server that was started again leads back to this moment.

    Parameters
    ----------
    address
        From the slash on.
    """
