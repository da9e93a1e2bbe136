"""The browser's entry: which page is shown at which address."""

import solara

from agents.show import Show, choices
from ui.play.layout import Layout
from ui.play.page import PlayPage

__all__ = ["Layout", "Page"]


@solara.component
def Page():
    """Watch a run between bots."""
    router = solara.use_router()
    PlayPage(
        choices=choices,
        open_show=Show,
        query=router.search,
        on_go=lambda query: router.push("/" + query),
    )
