"""A run that is open, as it is shown: controls, calendar, papers, and what is known about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import solara

from ui.parts.bookmark import Bookmark
from ui.parts.calendar import Calendar
from ui.parts.controls import Controls
from ui.parts.share import Share
from ui.parts.statement import Statement
from ui.parts.switch import Switch
from ui.parts.tabs import Tabs
from ui.parts.trends import Trends
from ui.pictures.calendar import calendar
from ui.pictures.months import span_of, tick_name
from ui.pictures.news import news
from ui.pictures.statement import statement
from ui.pictures.summary import latest, summary
from ui.pictures.trends import figures, trends
from ui.watch.forum import Forum
from ui.watch.news import News
from ui.watch.player import PACES, Player
from ui.watch.reel import Reel
from ui.words.catalogue import words

if TYPE_CHECKING:
    from sim.play.scene import Scene
    from ui.watch.diary import Entry


@solara.component
def Theatre(
    player: Player,
    reel: Reel,
    name: str,
    address: Callable[[int, str], str],
    on_go: Callable[[str], None],
    view: str = "",
):
    """Show a run.

    Parameters
    ----------
    player, reel
        What drives it, and the run.
    name
        Name of the files to save, without their ending.
    address
        Called with a number of moves and a view; returns where that moment is found again, or
        nothing where no address leads to it.
    on_go
        Called with the address of the page to go to.
    view
        What to show first: ``"statement"``, or nothing for the table.
    """
    text = words("watch")
    shown, set_shown = solara.use_state(view)
    scene = reel.scene
    at_end = shown == "statement" and bool(reel.sheets)

    def visit(move: int) -> None:
        set_shown("")
        player.go(move)

    with solara.v.Html(tag="div", class_="theatre"):
        Controls(
            t=text["controls"],
            ready=player.ready,
            playing=player.playing,
            over=reel.over,
            pace=player.pace,
            paces=[
                {"id": key, "title": text["paces"][key].format(ticks=tick_name(scene, True))}
                for key in PACES
            ],
            date=span_of(scene.month, scene),
            month=scene.month,
            horizon=scene.horizon,
            moves=reel.position,
            tick=tick_name(scene),
            latest=latest(reel.entries),
            summary=summary(scene),
            event_press=player.press,
            event_choose_pace=player.set_pace,
        )
        Calendar(
            t=text["calendar"],
            strip=calendar(scene, reel.entries, reel.events),
            ready=player.ready,
            event_jump=player.jump,
        )
        if reel.sheets:
            Switch(
                label=text["views"]["label"],
                views=[
                    {"id": "", "title": text["views"]["table"]},
                    {"id": "statement", "title": text["views"]["statement"]},
                ],
                shown="statement" if at_end else "",
                onward=words("onward")["heading"],
                event_choose=set_shown,
            )
        if at_end:
            for sheet in reel.sheets:
                Statement(t=text["statement"], sheet=statement(sheet, scene), event_go=visit).key(
                    sheet.forum
                )
        else:
            Desk(scene, reel.entries, name)
        Taking(player, reel, name, address(reel.position, "statement" if at_end else ""), on_go)


@solara.component
def Desk(scene: Scene, entries: tuple[Entry, ...], name: str):
    """Show the papers, and beside them what is known about the run."""
    text = words("watch")
    shown, set_shown = solara.use_state(0)
    on_top = min(shown, len(scene.forums) - 1)
    with solara.v.Html(tag="div"):
        if len(scene.forums) > 1:
            names = [forum.short for forum in scene.forums]
            Tabs(label=text["drafts"], names=names, shown=on_top, event_choose=set_shown)
        with solara.v.Html(tag="div", class_="desk" + " desk--single" * (len(scene.forums) == 1)):
            with solara.v.Html(tag="div", class_="papers", attributes={"id": "draft"}):
                for place, forum in enumerate(scene.forums):
                    Forum(forum, scene, behind=place != on_top).key(forum.id)
            with solara.v.Html(tag="aside", class_="rail", attributes={"aria-label": text["run"]}):
                Trends(
                    t=text["trends"],
                    charts=trends(scene),
                    months=scene.horizon,
                    figures=figures(scene),
                    name=name,
                )
                News(news(entries))


@solara.component
def Taking(player: Player, reel: Reel, name: str, address: str, on_go: Callable[[str], None]):
    """Let the visitor take the address of this moment and the log with them."""
    asked, ask = solara.use_state((-1, 0))  # after how many moves, and how often before
    wanted = asked[0] == reel.position and player.ready
    with solara.v.Html(tag="div"):
        if address:
            Bookmark(address=address)
        Share(
            t=words("watch")["share"],
            address=address,
            name=name,
            log=reel.log().decode() if wanted else "",
            event_ask=lambda _: ask((reel.position, asked[1] + 1)),
            event_go=on_go,
        )
