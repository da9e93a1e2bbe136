"""The head of every page: the name, and the way to the other pages."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("masthead.vue", vuetify=False)
def Masthead(t: dict, page: str, links: list[dict], event_go: Callable[[str], None]):
    """Show the name and the pages; call ``event_go`` with the address of one that is chosen.

    Parameters
    ----------
    t
        The words of the frame.
    page
        Id of the page that is shown.
    links
        The pages there are: ``id``, ``title`` and ``address`` of each.
    """
