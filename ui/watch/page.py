"""The page on which one run is watched, from the empty draft to the statement and beyond."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import solara

from ui.frame import Frame
from ui.parts.brief import Brief
from ui.parts.notice import Notice
from ui.parts.picker import Picker
from ui.watch.choice import MOST_SET, Choice, choice, offered, whole
from ui.watch.player import use_player
from ui.watch.reel import Reel, Show
from ui.watch.theatre import Theatre
from ui.words.catalogue import words


@solara.component
def WatchPage(
    choices: Callable[[], list[dict]],
    open_show: Callable[..., Show],
    query: str | None,
    on_go: Callable[[str], None],
):
    """Let a visitor pick a scenario and watch it.

    Parameters
    ----------
    choices
        Returns the scenarios there are: ``id``, ``title``, ``question``, ``story``,
        ``configurations`` and ``arms`` of each.
    open_show
        Opens one: called with its id, ``seed``, ``configuration``, ``arm`` and ``changes``.
    query
        The part of the address after ``?``.
    on_go
        Called with the address of what the visitor picks.
    """
    offers, fault = solara.use_memo(lambda: offered(choices), [])
    if offers:
        House(offers, open_show, query, on_go)
    else:
        Notice(text=fault)


@solara.component
def House(
    offers: list[dict],
    open_show: Callable[..., Show],
    query: str | None,
    on_go: Callable[[str], None],
):
    """Show the pickers and the run that was picked; arguments as for ``WatchPage``."""
    text = words("watch")
    chosen, note = choice(query, offers)
    complaint = solara.use_reactive("")
    offer = next(offer for offer in offers if offer["id"] == chosen.scenario)

    def open_reel() -> Reel:
        show = open_show(
            chosen.scenario,
            seed=chosen.seed,
            configuration=chosen.forums,
            arm=chosen.arm or None,
            changes=chosen.sets,
        )
        reel = Reel(show)
        if chosen.move:
            reel.go(chosen.move)
        elif chosen.view:
            reel.conclude()
        return reel

    player = use_player(open_reel, of=chosen)

    def choose(picked: dict) -> None:
        seed = whole(picked["seed"])
        complaint.value = "" if seed else text["bad_seed"]
        if seed:
            sets = tuple(str(each) for each in picked.get("sets", ()))[:MOST_SET]
            arm = str(picked.get("arm", ""))
            on_go("/watch" + Choice(picked["scenario"], picked["forums"], seed, arm, sets).address)

    with Frame("watch", offer["title"], on_go, chosen.run.address):
        Picker(
            t=text,
            scenarios=[{"id": entry["id"], "title": entry["title"]} for entry in offers],
            scenario=chosen.scenario,
            configurations=list(offer["configurations"]),
            forums=chosen.forums,
            seed=chosen.seed,
            event_choose=choose,
            arms=list(offer.get("arms", ())),
            arm=chosen.arm,
            sets=list(chosen.sets),
        )
        Notice(text=player.trouble or complaint.value or note)
        Brief(
            t=text["brief"],
            title=offer["title"],
            question=offer["question"],
            story=list(offer["story"]),
            fresh=player.reel is None or player.reel.scene.month == 0,
        )
        if player.reel is not None:
            Theatre(
                player,
                player.reel,
                name=f"{chosen.scenario}-{chosen.seed}",
                address=lambda move, view: "/watch" + replace(chosen, move=move, view=view).address,
                on_go=on_go,
                view=chosen.view,
            ).key(chosen.address)
        elif not player.trouble:
            Notice(text=text["opening"], calm=True)
