"""The news log."""

from __future__ import annotations

import solara


@solara.component_vue("news.vue", vuetify=False)
def News(months: list[dict]):
    """Show what happened, newest month first.

    Parameters
    ----------
    months
        ``ui.pictures.news.news``.
    """
