"""The debrief of a game: the deal on the frontier, and an AI in the same seat many times."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import solara
import solara.lab

from ui.parts.debrief import Debrief
from ui.parts.notice import Notice
from ui.pictures.look_back import cloud_picture, look_back, rows
from ui.pictures.words import beside
from ui.table.choice import Game
from ui.words.catalogue import words

if TYPE_CHECKING:
    from agents.lobby import Lobby
    from agents.table import Table
    from ui.table.tools import Tools

FEWER = 100
"""Runs below which the page says that they are fewer than usual."""


@solara.component
def LookBack(lobby: Lobby, game: Game, table: Table, tools: Tools, on_go: Callable[[str], None]):
    """Look back on every forum at which a person had a seat; arguments as for ``Round``."""
    text = words("debrief")
    pairs = [(forum, seat) for forum in table.ended for seat in game.seats]

    def measure() -> list:
        found = []
        for forum, seat in pairs:
            f = lobby.world.index("forum", forum)
            made = tools.debrief(table.ended[forum], table.game, f, seat)
            if made is not None:
                found.append((f, made))
        return found

    task = solara.lab.use_task(measure, dependencies=[table.game.digest], raise_error=False)
    if task.error:
        Notice(text=text["failed"].format(error=task.exception))
    elif not task.finished:
        Notice(text=text["waits"], calm=True)
    elif not task.latest:
        Notice(text=text["gone"].format(seat=lobby.world.short("agency", game.seats[0])), calm=True)
    else:
        Measured(lobby, game, task.latest, tools, on_go)


@solara.component
def Measured(lobby: Lobby, game: Game, found: list, tools: Tools, on_go: Callable[[str], None]):
    """Show what was measured, and let an AI play the seat meanwhile."""
    text = words("debrief")
    runs, set_runs = solara.use_state(())
    done, set_done = solara.use_state((0, 1))
    shown, set_shown = solara.use_state(0)

    def rehearse() -> None:
        stopped = threading.Event()

        def work() -> None:
            made = []
            for count, total, batch in tools.stand_ins(lobby.world, game.at.seed):
                if stopped.is_set():
                    return
                made.append(batch)
                set_done((count, total))
                if count in (total, max(1, total // 8)) or count % 50 == 0:
                    set_runs(tuple(made))

        threading.Thread(target=work, name="stand-ins", daemon=True).start()
        return stopped.set

    solara.use_effect(rehearse, [lobby.world.digest, game.at.seed])
    f, deal = found[min(shown, len(found) - 1)]
    picture = solara.use_memo(lambda: look_back(deal, lobby.world, text), [id(deal)])
    around, csv = None, ""
    if runs:
        cloud = tools.cloud(
            lobby.world,
            deal,
            f,
            np.concatenate([each.outcome[:, f] for each in runs]),
            np.concatenate([each.closed[:, f] for each in runs]),
            np.concatenate([each.statement[:, f] for each in runs]),
        )
        around, csv = cloud_picture(deal, cloud), rows(deal, cloud)
    card = next(each for each in lobby.seats if each.id == game.seats[0])
    Debrief(
        t=text,
        picture=picture,
        cloud=around,
        done=list(done),
        fewer=done[1] < FEWER and done[0] > 0,
        ai={"title": card.title, "strength": card.strength},
        csv=csv,
        name=f"{game.at.scenario}-{game.at.seed}",
        seats=[
            beside(
                [
                    lobby.world.short("agency", each.solution.domain.parties[each.seat]),
                    lobby.world.short("forum", lobby.world.forums[at]),
                ]
            )
            for at, each in found
        ],
        shown=shown,
        event_choose=set_shown,
        event_go=lambda _: on_go(elsewhere_seated(game).address),
    )


def elsewhere_seated(game: Game) -> Game:
    """Return the game with its seats still to be chosen.

    From a moment that only the browser can have again, it leads back to the start of the run.
    """
    at = game.at.run if game.line else game.at
    return replace(game, at=at, seats=(), line="")
