"""The foot of the page."""

from __future__ import annotations

import solara


@solara.component_vue("colophon.vue", vuetify=False)
def Colophon():
    """Say what the visitor is looking at, and what not."""
