"""One month of the news."""

from __future__ import annotations

import solara


@solara.component_vue("news_month.vue", vuetify=False)
def NewsMonth(t: dict, date: str, sentences: list[str], latest: bool):
    """Show what happened in a month; only the latest is unfolded by itself.

    Parameters
    ----------
    t
        The words: ``reports``.
    date, sentences
        The month and its news in order.
    latest
        Whether this is the newest month.
    """
