"""The page with the scripted show: ``serve(module="tests.ui.stub_app")``."""

import solara

from tests.ui.stub import Show, choices
from ui.play.layout import Layout
from ui.play.page import PlayPage

__all__ = ["Layout", "Page"]


@solara.component
def Page():
    router = solara.use_router()
    PlayPage(choices, Show, router.search, lambda query: router.push("/" + query))
