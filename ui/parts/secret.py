"""A seat's secret brief, and who plays the others."""

from __future__ import annotations

import solara


@solara.component_vue("secret.vue", vuetify=False)
def Secret(t: dict, brief: dict, company: list[dict]):
    """Show the brief as a page of its own paper.

    Parameters
    ----------
    t
        The words of the brief.
    brief
        ``ui.pictures.secret.secret``.
    company
        ``ui.pictures.lobby.company``.
    """
