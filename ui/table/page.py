"""The page on which people play: the lobby, then the table, then the look back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import solara
import solara.lab

from ui.frame import Frame
from ui.parts.keeper import Keeper
from ui.parts.notice import Notice
from ui.parts.picker import Picker
from ui.parts.seats import Seats
from ui.pictures.lobby import lobby_picture
from ui.table.choice import Game, game
from ui.table.round import Round
from ui.watch.choice import Choice, offered, whole
from ui.words.catalogue import words

if TYPE_CHECKING:
    from agents.lobby import Lobby
    from ui.table.tools import Tools


@solara.component
def PlayPage(
    choices: Callable[[], list[dict]],
    tools: Tools,
    query: str | None,
    on_go: Callable[[str], None],
):
    """Let a visitor take a seat and play.

    Parameters
    ----------
    choices
        Returns the scenarios there are, as for ``ui.watch.page.WatchPage``.
    tools
        What the page needs from the rooms below.
    query
        The part of the address after ``?``.
    on_go
        Called with the address of what the visitor picks.
    """
    offers, fault = solara.use_memo(lambda: offered(choices), [])
    if offers:
        Hall(offers, tools, query, on_go)
    else:
        Notice(text=fault)


@solara.component
def Hall(offers: list[dict], tools: Tools, query: str | None, on_go: Callable[[str], None]):
    """Open the lobby of the chosen scenario; arguments as for ``PlayPage``."""
    text = words("play")
    chosen, note = game(query, offers)
    complaint = solara.use_reactive("")
    offer = next(offer for offer in offers if offer["id"] == chosen.at.scenario)

    def enter() -> Lobby:
        return tools.lobby(*where)

    where = (chosen.at.scenario, chosen.at.forums, chosen.at.sets, chosen.ai, chosen.at.arm)
    opening = solara.lab.use_task(enter, dependencies=[where], raise_error=False)
    lobby = opening.latest if opening.finished else None

    def choose(picked: dict) -> None:
        seed = whole(picked["seed"])
        complaint.value = "" if seed else text["bad_seed"]
        if seed:
            more = (picked.get("arm", ""), tuple(picked.get("sets", ())))
            at = Choice(picked["scenario"], picked["forums"], seed, *more)
            on_go(Game(at, ai=chosen.ai).address)

    with Frame("play", offer["title"], on_go, chosen.at.address):
        if not chosen.seats:
            Picker(
                t=text,
                scenarios=[{"id": entry["id"], "title": entry["title"]} for entry in offers],
                scenario=chosen.at.scenario,
                configurations=list(offer["configurations"]),
                forums=chosen.at.forums,
                seed=chosen.at.seed,
                event_choose=choose,
                arms=list(offer.get("arms", ())),
                arm=chosen.at.arm,
                sets=list(chosen.at.sets),
            )
        fault = text["broken"].format(error=opening.exception) if opening.error else ""
        Notice(text=fault or complaint.value or note)
        if lobby is None:
            Notice(text="" if fault else text["opening"], calm=True)
        elif chosen.seats:
            Round(lobby, chosen, tools, offer["title"], on_go).key(chosen.address)
        else:
            Entrance(lobby, chosen, tools, on_go)


@solara.component
def Entrance(lobby: Lobby, chosen: Game, tools: Tools, on_go: Callable[[str], None]):
    """Show the seats that may be taken, and the game that was left."""
    text = words("play")
    picture = lobby_picture(lobby, text)
    option = text["lobby"]["option"]
    with solara.v.Html(tag="div"):
        Keeper(
            t=text["keep"],
            address="",
            title="",
            month=0,
            moves=[],
            event_restore=lambda saved: None,
            event_go=on_go,
        )
        Seats(
            t=text["lobby"],
            seated=picture["seated"],
            heard=picture["heard"],
            ais=[{"id": each["id"], "title": option.format(**each)} for each in tools.opponents()],
            ai=chosen.ai,
            event_take=lambda seats: on_go(replace(chosen, seats=tuple(seats)).address),
            event_choose_ai=lambda ai: on_go(replace(chosen, ai=ai).address),
        )
