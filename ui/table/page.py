"""The page on which people play: the lobby, then the table, then the look back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import solara
import solara.lab

from scenarios.spoken import spoken
from ui.frame import Frame
from ui.parts.brief import Brief
from ui.parts.keeper import Keeper
from ui.parts.notice import Notice
from ui.parts.seats import Seats
from ui.pictures.lobby import lobby_picture
from ui.table.choice import Game, game
from ui.table.round import Round
from ui.watch.attempt import Attempt, attempt
from ui.watch.pick import Offers, Pick, offer_of
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
    Offers(choices, "play", on_go, lambda offers: Hall(offers, tools, query, on_go))


@solara.component
def Hall(offers: list[dict], tools: Tools, query: str | None, on_go: Callable[[str], None]):
    """Open the lobby of the chosen scenario; arguments as for ``PlayPage``."""
    text = words("play")
    chosen, note = game(query, offers)
    offer = offer_of(chosen.at, offers)

    def enter() -> Attempt[Lobby]:
        return attempt(lambda: tools.lobby(*where), where)

    where = (chosen.at.scenario, chosen.at.forums, chosen.at.sets, chosen.ai, chosen.at.arm)
    opening = solara.lab.use_task(enter, dependencies=[where], raise_error=False)
    entered = opening.latest if opening.finished else None
    lobby = entered.result if entered else None
    fault = text["broken"].format(error=entered.fault) if entered and entered.fault else ""

    with Frame("play", offer["title"], on_go, chosen.at.run.address):
        Pick(
            text,
            offers,
            chosen.at,
            lambda picked: on_go(Game(picked, ai=chosen.ai).address),
            trouble=fault,
            note=note,
            hidden=bool(chosen.seats),
        )
        if lobby is None:
            Notice(text="" if fault else text["opening"], calm=True)
        elif chosen.seats:
            Round(lobby, chosen, tools, offer["title"], on_go).key(chosen.address)
        else:
            titles = {each["id"]: each["title"] for each in offers}
            Entrance(lobby, chosen, offer, titles, tools, on_go)


@solara.component
def Entrance(
    lobby: Lobby,
    chosen: Game,
    offer: dict,
    titles: dict[str, str],
    tools: Tools,
    on_go: Callable[[str], None],
):
    """Show what is at stake, the game that was left, and the seats that may be taken."""
    text = words("play")
    picture = lobby_picture(lobby, text)
    option = text["lobby"]["option"]
    with solara.v.Html(tag="div"):
        if chosen.at.move:
            Notice(text=text["begins"].format(move=chosen.at.move), calm=True)
        Keeper(
            t=text["keep"],
            lang=spoken(),
            address="",
            title="",
            months={},
            moves=[],
            titles=titles,
            event_restore=lambda saved: None,
            event_go=on_go,
        )
        Brief(
            t=words("watch")["brief"],
            title=offer["title"],
            question=offer["question"],
            story=list(offer["story"]),
            fresh=True,
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
