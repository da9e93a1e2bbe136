"""A seat played to its end in a real browser, on a phone, by keyboard."""

import json

from playwright.sync_api import Page, expect

from tests.browser.conftest import STATE
from tests.browser.faults import fits, serious


def press(page: Page, button):
    """Press a button by keyboard, and wait until the table has gone on."""
    before = made(page)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".turn")).not_to_have_attribute("data-made", before, timeout=20_000)


def made(page: Page) -> str:
    """Return how many moves the turn that is shown comes after."""
    return page.locator(".turn").get_attribute("data-made") or ""


def kept(page: Page) -> list:
    """Return the moves that the browser keeps."""
    game = page.evaluate("localStorage.getItem('communique.play.last')")
    return json.loads(game)["moves"] if game else []


def play_on(page: Page):
    """Table the first open level, agree to all, else do what must be done."""
    chip = page.locator(".chip[aria-disabled=false]").first
    if chip.count() and made(page) == "0":
        chip.focus()
        page.keyboard.press("Space")
        expect(chip).to_have_attribute("aria-pressed", "true")
        expect(page.locator(".worth figcaption")).to_contain_text("better for you")
    main = page.locator(".acts--bar .act--main:enabled")
    press(page, main if main.count() else page.locator(".acts--bar .act:enabled").last)


def test_state_is_played_to_its_deal_on_the_frontier(visit):
    page = visit(STATE, size="phone", path="play", sign=".turn__ask")
    fits(page)
    for _ in range(60):
        if not page.locator(".acts--bar").count():
            break
        play_on(page)
    expect(page.locator("#debrief")).to_contain_text("What to take from it", timeout=60_000)
    expect(page.locator("#debrief svg").first).to_contain_text("Your deal")
    assert page.evaluate("scrollY") == 0  # it is in view
    fits(page)


def test_a_level_that_cannot_be_asked_for_says_why_when_pressed(visit):
    page = visit(STATE, size="phone", path="play", sign=".turn__ask")
    page.locator(".chip[aria-disabled=true]").first.focus()
    page.keyboard.press("Enter")
    told = page.locator(".offer__means")
    expect(told).to_contain_text("Level 1: ")
    expect(told).to_contain_text("Your capital has not cleared it")
    expect(page.locator(".acts--bar .act--main")).to_be_disabled()  # nothing was chosen


def test_the_names_on_the_bar_of_points_stay_on_a_phone_wherever_they_lie(visit):
    page = visit(STATE, size="phone", path="play", sign=".worth__mark")
    for none in (-20, 0, 45, 86.8, 90):
        page.evaluate(
            """none => {
                const bar = document.querySelector(".worth").__vue__;
                bar._props.points = { ...bar.points, none, now: 86.8, top: 90 };
            }""",
            none,
        )
        expect(page.locator(".worth__mark span").first).to_have_text(f"no deal {none}")
        for name in page.locator(".worth__mark span").all():
            box = name.bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 390


def test_the_choice_is_in_sight_on_a_laptop_without_scrolling(visit):
    page = visit(STATE, size="laptop", path="play", sign=".turn__ask")
    bar = page.locator(".acts--bar").bounding_box()
    assert bar["y"] + bar["height"] <= 900
    wide = "each => each.scrollWidth - each.clientWidth"
    assert page.locator(".play__turn").evaluate(wide) <= 0  # nothing to scroll sideways to


def test_a_reload_comes_back_to_the_same_place_and_another_tab_starts_anew(visit):
    page = visit(STATE, path="play", sign=".turn__ask")
    play_on(page)
    play_on(page)
    ask, moves = page.inner_text(".feed"), kept(page)
    page.reload()
    page.wait_for_function("ask => document.querySelector('.feed')?.innerText === ask", arg=ask)
    assert kept(page) == moves
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".keeper__offer")).to_be_visible()
    expect(other.locator(".coach")).to_be_visible()
    other.get_by_role("button", name="Continue where you were").click()
    other.wait_for_function("ask => document.querySelector('.feed')?.innerText === ask", arg=ask)
    play_on(other)
    page.reload()  # what the other tab did since is its own
    page.wait_for_function("ask => document.querySelector('.feed')?.innerText === ask", arg=ask)


def test_the_first_seat_is_on_a_phones_first_screen_and_what_is_played_can_be_changed(visit):
    page = visit("?scenario=economic-2-plus-2", size="phone", path="play", sign=".seats")
    assert page.locator(".card__name").first.bounding_box()["y"] < 844
    expect(page.locator("select[name=scenario]")).to_be_hidden()
    page.locator(".picker__fold").click()
    groups = page.locator("select[name=forums] optgroup")
    assert groups.first.get_attribute("label") == "Of this scenario"
    page.select_option("select[name=scenario]", "two-tracks")
    page.wait_for_url("**scenario=two-tracks**")
    expect(page.locator(".picker__fold b")).to_have_text("Two tracks", ignore_case=True)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390


def test_a_seat_is_taken_in_the_lobby(visit):
    page = visit("?scenario=economic-2-plus-2", path="play", sign=".seats")
    assert serious(page) == []
    button = page.get_by_role("button", name="Take this seat: State")
    button.scroll_into_view_if_needed()  # nobody presses a key while the page still scrolls
    button.press("Enter")
    page.wait_for_url("**seats=us-state**")
    expect(page.locator(".turn__ask")).to_be_focused()
    assert page.evaluate("scrollY") == 0
    expect(page.locator(".turn__ask")).to_contain_text("State")
    expect(page.locator(".secret__title")).to_be_visible()
    assert serious(page) == []
