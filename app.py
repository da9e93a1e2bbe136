"""The browser's entry: which page is shown at which address."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import solara

from agents.choices import choices
from agents.elsewhere import elsewhere
from agents.hint import hints
from agents.lobby import lobby, opponents
from agents.place import place
from agents.show import replayed, show
from agents.table import handed_over
from scenarios.card import cards, faulty
from scenarios.dials import sought
from scenarios.paths import Change
from scenarios.sheet_of_sources import account
from sim.claims.comparison import Hand, comparison, dials_of, offered
from sim.claims.named import cited, entitled, named
from sim.claims.register import register
from sim.claims.settings import settings
from sim.claims.small import try_small
from sim.play.brief import brief
from sim.play.scene_for import scene_for
from sim.solve.debrief import cloud, debrief
from sim.sweep.stand_ins import stand_ins
from ui.claims.names import Names
from ui.claims.page import ClaimsPage
from ui.compare.address import Setup
from ui.compare.page import ComparePage
from ui.gallery.page import GalleryPage
from ui.layout import Layout
from ui.replay.page import ReplayPage
from ui.sources.page import SourcesPage
from ui.table.page import PlayPage
from ui.table.tools import Tools
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
    GalleryPage(cards, faulty, query, go)


@solara.component
def Watch():
    """Watch a run between bots."""
    query, go = use_address()
    WatchPage(choices, show, elsewhere, query, go)


@solara.component
def Play():
    """Take a seat and play."""
    query, go = use_address()
    PlayPage(choices, TOOLS, query, go)


def compared(setup: Setup, stop: threading.Event) -> Iterator[dict[str, Any]]:
    """Yield pictures of a setup until stopped."""
    hands = [Hand(Change(path, value), case) for case, path, value in setup.sets]
    return comparison(setup.scenario, setup.names, hands, setup.measure, stop)


@solara.component
def Compare():
    """Compare settings of a scenario."""
    query, go = use_address()
    ComparePage(choices, offered, dials_of, sought, compared, query, go)


@solara.component
def Claims(name: str = ""):
    """Read the documents' claims and put them to the test; ``/claims/H13`` is the page of one."""
    query, go = use_address()
    # whatever is in the address, slashes included, and not only what comes before the next one
    name = solara.use_router().path.partition("/claims/")[2] or name
    ClaimsPage(register, try_small, NAMES, query, go, name)


@solara.component
def Sources():
    """Read what a scenario rests on."""
    query, go = use_address()
    SourcesPage(choices, account, query, go)


NAMES = Names(named, cited, entitled, settings)
TOOLS = Tools(
    lobby=lobby,
    opponents=opponents,
    hand_over=handed_over,
    place=place,
    scene=scene_for,
    hints=hints,
    brief=brief,
    debrief=debrief,
    cloud=cloud,
    stand_ins=stand_ins,
    elsewhere=elsewhere,
)


@solara.component
def Replay():
    """Play a log again."""
    query, go = use_address()
    ReplayPage(replayed, elsewhere, query, go)


routes = [
    solara.Route("/", component=Scenarios, layout=Layout),
    solara.Route("watch", component=Watch),
    solara.Route("play", component=Play),
    solara.Route("replay", component=Replay),
    solara.Route("compare", component=Compare),
    solara.Route("claims", component=Claims),
    solara.Route("sources", component=Sources),
]
