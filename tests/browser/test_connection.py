"""What a visitor sees when the server dies, and that all is where it was once it is back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.serving import Server

SEATED = "/play?scenario=economic-2-plus-2&seats=us-state&seed=1&set=horizon%3D5"
WATCHED = "/watch?scenario=economic-2-plus-2&seed=3"
BACK = 20_000
"""Milliseconds from a server that answers to a page that is where it was."""


@pytest.fixture
def server() -> Iterator[Server]:
    """A server of one's own to kill."""
    found = Server("app")
    yield found
    found.stop()


def opened(browser: Browser, address: str, sign: str) -> Page:
    page = browser.new_context(reduced_motion="reduce").new_page()
    page.set_default_timeout(30_000)
    page.goto(address)
    page.wait_for_selector(sign)
    return page


def play(page: Page) -> None:
    made = page.locator(".turn").get_attribute("data-made")
    main = page.locator(".acts--bar .act--main:enabled")
    (main if main.count() else page.locator(".acts--bar .act:enabled").last).click()
    expect(page.locator(".turn")).not_to_have_attribute("data-made", made)


def next_month(page: Page) -> None:
    page.get_by_role("button", name="Next month").click()


AT_REST = """() => {
  const [href, since] = window.rest || [];
  if (href !== location.href) window.rest = [location.href, Date.now()];
  return location.href.includes("move=") && href === location.href && Date.now() - since > 1500;
}"""
"""Whether the address has told the moment shown for a while: a month is many moves."""


def comes_back(page: Page, selector: str, text: str) -> None:
    """Wait until the page is drawn anew and shows a text."""
    page.wait_for_function("solara.debug.remountCount > 0", timeout=BACK)
    page.wait_for_function(
        "([selector, text]) => document.querySelector(selector)?.innerText === text",
        arg=[selector, text],
        timeout=BACK,
    )
    expect(page.locator(".connection")).not_to_have_class("connection is-lost")


@pytest.mark.slow
def test_a_killed_server_costs_neither_a_move_nor_the_place_in_a_run(browser, server):
    player = opened(browser, server.address + SEATED, ".turn__ask")
    play(player)
    play(player)
    watcher = opened(browser, server.address + WATCHED, ".paper")
    for month in (1, 2, 3):
        next_month(watcher)
        expect(watcher.locator(".controls__month")).to_contain_text(f"month {month} ")
    watcher.wait_for_function(AT_REST)
    feed, month = player.inner_text(".feed"), watcher.inner_text(".controls__month")
    server.kill()
    for page in (player, watcher):
        expect(page.locator(".connection__note")).to_contain_text("The connection is lost")
        assert page.evaluate("document.querySelector('main').inert")
    server.start()
    comes_back(player, ".feed", feed)
    play(player)
    comes_back(watcher, ".controls__month", month)
    next_month(watcher)
    expect(watcher.locator(".controls__month")).to_contain_text("month 4 ")
    watcher.evaluate("solara.debug.dropConnection()")
    expect(watcher.locator(".connection__note")).to_contain_text("lost")
    expect(watcher.locator(".connection.is-lost")).to_have_count(0)
    next_month(watcher)
    expect(watcher.locator(".controls__month")).to_contain_text("month 5 ")
