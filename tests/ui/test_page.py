"""The page as a whole, with a scripted show and without a browser."""

import time

import pytest
import solara

from tests.ui.parts import part, parts, send, wait_until
from tests.ui.scenes import ADOPTED
from tests.ui.stub import Show, choices
from ui.play.page import PlayPage
from ui.play.player import PACES


def page(query=None, open_show=Show, went=None):
    _, rc = solara.render(
        PlayPage(choices, open_show, query, (went if went is not None else []).append),
        handle_error=False,
    )
    return rc


def press(rc, key):
    send(part(rc, "controls"), "press", key)


def month(rc):
    return part(rc, "controls").month


def agreed(rc):
    return part(rc, "paper").paper["agreed"]


@pytest.fixture
def quick(monkeypatch):
    for name, (title, _, step) in list(PACES.items()):
        monkeypatch.setitem(PACES, name, (title, 0.01, step))


def test_it_opens_on_an_empty_draft_with_the_story_told():
    rc = page()
    assert month(rc) == 0
    assert agreed(rc) == 0
    assert part(rc, "brief").fresh


def test_a_step_is_one_move_and_next_month_is_a_month():
    rc = page()
    press(rc, "move")
    assert [seat["speaking"] for seat in parts(rc, "seats")[1].side["seated"]] == [True, False]
    assert month(rc) == 0
    press(rc, "month")
    assert month(rc) == 1
    for _ in range(6):
        press(rc, "month")
    assert (month(rc), agreed(rc)) == (7, 3)
    assert not part(rc, "brief").fresh


@pytest.mark.usefixtures("quick")
def test_play_runs_to_the_statement_and_rests_there():
    rc = page()
    press(rc, "play")
    wait_until(lambda: part(rc, "paper").paper["closed"])
    wait_until(lambda: not part(rc, "controls").playing)
    assert month(rc) == ADOPTED
    press(rc, "play")
    wait_until(lambda: part(rc, "controls").over)
    assert not part(rc, "controls").playing


@pytest.mark.usefixtures("quick")
def test_pause_stops_and_a_step_pauses():
    rc = page()
    for stop in ("play", "move"):
        press(rc, "play")
        assert part(rc, "controls").playing
        press(rc, stop)
        assert not part(rc, "controls").playing
        time.sleep(0.03)
        before = month(rc)
        time.sleep(0.08)
        assert month(rc) == before


@pytest.mark.usefixtures("quick")
def test_nothing_plays_on_when_the_page_is_gone():
    opened = []
    rc = page(open_show=lambda *args, **kwargs: opened.append(Show(*args, **kwargs)) or opened[-1])
    press(rc, "play")
    wait_until(lambda: opened[0].moves > 0)
    rc.close()
    time.sleep(0.03)
    before = opened[0].moves
    time.sleep(0.08)
    assert opened[0].moves == before


def test_restart_begins_anew():
    rc = page()
    press(rc, "month")
    press(rc, "restart")
    wait_until(lambda: bool(parts(rc, "controls")) and month(rc) == 0)


def test_two_visitors_do_not_disturb_each_other():
    mine, yours = page(), page()
    press(mine, "month")
    assert (month(mine), month(yours)) == (1, 0)


def test_a_choice_becomes_an_address():
    went = []
    rc = page(went=went)
    send(part(rc, "masthead"), "choose", {"scenario": "two-tables", "forums": "", "seed": "4"})
    assert went == ["?scenario=two-tables&forums=&seed=4"]


@pytest.mark.parametrize("seed", ["", "no", "-3", "1000000", "1.5"])
def test_dice_that_do_not_exist_are_refused_in_words(seed):
    went = []
    rc = page(went=went)
    send(part(rc, "masthead"), "choose", {"scenario": "one-table", "forums": "", "seed": seed})
    assert went == []
    assert "whole number" in part(rc, "notice").text


def test_a_new_address_opens_a_new_show():
    rc = page()
    press(rc, "month")
    rc.render(PlayPage(choices, Show, "scenario=two-tables&seed=2", print))
    wait_until(lambda: len(parts(rc, "paper")) == 2)
    assert month(rc) == 0
    assert part(rc, "tabs").names == ["Economic 2+2", "Trade"]
    send(part(rc, "tabs"), "choose", 1)
    assert part(rc, "tabs").shown == 1


def test_a_lost_scenario_is_a_message():
    assert "There is no scenario “lost”." in part(page("scenario=lost"), "notice").text


def test_scenarios_that_cannot_be_read_are_a_message():
    def unreadable():
        raise ValueError("items.toml: line 3")

    _, rc = solara.render(PlayPage(unreadable, Show, None, print), handle_error=False)
    assert "items.toml: line 3" in part(rc, "notice").text


def test_a_show_that_does_not_open_is_a_message():
    def broken(*_, **__):
        raise ValueError("economic-2-plus-2.toml: agenda[2]: no item 'I99'")

    rc = page(open_show=broken)
    wait_until(lambda: bool(part(rc, "notice").text))
    assert "agenda[2]" in part(rc, "notice").text
    assert parts(rc, "controls") == []


def test_a_show_that_breaks_is_a_message_and_can_be_restarted():
    class Breaking(Show):
        def step_month(self):
            raise RuntimeError("no rule for this")

    rc = page(open_show=Breaking)
    press(rc, "month")
    assert "cannot go on" in part(rc, "notice").text
    assert not part(rc, "controls").ready
