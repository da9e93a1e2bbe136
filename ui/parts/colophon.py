"""The foot of every page: what all of this is, and is not."""

from __future__ import annotations

import solara


@solara.component_vue("colophon.vue", vuetify=False)
def Colophon(t: dict):
    """Show the colophon; ``t`` are the words of the frame."""
