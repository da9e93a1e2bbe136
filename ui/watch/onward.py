"""The ways on from a run that is watched: taking a seat in it, or the same in another forum."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import solara
import solara.lab

from ui.parts.notice import Notice
from ui.parts.onward import Onward
from ui.pictures.months import span_of
from ui.table.choice import Game
from ui.watch.choice import SEEDS, Choice
from ui.words.catalogue import words

if TYPE_CHECKING:
    from agents.elsewhere import Other
    from agents.moment import Moment
    from sim.play.scene import Scene
    from ui.watch.reel import Reel

    Elsewhere = Callable[[str, str, tuple[str, ...]], Sequence[Other]]

SEATED = ("chair", "principal")


@solara.component
def OnwardFromRun(
    reel: Reel,
    chosen: Choice,
    elsewhere: Elsewhere,
    ready: bool,
    position: int,
    on_go: Callable[[str], None],
):
    """Show the ways on.

    Parameters
    ----------
    reel
        The run.
    chosen
        What is watched; where a log is, what it is a log of.
    elsewhere
        Called with a scenario, its forums, and values set; returns the forums nearest to these.
    ready, position
        Whether anything may be done, and how many moves have been shown.
    on_go
        Called with the address of the page to go to.
    """
    text = words("onward")
    taken, take = solara.use_state(("", -1))  # the seat, and the moment at which it was taken

    def begin() -> dict:
        if not taken[0]:
            return {}
        moment = reel.moment()
        return kept_game(game_from(moment, chosen, taken[0]), moment, reel.scene)

    task = solara.lab.use_task(begin, dependencies=[taken], raise_error=False)
    game = task.latest if task.finished and not task.error else {}
    others = solara.use_memo(
        lambda: elsewhere(chosen.scenario, chosen.forums, chosen.sets),
        [chosen.scenario, chosen.forums, chosen.sets],
    )
    talking = any(forum.outcome == "under way" for forum in reel.scene.forums)
    playable = talking and not reel.scene.over and chosen.seed in SEEDS
    with solara.v.Html(tag="div"):
        if task.error:
            Notice(text=text["failed"].format(error=task.exception))
        Onward(
            t=text,
            seats=seats_of(reel.scene) if playable else [],
            others=[other_forum(each, Game(chosen.run), text) for each in others],
            ways=[],
            ready=ready and not (taken[0] and not task.finished),
            game=game if taken[1] == position else {},
            event_take=lambda seat: take((str(seat), position)),
            event_go=on_go,
            event_choose=lambda _: None,
        )


def seats_of(scene: Scene) -> list[dict]:
    """Return the seats in the forums of a scene, as a list to choose from."""
    several = len(scene.forums) > 1
    names: dict[str, str] = {}
    for forum in scene.forums:
        for seat in forum.seats:
            if seat.role in SEATED:
                title = words("onward")["at" if several else "plain"]
                names.setdefault(seat.id, title.format(seat=seat.short, forum=forum.short))
    return [{"id": id, "title": title} for id, title in names.items()]


def game_from(moment: Moment, chosen: Choice, seat: str) -> Game:
    """Return the game in which a person takes a seat at a moment of a run."""
    return Game(
        at=replace(chosen, move=moment.move, view=""),
        seats=(seat,),
        run=moment.run,
        line=moment.state if moment.own else "",
    )


def kept_game(game: Game, moment: Moment, scene: Scene) -> dict:
    """Return a new game as the browser keeps it."""
    before = [dict(each) for each in moment.own]
    now = span_of(scene.month, scene)
    start = {"title": scene.title, "month": now, "before": before, "moves": []}
    return {"address": game.address, **start}


def other_forum(other: Other, game: Game, text: dict) -> dict:
    """Return another forum: what is different there, and the pages that show it."""
    at = game.at
    differs = [
        text[key].format(seats=text["list"].join(several))
        for key, several in (("more", other.more), ("fewer", other.fewer))
        if several
    ]
    there = Choice(at.scenario, other.id, at.seed, sets=other.sets)
    keeps = all(seat in other.seats for seat in game.seats)
    return {
        "title": other.title,
        "seats": text["differs"].join(differs),
        "compare": comparison(at, other.id),
        "play": Game(there, game.seats if keeps else (), game.ai).address,
        "watch": f"/watch{there.address}",
    }


def comparison(at: Choice, other: str) -> str:
    """Return the address of a comparison of a run's forum with another.

    >>> comparison(Choice("two-tracks", "two-tracks", sets=("pace=0.5",)), "jucip")
    '/compare?scenario=two-tracks&a=two-tracks&b=jucip&set=pace%3D0.5'
    """
    pairs = [("scenario", at.scenario), ("a", at.arm or at.forums), ("b", other)]
    return "/compare?" + urlencode([*pairs, *(("set", each) for each in at.sets)])
