"""The news log: one part per month, so that only what is new goes to the browser."""

from __future__ import annotations

import solara

from ui.parts.news_month import NewsMonth
from ui.words.catalogue import words


@solara.component
def News(months: list[dict]):
    """Show what happened, newest month first.

    Parameters
    ----------
    months
        ``ui.pictures.news.news``.
    """
    text = words("watch")["news"]
    with solara.v.Html(tag="section", attributes={"aria-label": text["heading"]}):
        solara.v.Html(tag="h2", children=[text["heading"]])
        if not months:
            solara.v.Html(tag="p", children=[text["none"]])
        for place, entry in enumerate(months):
            NewsMonth(
                t=text, date=entry["date"], sentences=entry["sentences"], latest=place == 0
            ).key(str(entry["month"]))
