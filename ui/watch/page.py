"""The page on which one run is watched, from the empty draft to the statement and beyond."""

from __future__ import annotations

from collections.abc import Callable

import solara

from ui.frame import Frame
from ui.parts.brief import Brief
from ui.parts.calendar import Calendar
from ui.parts.controls import Controls
from ui.parts.notice import Notice
from ui.parts.picker import Picker
from ui.parts.tabs import Tabs
from ui.parts.trends import Trends
from ui.pictures.calendar import calendar
from ui.pictures.news import news
from ui.pictures.summary import latest, summary
from ui.pictures.trends import trends
from ui.watch.choice import Choice, choice, offered, whole
from ui.watch.forum import Forum
from ui.watch.news import News
from ui.watch.player import PACES, Player, use_player
from ui.watch.reel import Reel, Show
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
        Returns the scenarios there are: ``id``, ``title``, ``question``, ``story`` and
        ``configurations`` of each.
    open_show
        Opens one: called with its id, ``seed`` and ``configuration``.
    query
        The part of the address after ``?``.
    on_go
        Called with the address of what the visitor picks.
    """
    offers, fault = solara.use_memo(lambda: offered(choices), [])
    if offers:
        Theatre(offers, open_show, query, on_go)
    else:
        Notice(text=fault)


@solara.component
def Theatre(
    offers: list[dict],
    open_show: Callable[..., Show],
    query: str | None,
    on_go: Callable[[str], None],
):
    """Show the pickers and the run that was picked; arguments as for ``WatchPage``."""
    text = words("watch")
    chosen, note = choice(query, offers)
    complaint = solara.use_reactive("")
    player = use_player(open_show, chosen)
    offer = next(offer for offer in offers if offer["id"] == chosen.scenario)

    def choose(picked: dict) -> None:
        seed = whole(picked["seed"])
        complaint.value = "" if seed else text["bad_seed"]
        if seed:
            on_go("/watch" + Choice(picked["scenario"], picked["forums"], seed).address)

    with Frame("watch", offer["title"], on_go, chosen.address):
        Picker(
            t=text,
            scenarios=[{"id": entry["id"], "title": entry["title"]} for entry in offers],
            scenario=chosen.scenario,
            configurations=list(offer["configurations"]),
            forums=chosen.forums,
            seed=chosen.seed,
            event_choose=choose,
        )
        Notice(text=player.trouble or complaint.value or note)
        Brief(
            title=offer["title"],
            question=offer["question"],
            story=list(offer["story"]),
            fresh=player.reel is None or player.reel.scene.month == 0,
        )
        if player.reel is not None:
            Watch(player, player.reel)
        elif not player.trouble:
            Notice(text=text["opening"], calm=True)


@solara.component
def Watch(player: Player, reel: Reel):
    """Show a run that is open: controls, calendar, papers, and what is known about the run."""
    shown, set_shown = solara.use_state(0)
    scene = reel.scene
    on_top = min(shown, len(scene.forums) - 1)
    with solara.v.Html(tag="div"):
        Controls(
            ready=player.ready,
            playing=player.playing,
            over=scene.over,
            pace=player.pace,
            paces=[{"id": key, "title": title} for key, (title, *_) in PACES.items()],
            date=scene.date,
            month=scene.month,
            horizon=scene.horizon,
            latest=latest(reel.entries),
            summary=summary(scene),
            event_press=player.press,
            event_choose_pace=player.set_pace,
        )
        Calendar(strip=calendar(scene, reel.entries))
        if len(scene.forums) > 1:
            names = [forum.short for forum in scene.forums]
            Tabs(names=names, shown=on_top, event_choose=set_shown)
        with solara.v.Html(tag="div", class_="desk" + " desk--single" * (len(scene.forums) == 1)):
            with solara.v.Html(tag="div", class_="papers", attributes={"id": "draft"}):
                for place, forum in enumerate(scene.forums):
                    Forum(forum, scene, behind=place != on_top).key(forum.id)
            with solara.v.Html(tag="aside", class_="rail", attributes={"aria-label": "The run"}):
                Trends(charts=trends(scene), months=scene.horizon)
                News(news(reel.entries))
