"""The browser entry: the page, with real runs behind it."""

import solara

from agents.show import Show, choices
from ui.play.layout import Layout
from ui.play.page import PlayPage

__all__ = ["Layout", "Page"]


@solara.component
def Page():
    """Show the scenarios on offer, and the run that the address asks for."""
    router = solara.use_router()
    offers = solara.use_memo(choices, [])
    PlayPage(offers, Show, router.search, lambda query: router.push("/" + query))
