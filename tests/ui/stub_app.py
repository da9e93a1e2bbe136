"""The page with the scripted show: ``serve(module="tests.ui.stub_app")``."""

import solara

from tests.ui.stub import Show, choices, elsewhere
from ui.layout import Layout
from ui.watch.page import WatchPage

__all__ = ["Layout", "Page"]


@solara.component
def Page():
    router = solara.use_router()
    WatchPage(choices, Show, elsewhere, router.search, lambda query: router.push("/" + query))
