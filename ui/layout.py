"""The frame of every page."""

from __future__ import annotations

import solara

from ui.language import arrived


@solara.component
def Layout(children: list[solara.Element] = []):  # noqa: B006  (Solara's own signature)
    """Put the page on the desk, in place of Solara's app bar."""
    router = solara.use_router()
    solara.use_memo(lambda: arrived(router.search), [])
    return solara.v.Html(tag="div", class_="page", children=children)
