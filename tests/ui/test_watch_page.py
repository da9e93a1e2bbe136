"""The page as a whole, with a scripted show and without a browser."""

import time

import pytest
import solara

from tests.ui.parts import part, parts, send, wait_until
from tests.ui.scenes import ADOPTED
from tests.ui.stub import Show, choices, elsewhere
from ui.watch.page import WatchPage
from ui.watch.player import PACES


def page(query=None, open_show=Show, went=None):
    _, rc = solara.render(
        WatchPage(choices, open_show, elsewhere, query, (went if went is not None else []).append),
        handle_error=False,
    )
    return rc


def press(rc, key):
    send(part(rc, "controls"), "press", key)


# A page may be rendered by any thread that has news for it, so what is shown is waited for.


def shows(rc, **wanted):
    """Wait until the controls show these values."""
    wait_until(lambda: all(getattr(part(rc, "controls"), k) == v for k, v in wanted.items()))


def says(rc, words):
    """Wait until the message to the visitor holds these words."""
    wait_until(lambda: words in part(rc, "notice").text)


def agreed(rc):
    return part(rc, "paper").paper["agreed"]


class Long(Show):
    """A show whose talks last longer than any test."""

    @property
    def month(self):
        return min(super().month, ADOPTED - 1)


def still(show):
    time.sleep(0.1)  # a tick may be on its way
    before = show.moves
    time.sleep(0.2)
    return show.moves == before


@pytest.fixture
def quick(monkeypatch):
    for name, (_, step) in list(PACES.items()):
        monkeypatch.setitem(PACES, name, (0.01, step))


def test_it_opens_on_an_empty_draft_with_the_story_told():
    rc = page()
    shows(rc, month=0, playing=False)
    assert agreed(rc) == 0
    assert part(rc, "brief").fresh


def test_a_step_is_one_move_and_next_month_is_a_month():
    rc = page()
    press(rc, "move")
    wait_until(lambda: parts(rc, "bench")[1].side["seated"][0]["speaking"])
    shows(rc, month=0)
    press(rc, "month")
    shows(rc, month=1)
    for _ in range(6):
        press(rc, "month")
    shows(rc, month=7)
    wait_until(lambda: agreed(rc) == 3)
    assert not part(rc, "brief").fresh


@pytest.mark.usefixtures("quick")
def test_play_runs_to_the_statement_and_rests_there():
    rc = page()
    press(rc, "play")
    wait_until(lambda: part(rc, "paper").paper["closed"])
    shows(rc, month=ADOPTED, playing=False)
    press(rc, "play")
    shows(rc, over=True, playing=False)


@pytest.mark.parametrize("key", ["play", "move"])
@pytest.mark.usefixtures("quick")
def test_pause_stops_and_a_step_pauses(key):
    opened = []
    rc = page(open_show=lambda *args, **kwargs: opened.append(Long(*args, **kwargs)) or opened[-1])
    press(rc, "play")
    wait_until(lambda: opened[0].moves > 8)
    shows(rc, playing=True)
    press(rc, key)
    shows(rc, playing=False)
    assert still(opened[0])


@pytest.mark.usefixtures("quick")
def test_nothing_plays_on_when_the_page_is_gone():
    opened = []
    rc = page(open_show=lambda *args, **kwargs: opened.append(Show(*args, **kwargs)) or opened[-1])
    press(rc, "play")
    wait_until(lambda: opened[0].moves > 0)
    rc.close()
    assert still(opened[0])


def test_restart_begins_anew():
    rc = page()
    press(rc, "month")
    shows(rc, month=1)
    press(rc, "restart")
    shows(rc, month=0, ready=True)


def test_two_visitors_do_not_disturb_each_other():
    mine, yours = page(), page()
    press(mine, "month")
    shows(mine, month=1)
    shows(yours, month=0)


def test_a_choice_becomes_an_address():
    went = []
    rc = page(went=went)
    send(part(rc, "picker"), "choose", {"scenario": "two-tables", "forums": "", "seed": "4"})
    assert went == ["/watch?scenario=two-tables&seed=4"]


@pytest.mark.parametrize("seed", ["", "no", "-3", "1000000", "1.5"])
def test_dice_that_do_not_exist_are_refused_in_words(seed):
    went = []
    rc = page(went=went)
    send(part(rc, "picker"), "choose", {"scenario": "one-table", "forums": "", "seed": seed})
    assert went == []
    says(rc, "whole number")


def test_a_new_address_opens_a_new_show():
    rc = page()
    press(rc, "month")
    rc.render(WatchPage(choices, Show, elsewhere, "scenario=two-tables&seed=2", print))
    wait_until(lambda: len(parts(rc, "paper")) == 2)
    shows(rc, month=0)
    assert part(rc, "tabs").names == ["Economic 2+2", "Trade"]
    send(part(rc, "tabs"), "choose", 1)
    wait_until(lambda: part(rc, "tabs").shown == 1)


def test_a_lost_scenario_is_a_message():
    says(page("scenario=lost"), "There is no scenario “lost”.")


def test_scenarios_that_cannot_be_read_are_a_message():
    def unreadable():
        raise ValueError("items.toml: line 3")

    _, rc = solara.render(WatchPage(unreadable, Show, elsewhere, None, print), handle_error=False)
    says(rc, "items.toml: line 3")


def test_a_show_that_does_not_open_is_a_message():
    def broken(*_, **__):
        raise ValueError("economic-2-plus-2.toml: agenda[2]: no item 'I99'")

    rc = page(open_show=broken)
    says(rc, "agenda[2]")
    assert parts(rc, "controls") == []


def test_a_show_that_breaks_is_a_message_and_can_be_restarted():
    class Breaking(Show):
        def step_month(self):
            raise RuntimeError("no rule for this")

    rc = page(open_show=Breaking)
    press(rc, "month")
    says(rc, "cannot go on")
    shows(rc, ready=False)


def test_it_goes_to_any_month_and_back():
    rc = page()
    send(part(rc, "months"), "jump", 9)
    shows(rc, month=9, playing=False)
    send(part(rc, "months"), "jump", 4)
    shows(rc, month=4)
    press(rc, "back")
    shows(rc, month=3, moves=15)
    press(rc, "back_month")
    shows(rc, month=2, moves=8)
    send(part(rc, "months"), "jump", "<b>")
    shows(rc, month=2, moves=8)


def test_an_address_opens_at_its_moment_and_shares_it():
    rc = page("scenario=one-table&move=21")
    shows(rc, month=5, moves=21)
    assert part(rc, "share").address == "/watch?scenario=one-table&forums=one-table&seed=1&move=21"
    assert part(rc, "share").log == ""
    send(part(rc, "share"), "ask", "save")
    wait_until(lambda: part(rc, "share").log.count("\n") == 21)


def test_the_statement_is_shown_and_leads_back_to_a_move():
    rc = page("scenario=one-table&view=statement")
    wait_until(lambda: len(parts(rc, "statement")) == 1)
    shown = part(rc, "statement").sheet
    assert shown["sales"][0]["lines"] == ["METI got level 2 of what it wanted."]
    assert [len(clause["made"]) for clause in shown["clauses"]] == [2, 2, 2, 2]
    send(part(rc, "statement"), "go", 6)
    shows(rc, month=1, moves=6)
    wait_until(lambda: parts(rc, "statement") == [])


def test_arm_and_values_reach_the_show_and_the_address():
    asked, went = [], []

    def open_show(name, **wishes):
        asked.append(wishes)
        return Show(name, **wishes)

    rc = page("scenario=two-tables&arm=late&set=pace%3D1", open_show, went)
    shows(rc, month=0)
    assert (asked[0]["arm"], asked[0]["changes"]) == ("late", ("pace=1",))
    picker = part(rc, "picker")
    assert (picker.arm, picker.sets) == ("late", ["pace=1"])
    picked = {"scenario": "two-tables", "forums": "", "seed": 2, "arm": "late", "sets": []}
    send(picker, "choose", picked)
    assert went == ["/watch?scenario=two-tables&seed=2&arm=late"]
