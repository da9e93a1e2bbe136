"""A game under way: the brief, the draft, and the turn of whoever is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import solara

from scenarios.calendar import month_name
from scenarios.spoken import speaking, spoken
from scenarios.tongue import LANGUAGES
from ui.parts.aid import Aid
from ui.parts.draft import Draft
from ui.parts.feed import Feed
from ui.parts.keeper import Keeper
from ui.parts.notice import Notice
from ui.parts.secret import Secret
from ui.parts.turn import Turn
from ui.parts.views import Views
from ui.pictures.draft import draft
from ui.pictures.lobby import company
from ui.pictures.months import span_of, spanning
from ui.pictures.secret import secret
from ui.pictures.turn import advice, feed, turn
from ui.table.afterwards import Afterwards
from ui.table.choice import Game
from ui.table.look_back import LookBack
from ui.table.sitting import Sitting, use_sitting
from ui.words.catalogue import words

if TYPE_CHECKING:
    from agents.lobby import Lobby
    from agents.table import Table
    from sim.play.scene import ForumPicture, Scene
    from ui.table.tools import Tools

BRIEF, DRAFT, TURN = range(3)
NO_LOG = {"n": 0, "then": "", "text": ""}


@solara.component
def Round(lobby: Lobby, game: Game, tools: Tools, title: str, on_go: Callable[[str], None]):
    """Play a game.

    Parameters
    ----------
    lobby, game
        Where the seats are, and which of them people take.
    tools
        What the page needs from the rooms below.
    title
        The scenario's title.
    on_go
        Called with the address of what the visitor picks.
    """
    text = words("play")
    sitting = use_sitting(lobby, game, text, tools.hand_over)
    table = sitting.table
    log, set_log = solara.use_state(NO_LOG)

    def ask(then: str) -> None:
        if table is not None:
            set_log({"n": log["n"] + 1, "then": then, "text": table.log().decode()})

    with solara.v.Html(tag="div"):
        Notice(text=sitting.trouble)
        Keeper(
            t=text["keep"],
            lang=spoken(),
            address=game.address,
            title=title,
            months=reached(lobby, table.game.month) if table else {},
            moves=[each.as_json() for each in table.moves] if table else [],
            needs=bool(game.line),
            event_restore=sitting.restore,
            event_go=on_go,
        )
        if table is None:
            Notice(text=text["opening"] if sitting.busy else "", calm=True)
            return
        if table.over:
            # an address may lead past every choice; what others made before is in a line of its own
            if table.begun and not table.moves and not game.line:
                Notice(text=words("debrief")["unmoved"], calm=True)
            LookBack(lobby, game, table, tools, on_go).key("back")
            Afterwards(game, tools, sitting.restart, ask, on_go).key("after")
        # the same seat as before what is said above it at the end
        Seat(lobby, game, sitting, table, tools, log, ask, on_go).key("seat")


def reached(lobby: Lobby, month: int) -> dict[str, str]:
    """Return the time that a game has come to, in each language."""
    start, tick = lobby.world.scenario.start, int(lobby.world.params.tick)
    told = {}
    for language in LANGUAGES:
        with speaking(language):
            date = month_name(start, 1 + (max(month, 1) - 1) * tick, language)
            told[language] = spanning(date, tick)
    return told


@solara.component
def Seat(
    lobby: Lobby,
    game: Game,
    sitting: Sitting,
    table: Table,
    tools: Tools,
    log: dict,
    ask: Callable[[str], None],
    on_go: Callable[[str], None],
):
    """Show what the seat that is asked has before it; at the end, what the first seat has.

    Parameters
    ----------
    log, ask
        The log once it was asked for, and how to ask, with what is to be done with it.
    """
    text = words("play")
    shown, set_shown = solara.use_state(TURN)
    now = table.game
    seat = game.seats[0] if table.over else now.seat
    place = tools.place(now, seat)
    scene = tools.scene(now, seat)
    page = solara.use_memo(lambda: tools.brief(lobby.world, seat, place.forum), [seat, place.forum])
    names = {each: lobby.world.short("agency", each) for each in lobby.world.agencies}
    asked = turn(place, scene, names, text, len(table.moves))
    news = table.news(seat)
    months = {each.month: span_of(each.month, scene) for each in news}
    first = not table.moves
    last = "over" if table.over else "turn"

    def behind(view: int) -> str:
        return " is-behind" * (view != shown)

    with solara.v.Html(tag="div"):
        Views(
            t=text,
            names=[text["views"][each] for each in ("brief", "draft", last)],
            shown=shown,
            event_choose=set_shown,
        )
        with solara.v.Html(tag="div", class_="play"):
            with solara.v.Html(tag="div", class_="play__brief" + behind(BRIEF)):
                Secret(
                    t=text["brief"],
                    brief=secret(page, game.at.scenario, game.at.forums),
                    company=company(lobby, game.seats, text),
                )
            with solara.v.Html(tag="div", class_="play__draft" + behind(DRAFT)):
                # the draft that is talked about comes first
                for forum in sorted(scene.forums, key=lambda each: each.id != place.forum):
                    Draft(paper=paper(forum, scene), t=words("watch")["draft"]).key(forum.id)
            with solara.v.Html(tag="div", class_="play__turn" + behind(TURN)):
                Feed(words=text["feed"], turn=asked, months=feed(news, months, text), first=first)
                Turn(
                    t=text["turn"],
                    reasons=text["reasons"],
                    turn=asked,
                    first=first,
                    event_move=sitting.move,
                )
                Aid(
                    t=text["turn"],
                    words=text["feed"],
                    hints=advice(tools.hints(place), text),
                    first=first,
                    log=log,
                    name=f"{game.at.scenario}-{game.at.seed}",
                    may_undo=table.undone() is not table,
                    event_undo=lambda _: sitting.undo(),
                    event_restart=lambda _: sitting.restart(),
                    over=table.over,
                    finishing=sitting.finishing,
                    event_finish=lambda _: sitting.finish(),
                    event_ask=ask,
                    event_go=on_go,
                )


def paper(forum: ForumPicture, scene: Scene) -> dict:
    """Return a draft with the papers of the seat's own capital only."""
    whole = draft(forum, scene)
    own = {side for line in forum.lines for side in line.cleared}
    return {
        **whole,
        "paragraphs": [
            {**each, "cleared": [pair for pair in each["cleared"] if pair["badge"]["id"] in own]}
            for each in whole["paragraphs"]
        ],
    }
