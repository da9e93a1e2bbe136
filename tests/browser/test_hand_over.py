"""From a game to its replay, from any move of that to another seat, and to another forum."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import STATE
from tests.browser.faults import serious


@pytest.mark.slow
def test_a_game_is_replayed_and_taken_up_at_another_seat_and_in_another_forum(visit):
    page = visit(STATE, path="play", sign=".turn__ask")
    page.locator(".chip[aria-disabled=false]").first.click()
    page.get_by_role("button", name="Table this").click()
    expect(page.locator(".turn")).to_have_attribute("data-made", "1")
    page.get_by_role("button", name="Let a computer finish").click()
    onward = page.locator(".onward")
    expect(onward).to_contain_text("A 3+3 with Homeland Security", timeout=60_000)
    assert serious(page) == []
    onward.get_by_role("button", name="Replay this game").click()
    page.wait_for_url("**/replay")
    expect(page.locator(".scrub__slider")).to_contain_text("move 0 of", timeout=60_000)
    slider = page.locator("input[name=move]")
    slider.focus()
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    page.wait_for_url("**/replay?move=12")
    page.reload()
    expect(page.locator(".scrub__slider")).to_contain_text("move 12 of", timeout=60_000)
    assert serious(page) == []
    page.select_option("select[name=seat]", label="METI")
    page.get_by_role("button", name="Sit down").click()
    page.wait_for_url("**/play?**move=12&**seats=jp-meti**")
    expect(page.locator(".turn__ask")).to_contain_text("METI")
    seen = page.inner_text(".feed")
    page.reload()
    expect(page.locator(".turn__ask")).to_contain_text("METI")
    page.wait_for_function("seen => document.querySelector('.feed')?.innerText === seen", arg=seen)


def test_from_the_debrief_a_3_plus_3_is_compared_and_played(visit):
    page = visit(STATE, size="phone", scheme="dark", path="play", sign=".turn__ask")
    page.get_by_role("button", name="Let a computer finish").click()
    expect(page.locator("#debrief svg").first).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="Compare the two: A 3+3 with Energy").click()
    page.wait_for_url("**/compare?**a=economic-2-plus-2&b=3-plus-3-energy**")
    expect(page.locator(".dials")).to_be_visible(timeout=60_000)
    page.go_back()
    page.get_by_role("link", name="Play there: A 3+3 with Energy").click(timeout=60_000)
    page.wait_for_url("**forums=3-plus-3-energy**seats=us-state")
    expect(page.locator(".secret__title")).to_contain_text("3+3")
