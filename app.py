"""The browser's entry: which page is shown at which address."""

from collections.abc import Callable

import solara

from agents.show import Show, choices
from scenarios.card import cards
from ui.gallery.page import GalleryPage
from ui.layout import Layout
from ui.watch.page import WatchPage

__all__ = ["routes"]


def use_address() -> tuple[str | None, Callable[[str], None]]:
    """Return the part of the address after ``?``, and how to go to another address."""
    router = solara.use_router()
    return router.search, router.push


@solara.component
def Scenarios():
    """Choose what to look at."""
    query, go = use_address()
    GalleryPage(cards, query, go)


@solara.component
def Watch():
    """Watch a run between bots."""
    query, go = use_address()
    WatchPage(choices, Show, query, go)


routes = [
    solara.Route("/", component=Scenarios, layout=Layout),
    solara.Route("watch", component=Watch),
]
