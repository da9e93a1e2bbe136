"""The frame of every page."""

from __future__ import annotations

import solara


@solara.component
def Layout(children: list[solara.Element] = []):  # noqa: B006  (Solara's own signature)
    """Put the page on the desk, in place of Solara's app bar."""
    return solara.v.Html(tag="div", class_="page", children=children)
