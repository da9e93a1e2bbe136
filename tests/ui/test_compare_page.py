"""The compare page, with scripted runs and without a browser."""

import threading
from types import SimpleNamespace

import solara

from tests.ui.parts import part, parts, send, wait_until
from ui.compare.address import Setup
from ui.compare.page import ComparePage
from ui.compare.quick import put_into

MARKUP = "<img src=x onerror=alert(1)>"
SCENARIOS = [{"id": "one", "title": MARKUP}, {"id": "two", "title": "Two"}]
OFFERED = [
    {"id": "own", "title": "As it is", "kind": "own", "why": ""},
    {"id": "arm", "title": MARKUP, "kind": "arm", "why": ""},
]
DIAL = {"path": "pace", "title": "Pace", "about": "", "meaning": "", "offered": True}


def effects(value):
    return [{"id": "mean_level", "mean": value}]


def picture(runs, value=1.0):
    case = {"fan": [[value] * 3] * 5, "outcomes": [], "effects": effects(value)}
    return {"runs": runs, "of": 1000, "plain": False, "cases": [case, case], "refused": []}


class Runs:
    """Plays as it is told: one picture, and another when it is let go on."""

    def __init__(self):
        self.asked, self.stopped = [], []
        self.go_on = threading.Event()

    def play(self, setup, stop):
        self.asked.append(setup)
        if any(value == "bad" for _, _, value in setup.sets):
            raise ValueError(f"{MARKUP} is no value")
        yield picture(24, float(len(setup.sets)))
        self.go_on.wait(5)
        self.stopped.append(stop.is_set())
        yield picture(1000, float(len(setup.sets)))


def page(
    runs, query="", went=None, choices=lambda: SCENARIOS, sought=lambda several, text: several
):
    went = went if went is not None else []
    element = ComparePage(
        choices,
        lambda scenario: OFFERED,
        lambda scenario, names: [DIAL],
        sought,
        runs.play,
        query,
        went.append,
    )
    _, rc = solara.render(element, handle_error=False)
    return rc


def says(rc, words):
    wait_until(lambda: any(words in each.text for each in parts(rc, "notice")))


def shows(rc, runs, stamp=0):
    wait_until(lambda: parts(rc, "fans") and part(rc, "fans").picture["runs"] == runs)
    assert part(rc, "fans").picture["stamp"] == stamp


def test_the_charts_say_on_how_many_runs_they_rest():
    runs = Runs()
    rc = page(runs)
    shows(rc, 24)
    runs.go_on.set()
    shows(rc, 1000)
    assert "effects" not in part(rc, "fans").picture["cases"][0]
    assert part(rc, "effects").cases == [effects(0.0), effects(0.0)]


def test_a_move_stops_what_is_under_way_and_is_shown_with_its_first_chart():
    runs, went = Runs(), []
    rc = page(runs, went=went)
    shows(rc, 24)
    move = {"path": "pace", "value": 0.5, "target": -1, "stamp": 1}
    send(part(rc, "dials"), "move", move)
    wait_until(lambda: part(rc, "dials").drawn == 1)
    shows(rc, 24, stamp=1)
    wait_until(lambda: part(rc, "dials").sets == [[-1, "pace", 0.5]])
    assert went == []
    send(part(rc, "dials"), "settle", None)
    assert went == ["/compare?scenario=one&a=own&b=arm&set=pace%3D0.5"]
    runs.go_on.set()
    shows(rc, 1000, stamp=1)
    wait_until(lambda: len(runs.stopped) == 2)
    assert sorted(runs.stopped) == [False, True]
    assert len(runs.asked) == 2
    send(part(rc, "dials"), "reset", "pace")
    assert went[-1] == "/compare?scenario=one&a=own&b=arm"
    wait_until(lambda: part(rc, "dials").sets == [])


def test_while_the_hand_moves_on_the_page_is_not_drawn_anew(monkeypatch):
    monkeypatch.setattr("ui.compare.live.MOVING", 1.0)
    runs = Runs()
    rc = page(runs)
    shows(rc, 24)
    for stamp in range(1, 6):
        move = {"path": "pace", "value": stamp, "target": -1, "stamp": stamp}
        send(part(rc, "dials"), "move", move)
        wait_until(lambda: part(rc, "dials").drawn == stamp)  # noqa: B023
        assert part(rc, "fans").picture["stamp"] == stamp
        assert part(rc, "dials").sets == []
    wait_until(lambda: part(rc, "dials").sets == [[-1, "pace", 5]])
    assert part(rc, "fans").picture["stamp"] == 5


def test_what_cannot_be_compared_is_said_and_the_hand_may_go_on():
    runs = Runs()
    rc = page(runs, "set=pace%3Dbad")
    says(rc, f"{MARKUP} is no value")
    send(part(rc, "dials"), "move", {"path": "pace", "value": 1, "target": -1, "stamp": 1})
    shows(rc, 24, stamp=1)
    assert [each.text for each in parts(rc, "notice") if each.text] == []


def test_a_search_that_finds_nothing_leaves_the_page_as_it_is():
    rc = page(Runs(), sought=lambda several, text: [])
    shows(rc, 24)
    send(part(rc, "dials"), "search", "zzz")
    move = {"path": "pace", "value": 0.5, "target": -1, "stamp": 1}
    send(part(rc, "dials"), "move", move)
    shows(rc, 24, stamp=1)


def test_what_there_is_not_is_named():
    rc = page(Runs(), "scenario=%3Cb%3E&b=nobody")
    says(rc, "no scenario “<b>” here")
    says(rc, "no setting “nobody” here")
    shows(rc, 24)


def test_where_more_settings_belong_together_than_stand_there_it_is_said():
    rc = page(Runs(), "scenario=one&a=own&b=arm&c=own&d=arm&of=5")
    says(rc, "the first four of 5")
    shows(rc, 24)


def test_without_scenarios_there_is_a_reason():
    def choices():
        raise ValueError("scenarios/x.toml: not TOML")

    rc = page(Runs(), choices=choices)
    says(rc, "scenarios/x.toml: not TOML")


def test_the_cases_picked_are_played_and_stand_in_the_address():
    runs, went = Runs(), []
    rc = page(runs, went=went)
    shows(rc, 24)
    picked = {"scenario": "one", "names": ["arm", "own", "own"], "measure": "trust"}
    send(part(rc, "cases"), "choose", picked)
    wait_until(lambda: runs.asked[-1].names == ("arm", "own", "own"))
    assert went == ["/compare?scenario=one&a=arm&b=own&c=own&measure=trust"]
    send(part(rc, "cases"), "choose", {**picked, "scenario": "two"})
    assert went[-1] == "/compare?scenario=two"


def test_a_chart_is_put_straight_only_where_nothing_but_values_differs():
    drawn = Setup("one", ("own", "arm"))
    widgets = [SimpleNamespace() for _ in range(3)]
    put = put_into(*widgets, drawn, [])
    made = picture(24) | {"stamp": 3}
    assert not put(Setup("one", ("own", "own")), made)
    assert not put(Setup("one", ("own", "arm"), measure="trust"), made)
    assert not put(drawn, made | {"refused": ["no such path"]})
    assert vars(widgets[0]) == {}
    assert put(drawn.with_set(-1, "pace", 0.5), made)
    assert (widgets[0].picture["runs"], widgets[1].runs, widgets[2].drawn) == (24, 24, 3)
