"""Trust between the seats at a table, and how each guards its turf."""

from __future__ import annotations

import solara


@solara.component_vue("trust.vue", vuetify=False)
def Trust(t: dict, table: dict):
    """Show a small table: a row for each seat.

    Parameters
    ----------
    t
        The words: ``heading``, ``lead``, ``seat`` and ``turf``.
    table
        ``ui.pictures.delegation.trust_table``.
    """
