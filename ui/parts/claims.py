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
    table: dict,
    event_csv: Callable[[int], None],
    event_go: Callable[[str], None],
):
    """Show the claims as a list.

    Parameters
    ----------
    t
        The words of the page.
    claims
        ``ui.claims.table.listed`` of each.
    tensions, worlds, stale
        As ``sim.claims.register`` has them.
    table
        What was measured, as ``text``, with the ``stamp`` of the wish that it answers.
    event_csv
        Called with a stamp when the visitor wants it.
    event_go
        Called with the address of a claim.
    """
