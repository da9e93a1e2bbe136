"""The replay page, with a scripted show and without a browser."""

import pytest
import solara

from tests.ui.parts import part, parts, send, wait_until
from tests.ui.stub import Show, elsewhere
from ui.replay.page import LIMIT, ReplayPage, checked

LOG = {"name": "talks.jsonl", "text": "40"}


def open_log(log: bytes) -> Show:
    """A show of as many moves as the log says, at its start."""
    try:
        length = int(log)
    except ValueError:
        raise ValueError("line 1: not JSON") from None
    return Show("one-table", length=length, live=False)


def page(sent=LOG, query=None, went=None):
    _, rc = solara.render(
        ReplayPage(open_log, elsewhere, query, went.append if went is not None else print),
        handle_error=False,
    )
    send(part(rc, "loader"), "open", sent)
    return rc


def at(rc, move):
    wait_until(lambda: part(rc, "scrub").move == move)


def test_a_log_is_opened_at_its_start_and_scrubbed_both_ways():
    rc = page()
    at(rc, 0)
    assert part(rc, "scrub").length == 40
    for move in (25, 3, 40):
        send(part(rc, "scrub"), "go", move)
        at(rc, move)
    assert part(rc, "controls").month == 10


def test_a_branch_leaves_the_log():
    rc = page()
    send(part(rc, "scrub"), "go", 10)
    at(rc, 10)
    send(part(rc, "scrub"), "branch", -1)
    wait_until(lambda: part(rc, "scrub").length == 10)
    assert "From move 10 on" in part(rc, "scrub").note
    send(part(rc, "controls"), "press", "restart")
    wait_until(lambda: part(rc, "scrub").length == 40)


@pytest.mark.parametrize("text", ["<b>no log</b>", ""])
def test_what_is_no_log_is_said_with_its_name_and_line(text):
    rc = page({"name": "x.jsonl", "text": text})
    wait_until(
        lambda: any(
            n.text.startswith("x.jsonl: line 1: ") and "Communiqué" in n.text
            for n in parts(rc, "notice")
        )
    )
    assert parts(rc, "scrub") == []


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        (None, "unreadable"),
        ({"name": "a"}, "unreadable"),
        ({"name": "a", "text": 3}, "unreadable"),
        ({"name": "a", "fault": "too_large"}, "too_large"),
        ({"name": "a", "fault": "{__class__}"}, "unreadable"),
        ({"name": "a", "text": "x" * (LIMIT * 1_000_000 + 1)}, "too_large"),
    ],
)
def test_what_a_browser_should_not_send_is_refused(sent, key):
    assert checked(sent)[:2] == (None, key)


def test_the_address_holds_the_move_that_is_looked_at():
    rc = page(query="move=25")
    at(rc, 25)
    send(part(rc, "scrub"), "go", 7)
    wait_until(lambda: part(rc, "bookmark").address == "/replay?move=7")
    send(part(rc, "scrub"), "branch", -1)
    wait_until(lambda: part(rc, "scrub").length == 7)
    send(part(rc, "controls"), "press", "month")
    wait_until(lambda: part(rc, "scrub").move > 7)
    assert part(rc, "bookmark").address == "/replay?move=7"  # the branch is not in the log
    send(part(rc, "controls"), "press", "restart")
    at(rc, 0)
    assert part(rc, "bookmark").address == "/replay"


def test_another_log_begins_at_its_start():
    rc = page(query="move=25")
    at(rc, 25)
    send(part(rc, "loader"), "open", {"name": "other.jsonl", "text": "30"})
    wait_until(lambda: part(rc, "scrub").length == 30)
    at(rc, 0)


@pytest.mark.parametrize("notes", [(), ("a person began",)])
def test_from_any_move_a_seat_is_taken(notes):
    went = []

    def open_noted(log: bytes) -> Show:
        return Show("one-table", length=40, live=False, notes=notes)

    _, rc = solara.render(
        ReplayPage(open_noted, elsewhere, "move=9", went.append), handle_error=False
    )
    send(part(rc, "loader"), "open", LOG)
    at(rc, 9)
    onward = part(rc, "onward")
    assert [each["title"] for each in onward.seats] == ["State", "Commerce", "MOFA", "METI"]
    assert onward.others[0]["seats"] == "with Energy besides"
    assert onward.game == {}
    send(onward, "take", "jp-meti")
    wait_until(lambda: part(rc, "onward").game)
    game = part(rc, "onward").game
    line = "&line=aaaaaaaaaaaa" if notes else ""
    assert game["address"] == (
        f"/play?scenario=one-table&forums=one-table&seed=1&move=9&seats=jp-meti{line}"
    )
    assert len(game["before"]) == len(notes)
    assert (game["title"], game["month"], game["moves"]) == ("One table", "February 2022", [])


def test_after_the_talks_there_is_no_seat_to_take():
    rc = page({"name": "talks.jsonl", "text": "60"}, "move=50")
    at(rc, 50)
    assert part(rc, "onward").seats == []
    assert part(rc, "onward").others
    send(part(rc, "scrub"), "go", 20)
    wait_until(lambda: part(rc, "onward").seats)
