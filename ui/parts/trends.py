"""Small charts of what changes slowly."""

from __future__ import annotations

import solara


@solara.component_vue("trends.vue", vuetify=False)
def Trends(charts: list[dict], months: int):
    """Show each series as a line that grows from the left.

    Parameters
    ----------
    charts
        ``ui.pictures.trends.trends``.
    months
        Length of the whole run.
    """
