"""The news log: one part per month, so that only what is new goes to the browser."""

from __future__ import annotations

import solara

from ui.parts.news_month import NewsMonth


@solara.component
def News(months: list[dict]):
    """Show what happened, newest month first.

    Parameters
    ----------
    months
        ``ui.pictures.news.news``.
    """
    with solara.v.Html(tag="section", attributes={"aria-label": "What happened"}):
        solara.v.Html(tag="h2", children=["What happened"])
        if not months:
            text = "Nothing yet. Press play, and follow the brackets."
            solara.v.Html(tag="p", children=[text])
        for place, entry in enumerate(months):
            NewsMonth(date=entry["date"], sentences=entry["sentences"], latest=place == 0).key(
                str(entry["month"])
            )
