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


def test_what_is_no_log_is_said_with_its_name_and_line():
    rc = page({"name": "x.jsonl", "text": "<b>no log</b>"})
    wait_until(lambda: any("x.jsonl: line 1: not JSON" in n.text for n in parts(rc, "notice")))
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
    assert checked(sent)[:2] == (("", ""), key)
