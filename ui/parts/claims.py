"""All claims, to search and filter, and the tensions between them."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("claims.vue", vuetify=False)
def Claims(
    t: dict,
    claims: list[dict],
    tensions: list[dict],
    worlds: int,
    stale: bool,
    event_go: Callable[[str], None],
):
    """Show the claims as a list.

    Parameters
    ----------
    t
        The words of the page.
    claims, tensions, worlds, stale
        As ``sim.claims.register`` has them.
    event_go
        Called with the address of a claim.
    """
