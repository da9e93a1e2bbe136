"""The link of a class's pages, against a line that the test holds in its hands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

SCRIPT = Path(__file__).parents[2] / "ui/classroom/assets/link.js"
LINE = """
window.lines = [];
window.WebSocket = class {
  constructor(address) {
    Object.assign(this, { address, readyState: 1, sent: [] });
    lines.push(this);
  }
  send(text) { this.sent.push(JSON.parse(text)); }
  close() { this.readyState = 3; }
  say(what) { this.onmessage({ data: JSON.stringify(what) }); }
  drop(code) { this.readyState = 3; this.onclose({ code: code || 1006 }); }
};
window.line = () => lines[lines.length - 1];
window.heard = []; window.answers = {};
"""
OPEN = """
window.link = communique.link("/class/ABCDEF/socket", {
  see: (parts, whole) => heard.push([parts, whole]),
});
window.ask = (name, command, fits) => link.send(command, fits).then((a) => (answers[name] = a));
null;
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/*", lambda route: route.fulfill(body="<p></p>", content_type="text/html"))
    page.clock.install()
    page.goto("http://class.test/class/ABCDEF")
    page.evaluate(LINE)
    page.add_script_tag(content=SCRIPT.read_text("utf-8"))
    page.evaluate(OPEN)
    yield page
    context.close()


def up(page: Page) -> None:
    page.evaluate("line().say({see: {a: 1}, n: 1})")


def sent(page: Page) -> list:
    return page.evaluate("line().sent")


def state(page: Page) -> str:
    return page.evaluate("link.state")


def test_it_opens_beside_its_page_and_says_when_it_is_open(page):
    assert page.evaluate("line().address") == "ws://class.test/class/ABCDEF/socket"
    assert state(page) == "opening"
    up(page)
    assert state(page) == "open"
    page.evaluate("line().say({see: {b: 2}, n: 2})")
    assert page.evaluate("heard") == [[{"a": 1}, True], [{"b": 2}, False]]


def test_a_command_waits_for_the_first_picture_and_is_answered_once(page):
    page.evaluate("void ask('x', {do: 'ready', on: true})")
    assert sent(page) == []
    up(page)
    (command,) = sent(page)
    assert command["do"] == "ready"
    page.evaluate("id => line().say({ack: id, ok: true, n: 7})", command["id"])
    assert page.evaluate("answers.x") == {"ack": command["id"], "ok": True, "n": 7}
    assert page.evaluate("link.waiting") == 0


def test_what_had_no_answer_is_sent_again_under_the_same_id_unless_it_no_longer_fits(page):
    up(page)
    page.evaluate("void ask('old', {do: 'move'}, () => false)")
    page.evaluate("void ask('new', {do: 'line'})")
    first = sent(page)
    page.evaluate("line().drop()")
    assert state(page) == "lost"
    page.clock.run_for(500)
    assert page.evaluate("lines.length") == 2
    up(page)
    assert sent(page) == [first[1]]
    assert page.evaluate("answers.old") == {"ok": True, "late": True}


def test_it_knocks_again_ever_more_slowly(page):
    for _ in range(4):
        page.evaluate("line().drop()")
        page.clock.run_for(8000)
    assert page.evaluate("lines.length") == 5
    page.evaluate("line().drop()")
    page.clock.run_for(3000)
    assert page.evaluate("lines.length") == 5
    page.clock.run_for(4000)
    assert page.evaluate("lines.length") == 6


def test_a_page_that_is_sent_away_stays_away_until_it_is_told(page):
    up(page)
    page.evaluate("void ask('x', {do: 'line'})")
    page.evaluate("line().say({bye: 'elsewhere'})")
    assert (state(page), page.evaluate("link.reason")) == ("bye", "elsewhere")
    assert page.evaluate("answers.x.ok") is False
    page.clock.run_for(60_000)
    assert page.evaluate("lines.length") == 1
    page.evaluate("link.open()")
    up(page)
    assert state(page) == "open"


@pytest.mark.parametrize(
    ("code", "reason"), [(4001, "elsewhere"), (4003, "outside"), (4004, "deleted")]
)
def test_a_code_says_the_same(page, code, reason):
    up(page)
    page.evaluate("code => line().drop(code)", code)
    assert (state(page), page.evaluate("link.reason")) == ("bye", reason)


def test_a_line_that_went_dead_is_noticed(page):
    up(page)
    page.clock.run_for(31_000)
    (ping,) = sent(page)
    assert ping["do"] == "ping"
    page.clock.run_for(10_000)
    assert state(page) == "lost" or page.evaluate("lines.length") > 1


def test_a_phone_that_wakes_up_does_not_wait(page):
    up(page)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert sent(page)[0]["do"] == "ping"
    page.clock.run_for(3500)
    assert page.evaluate("lines.length") == 2
