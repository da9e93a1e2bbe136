"""One side of the table."""

from __future__ import annotations

import solara


@solara.component_vue("delegation.vue", vuetify=False)
def Delegation(t: dict, side: dict):
    """Show a side's place cards: who sits, who speaks, who objects, who is only consulted.

    Parameters
    ----------
    t
        The words of the seats.
    side
        ``ui.pictures.delegation.delegation``.
    """
