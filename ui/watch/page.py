"""The page on which one run is watched, from the empty draft to the statement and beyond."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import solara

from ui.frame import Frame
from ui.parts.brief import Brief
from ui.parts.notice import Notice
from ui.watch.choice import choice
from ui.watch.onward import OnwardFromRun
from ui.watch.pick import Offers, Pick, offer_of
from ui.watch.player import use_player
from ui.watch.reel import Reel, Show
from ui.watch.theatre import Theatre
from ui.words.catalogue import words

if TYPE_CHECKING:
    from ui.watch.onward import Elsewhere

OpenShow = Callable[..., Show]


@solara.component
def WatchPage(
    choices: Callable[[], list[dict]],
    open_show: OpenShow,
    elsewhere: Elsewhere,
    query: str | None,
    on_go: Callable[[str], None],
):
    """Let a visitor pick a scenario and watch it.

    Parameters
    ----------
    choices
        As for ``ui.watch.pick.Offers``.
    open_show
        Opens one: called with its id, ``seed``, ``configuration``, ``arm`` and ``changes``.
    elsewhere
        Called with a scenario, a table, and values set; returns the tables nearest to it.
    query
        The part of the address after ``?``.
    on_go
        Called with the address of what the visitor picks.
    """

    def then(offers: list[dict]) -> solara.Element:
        return House(offers, open_show, elsewhere, query, on_go)

    Offers(choices, "watch", on_go, then)


@solara.component
def House(
    offers: list[dict],
    open_show: OpenShow,
    elsewhere: Elsewhere,
    query: str | None,
    on_go: Callable[[str], None],
):
    """Show the pickers and the run that was picked; arguments as for ``WatchPage``."""
    text = words("watch")
    chosen, note = choice(query, offers)
    offer = offer_of(chosen, offers)

    def open_reel() -> Reel:
        return Reel(
            open_show(
                chosen.scenario,
                seed=chosen.seed,
                configuration=chosen.forums,
                arm=chosen.arm or None,
                changes=chosen.sets,
            )
        )

    def go_there(reel: Reel) -> None:
        if chosen.move:
            reel.go(chosen.move)
        elif chosen.view:
            reel.conclude()

    def address(move: int, view: str) -> str:
        return "/watch" + replace(chosen, move=move, view=view).address

    player = use_player(open_reel, of=chosen, first=go_there)
    reel = player.reel
    with Frame("watch", offer["title"], on_go, chosen.run.address):
        Pick(
            text,
            offers,
            chosen,
            lambda picked: on_go("/watch" + picked.address),
            trouble=player.trouble,
            note=note,
        )
        Brief(
            t=text["brief"],
            title=offer["title"],
            question=offer["question"],
            story=list(offer["story"]),
            fresh=reel is None or reel.scene.month == 0,
        )
        if reel is not None:
            name = f"{chosen.scenario}-{chosen.seed}"
            Theatre(player, reel, name, address, on_go, view=chosen.view).key(chosen.address)
            OnwardFromRun(reel, chosen.run, elsewhere, player.ready, reel.position, on_go).key(
                "onward"
            )
        elif not player.trouble:
            Notice(text=text["opening"], calm=True)
