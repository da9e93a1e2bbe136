"""Each part hands its values to the browser and its events to whoever listens."""

import solara

from tests.ui.parts import part, send
from tests.ui.scenes import scene
from ui.parts.brief import Brief
from ui.parts.calendar import Calendar
from ui.parts.controls import Controls
from ui.parts.delegation import Delegation
from ui.parts.draft import Draft
from ui.parts.forum_head import ForumHead
from ui.parts.masthead import Masthead
from ui.parts.news_month import NewsMonth
from ui.parts.notice import Notice
from ui.parts.picker import Picker
from ui.parts.tabs import Tabs
from ui.parts.trends import Trends
from ui.pictures.delegation import delegation
from ui.pictures.draft import draft
from ui.words.catalogue import words


def shown(element, name):
    _, rc = solara.render(element, handle_error=False)
    return part(rc, name)


def test_masthead():
    went = []
    links = [{"id": "watch", "title": "Watch", "address": "/watch"}]
    masthead = Masthead(t=words("frame"), page="watch", links=links, event_go=went.append)
    widget = shown(masthead, "masthead")
    assert widget.page == "watch"
    send(widget, "go", "/watch")
    assert went == ["/watch"]


def test_picker():
    heard = []
    table = [{"id": "a", "title": "A", "kin": "own"}]
    widget = shown(
        Picker(
            t=words("watch"),
            scenarios=table,
            scenario="a",
            configurations=table,
            forums="a",
            seed=1,
            event_choose=heard.append,
        ),
        "picker",
    )
    assert (widget.scenario, widget.seed) == ("a", 1)
    send(widget, "choose", {"scenario": "a", "forums": "a", "seed": "5"})
    assert heard == [{"scenario": "a", "forums": "a", "seed": "5"}]


def test_controls():
    pressed, paced = [], []
    widget = shown(
        Controls(
            t=words("watch")["controls"],
            moves=9,
            tick="month",
            ready=True,
            playing=False,
            over=False,
            pace="months",
            paces=[{"id": "months", "title": "Months"}],
            date="March 2022",
            month=3,
            horizon=24,
            latest="",
            summary="",
            event_press=pressed.append,
            event_choose_pace=paced.append,
        ),
        "controls",
    )
    assert (widget.month, widget.playing) == (3, False)
    send(widget, "press", "play")
    send(widget, "choose_pace", "fast")
    assert (pressed, paced) == (["play"], ["fast"])


def test_tabs():
    picked = []
    tabs = Tabs(label="Drafts", names=["A", "B"], shown=0, event_choose=picked.append)
    widget = shown(tabs, "tabs")
    send(widget, "choose", 1)
    assert (widget.names, picked) == (["A", "B"], [1])


def test_parts_that_only_show():
    picture = scene(4)
    paper = draft(picture.forums[0], picture)
    strip = Calendar(t={}, strip={"rows": []}, ready=True, event_jump=print)
    lines = Trends(t={}, charts=[], months=24, figures="", name="run")
    side = delegation("us", picture.forums[0], picture)
    assert shown(Draft(paper=paper, t={}), "paper").paper == paper
    assert shown(Delegation(t={}, side=side), "bench").side == side
    assert shown(Brief(t={}, title="T", question="Q", story=["S"], fresh=True), "brief").fresh
    assert shown(strip, "months").strip == {"rows": []}
    assert shown(lines, "trends").months == 24
    told = NewsMonth(t={}, date="March 2022", sentences=["They met."], latest=True)
    assert shown(told, "news-month").sentences == ["They met."]
    assert shown(Notice(text="No."), "notice").text == "No."
    head = ForumHead(name="F", sitting="none", session="Not in session", facts=[])
    assert shown(head, "forum__head").name == "F"
