"""The page on which people play, without a browser: lobby, table, undo, coming back, debrief."""

import json

import pytest
import solara

from agents.bots import strategy_of
from agents.lobby import lobby, opponents
from agents.show import show
from app import TOOLS
from sim.play.view import view
from sim.sweep.batch import run_many
from tests.agents.seated import by_bot
from tests.ui.parts import part, parts, send, wait_until
from ui.table.page import PlayPage

SHORT = "set=horizon%3D8&set=deadline.economic-2-plus-2%3D5"
VALUES = ("horizon=8", "deadline.economic-2-plus-2=5")
SEATED = f"scenario=economic-2-plus-2&seed=4&{SHORT}&seats=us-state"
OFFER = {
    "id": "economic-2-plus-2",
    "title": "Year one",
    "question": "?",
    "story": [],
    "configurations": [{"id": "economic-2-plus-2", "title": "Economic 2+2", "kin": "own"}],
    "arms": [],
    "start": "2022-01-01",
}


def two_runs(world, seed):
    """Stand in for the AI in a person's seat with two quick runs."""
    yield 2, 2, run_many(world, seed, 2, 1, plain=True)


def page(query, went=None):
    went = went if went is not None else []
    tools = TOOLS._replace(stand_ins=two_runs)
    _, rc = solara.render(PlayPage(lambda: [OFFER], tools, query, went.append), handle_error=False)
    return rc


def bots_moves() -> list[dict]:
    """Return what a bot would move in the seat, to the end."""
    table = lobby("economic-2-plus-2", None, VALUES).sit(4, ["us-state"])
    while not table.over:
        table = table.played(by_bot(table))
    return [each.as_json() for each in table.moves]


def says(rc, words):
    wait_until(lambda: any(words in each.text for each in parts(rc, "notice")))


def test_the_lobby_labels_every_seat_and_leads_to_the_table():
    went = []
    rc = page(f"scenario=economic-2-plus-2&{SHORT}", went)
    shown = part(rc, "seats")
    assert [each["short"] for each in shown.seated] == ["State", "Commerce", "MOFA", "METI"]
    assert all("strength" in each["played"] for each in [*shown.seated, *shown.heard])
    assert [each["id"] for each in shown.ais] == [each["id"] for each in opponents()]
    send(shown, "take", ["us-state", "jp-meti"])
    send(shown, "choose_ai", "hybrid")
    assert went[0].endswith("&seats=us-state%2Cjp-meti")
    assert went[1].endswith("&ai=hybrid")
    assert all("set=horizon%3D8" in each for each in went)


def test_the_seats_of_the_address_are_played_by_the_strategy_of_the_address():
    rc = page(f"{SEATED}&ai=conceder")
    company = part(rc, "secret").company
    assert company[0]["by"] == "you"
    assert all(each["by"].startswith("Conceder, strength") for each in company[1:])


def test_a_move_leads_on_and_undo_leads_back():
    rc = page(SEATED)
    shown = part(rc, "turn").turn
    assert not part(rc, "aid").may_undo
    assert part(rc, "turn").first
    kind = "pass" if "pass" in shown["kinds"] else "consent"
    send(part(rc, "turn"), "move", {"move": kind})
    wait_until(lambda: not part(rc, "turn").first)
    assert len(part(rc, "keeper").moves) == 1
    send(part(rc, "aid"), "undo", None)
    wait_until(lambda: part(rc, "turn").turn == shown)
    assert part(rc, "keeper").moves == []


@pytest.mark.parametrize(
    "move",
    [
        {"move": "amend", "levels": {"I03": 4}},
        {"move": "object", "item": "I99", "reason": "own reason"},
        {"move": "dance"},
        {"move": "amend", "levels": "all"},
    ],
)
def test_a_move_that_is_not_legal_is_a_message_and_changes_nothing(move):
    rc = page(SEATED)
    before = part(rc, "turn").turn
    send(part(rc, "turn"), "move", move)
    says(rc, "not possible")
    assert part(rc, "turn").turn == before


def test_a_page_that_was_lost_comes_back_to_the_same_place():
    moves = bots_moves()[:5]
    rc = page(SEATED)
    part(rc, "keeper")
    send(part(rc, "keeper"), "restore", {"moves": moves})
    wait_until(lambda: len(part(rc, "keeper").moves) == 5)
    assert part(rc, "keeper").moves == moves


def test_a_game_is_kept_with_its_time_in_every_language():
    rc = page(SEATED)
    wait_until(lambda: part(rc, "keeper").months)
    kept = part(rc, "keeper")
    assert kept.months == {"en": "February 2022", "ja": "2022年2月"}
    entrance = part(page(f"scenario=economic-2-plus-2&{SHORT}"), "keeper")
    assert entrance.titles == {OFFER["id"]: OFFER["title"]}


@pytest.mark.parametrize(
    "saved", [[{"seat": "us-state"}], "x", [7], [{"seat": "jp-mofa", "move": "pass"}]]
)
def test_what_was_kept_but_does_not_fit_is_a_message(saved):
    rc = page(SEATED)
    send(part(rc, "keeper"), "restore", {"moves": saved})
    says(rc, "cannot be continued")
    assert part(rc, "turn").first


def test_at_the_end_the_deal_lies_among_the_texts_that_could_have_been():
    rc = page(SEATED)
    send(part(rc, "keeper"), "restore", {"moves": bots_moves()})
    found = part(rc, "debrief")
    assert {"deal", "none", "compromise"} <= {each["id"] for each in found.picture["marks"]}
    assert found.picture["lessons"]
    wait_until(lambda: part(rc, "debrief").cloud is not None)
    found = part(rc, "debrief")
    assert found.cloud["runs"] == sum(each["count"] for each in found.cloud["bins"]) == 2
    assert found.csv.splitlines()[0].startswith("run,outcome,month,us-state")
    assert len(found.csv.splitlines()) == 3


def test_who_sits_down_after_the_last_choice_is_told_that_the_deal_is_not_theirs():
    words = "You have made no move"
    rc = page(f"{SEATED}&move=999999")
    wait_until(lambda: part(rc, "aid").over)
    says(rc, words)
    rc = page(SEATED)
    wait_until(lambda: not part(rc, "aid").over)
    assert not any(words in each.text for each in parts(rc, "notice"))


def test_a_computer_may_finish_the_game():
    rc = page(SEATED)
    send(part(rc, "aid"), "finish", None)
    wait_until(lambda: part(rc, "aid").over)
    assert part(rc, "keeper").moves == bots_moves()


def test_a_computer_that_finishes_the_game_may_be_stopped():
    rc = page(SEATED)
    send(part(rc, "aid"), "finish", None)
    wait_until(lambda: part(rc, "aid").finishing)
    send(part(rc, "aid"), "finish", None)
    wait_until(lambda: not part(rc, "aid").finishing)
    moves = part(rc, "keeper").moves
    assert moves == bots_moves()[: len(moves)]


def test_a_seat_is_taken_in_the_middle_of_a_run_between_bots():
    rc = page(f"{SEATED}&move=25")
    aid = part(rc, "aid")
    send(aid, "ask", "replay")
    wait_until(lambda: part(rc, "aid").log["text"])
    log = part(rc, "aid").log
    assert log["then"] == "replay"
    assert len(log["text"].splitlines()) > 25
    assert part(rc, "keeper").moves == []
    assert "month 1 " not in part(rc, "feed").turn["month"]


def test_the_lobby_of_a_moment_says_so_and_leads_to_it():
    went = []
    rc = page(f"scenario=economic-2-plus-2&seed=4&{SHORT}&move=25", went)
    says(rc, "after move 25 of the run")
    send(part(rc, "seats"), "take", ["jp-mofa"])
    assert "move=25" in went[0]


def begun_by_a_person():
    """Return the moment after a move that no bot would make."""
    film = show("economic-2-plus-2", 4, changes=VALUES)
    while not film.options()[1]:
        film.step_move()
    plays = strategy_of(film.game, film.game.seat).choose(view(film.game, film.game.seat))
    _, options = film.options()
    other = next(n for n, (kind, _) in enumerate(options) if kind != plays.kind)
    film.branch(other)
    for _ in range(12):
        film.step_move()
    return film.moment()


def test_a_run_that_a_person_began_is_taken_up_with_what_the_browser_has_kept():
    moment = begun_by_a_person()
    assert moment.own
    rc = page(f"{SEATED}&move={moment.move}&line={moment.state}")
    keeper = part(rc, "keeper")
    assert keeper.needs
    assert parts(rc, "turn") == []
    send(keeper, "restore", {"before": [dict(each) for each in moment.own], "moves": []})
    part(rc, "turn")
    assert part(rc, "keeper").moves == []


@pytest.mark.parametrize("before", [[], None, "x", [{"n": 1}], [{"n": 1, "seat": "a"}]])
def test_a_run_that_the_browser_has_not_kept_is_a_message(before):
    moment = begun_by_a_person()
    rc = page(f"{SEATED}&move={moment.move}&line={moment.state}")
    send(part(rc, "keeper"), "restore", {"before": before, "moves": []})
    says(rc, "in the middle of a run")
    assert parts(rc, "turn") == []


def test_after_the_game_there_is_a_way_to_the_same_in_a_3_plus_3():
    went = []
    rc = page(SEATED, went)
    send(part(rc, "keeper"), "restore", {"moves": bots_moves()})
    onward = part(rc, "onward")
    first = onward.others[0]
    assert (first["title"], first["seats"]) == (
        "A 3+3 with Homeland Security",
        "with Homeland, MIC besides",
    )
    assert first["compare"] == (
        "/compare?scenario=economic-2-plus-2&a=economic-2-plus-2&b=3-plus-3-homeland"
        f"&{SHORT.replace('=', '%3D').replace('set%3D', 'set=')}"
    )
    assert "forums=3-plus-3-homeland&seed=4&set=horizon%3D8&seats" in first["play"]
    assert "seats=us-state" in first["play"]
    send(onward, "choose", "replay")
    wait_until(lambda: part(rc, "aid").log["then"] == "replay")
    send(onward, "choose", "again")
    wait_until(lambda: part(rc, "keeper").moves == [])
    assert parts(rc, "debrief") == []


@pytest.mark.parametrize("query", ["&ai=genius", "&set=moon%3D1", "&seats=us-nobody"])
def test_an_address_that_asks_for_what_there_is_not_is_a_message(query):
    rc = page(SEATED + query)
    says(rc, "could not be opened")


def test_the_page_of_a_seat_holds_no_figure_of_another():
    rc = page(SEATED)
    part(rc, "turn")
    held = json.dumps(
        [
            [widget.turn, widget.months] if hasattr(widget, "months") else str(widget.get_state())
            for name in ("turn", "feed", "secret", "paper", "aid")
            for widget in parts(rc, name)
        ],
        default=str,
    )
    assert "position.us-state" in held
    assert not any(f".{other}." in held for other in ("us-commerce", "jp-mofa", "jp-meti"))
