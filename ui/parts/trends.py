"""Small charts of what changes slowly."""

from __future__ import annotations

import solara


@solara.component_vue("trends.vue", vuetify=False)
def Trends(t: dict, charts: list[dict], months: int, figures: str, name: str):
    """Show each series as a line that grows from the left.

    Parameters
    ----------
    t
        The words of the charts.
    charts
        ``ui.pictures.trends.trends``.
    months
        Length of the whole run.
    figures
        The same as CSV.
    name
        Name of the files to save, without their ending.
    """
