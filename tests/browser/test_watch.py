"""The watch page as a visitor meets it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SIZES
from tests.browser.faults import serious

LAPTOP = pytest.param("laptop", marks=pytest.mark.slow)  # what is tried on a phone as well
PROJECTOR = pytest.param("projector", marks=pytest.mark.slow)


def press(page: Page, name: str):
    page.get_by_role("button", name=name, exact=True).click()


def month(page: Page) -> int:
    return int(re.search(r"month (\d+)", page.inner_text(".controls__month"))[1])


def play_to_the_statement(page: Page):
    page.get_by_text("Fast", exact=True).click()
    press(page, "Play")
    expect(page.locator(".paper__stamp").first).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("size", ["phone", LAPTOP])
def test_the_first_scenario_runs_to_its_statement(visit, size):
    page = visit(size=size)
    brackets = page.locator(".para--open").count()
    assert brackets > 3
    play_to_the_statement(page)
    assert page.locator(".para--open, .para--tabled").count() == 0
    expect(page.get_by_role("button", name="Play on", exact=True)).to_be_visible()
    assert month(page) > 0
    page.get_by_role("button", name="Go on from here").click()
    expect(page.get_by_role("link", name="Compare the two").first).to_be_in_viewport()


@pytest.mark.parametrize(
    ("size", "scheme"), [("phone", "dark"), pytest.param("laptop", "light", marks=pytest.mark.slow)]
)
def test_axe_finds_nothing_serious(visit, size, scheme):
    for query in ("", "?scenario=economic-2-plus-2&move=340"):
        page = visit(query, size=size, scheme=scheme)
        if query:
            expect(page.locator(".paper__stamp")).to_be_visible()
        assert serious(page) == []


@pytest.mark.parametrize("size", ["phone", LAPTOP, PROJECTOR])
def test_nothing_sticks_out_of_the_window(visit, size):
    page = visit(size=size)
    for _ in range(3):
        press(page, "Next month")
    width = SIZES[size][0]
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    out = page.evaluate(
        """width => [...document.querySelectorAll(".page *")]
            .filter(e => e.getBoundingClientRect().width && e.checkVisibility())
            .filter(e => !e.closest(".unseen, .masthead nav, .masthead__skip, .news__scroll"))
            .filter(e => e.getBoundingClientRect().right > width + 1).map(e => e.className)""",
        width,
    )
    assert out == []


def test_it_can_be_run_by_keyboard_alone(visit):
    page = visit()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator(".controls__month")).to_contain_text("month 1 ")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.locator(".press--play")).to_have_text("Pause")
    page.wait_for_function(
        "+document.querySelector('.controls__month').innerText.match(/\\d+/) > 2"
    )
    page.keyboard.press("Space")
    expect(page.locator(".press--play")).to_have_text("Play on")
    rested = month(page)
    page.wait_for_timeout(1500)
    assert month(page) == rested


def test_every_control_is_reached_by_tab_and_shows_its_focus(visit):
    page = visit()
    reached = []
    for _ in range(34):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                """() => { const e = document.activeElement;
                   if (e === document.body) return ["", true];
                   const s = getComputedStyle(
                     e.classList.contains("unseen") ? e.parentElement : e);
                   return [(e.name || e.innerText || "").trim(), s.outlineStyle !== "none"]; }"""
            )
        )
    names = [name for name, _ in reached]
    assert names[0] == "Skip to the page"
    for name in ("scenario", "forums", "seed", "Play", "Step", "Next month", "pace"):
        assert name in names
    assert [name for name, seen in reached if name and not seen] == []


def test_keys_keep_their_meaning_in_a_field(visit):
    page = visit()
    page.locator("input[name=seed]").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.wait_for_timeout(500)
    assert month(page) == 0
    expect(page.locator(".press--play")).to_have_text("Play")


def test_two_tabs_do_not_disturb_each_other(visit):
    mine, yours = visit(), visit()
    press(mine, "Next month")
    expect(mine.locator(".controls__month")).to_contain_text("month 1 ")
    assert month(yours) == 0


def test_the_choice_is_in_the_address(visit):
    page = visit()
    page.fill("input[name=seed]", "5")
    page.keyboard.press("Enter")
    page.wait_for_url("**seed=5**")
    page.select_option("select[name=scenario]", "two-tracks")
    page.wait_for_url("**scenario=two-tracks**")
    expect(page.locator(".paper")).to_have_count(2)
    page.reload()
    expect(page.locator(".paper")).to_have_count(2)
    page.go_back()
    expect(page.locator(".paper")).to_have_count(1)
    assert page.input_value("input[name=seed]") == "5"


def test_on_a_phone_one_of_two_papers_lies_on_top(visit):
    page = visit("?scenario=two-tracks", size="phone")
    papers = page.locator(".paper")
    expect(papers.nth(0)).to_be_visible()
    expect(papers.nth(1)).to_be_hidden()
    page.locator(".tabs button").nth(1).click()
    expect(papers.nth(1)).to_be_visible()
    expect(papers.nth(0)).to_be_hidden()


@pytest.mark.parametrize("query", ["?scenario=lost", "?seed=none", "?scenario=two-tracks&forums=x"])
def test_a_wrong_address_is_a_message(visit, query):
    page = visit(query)
    expect(page.locator(".notice")).to_contain_text("nearest")


def test_dice_that_do_not_exist_are_a_message(visit):
    page = visit()
    page.fill("input[name=seed]", "0")
    page.keyboard.press("Enter")
    expect(page.locator(".notice")).to_contain_text("whole number")
    press(page, "Next month")
    expect(page.locator(".controls__month")).to_contain_text("month 1 ")


def test_the_run_goes_back_and_to_any_month(visit):
    page = visit("?scenario=economic-2-plus-2&move=40")
    here = month(page)
    page.get_by_role("button", name="Back a move").click()
    page.get_by_role("button", name="Back a month").click()
    expect(page.locator(".controls__month")).to_contain_text(f"month {here - 1} ")
    page.locator("input[name=month]").fill("6")
    expect(page.locator(".controls__month")).to_contain_text("month 6 ")
    page.locator("input[name=month]").fill("0")
    expect(page.locator(".controls__month")).to_contain_text("month 0 ")


def test_an_address_leads_to_the_statement_and_back_to_the_move_that_made_it(visit):
    page = visit("?scenario=economic-2-plus-2&view=statement", sign=".statement")
    expect(page.locator(".statement__sides")).to_be_visible()
    assert serious(page) == []
    page.locator(".statement__origin button").first.click()
    expect(page.locator(".paper")).to_be_visible()


def test_figures_chart_and_log_can_be_taken_away(visit):
    page = visit("?scenario=economic-2-plus-2&move=40")
    starts = {
        "Figures (CSV)": b"month,date",
        "Chart (SVG)": b"<svg",
        "Log of the run": b'{"changes',
    }
    for name, start in starts.items():
        with page.expect_download() as saved:
            page.get_by_role("button", name=name).click()
        with open(saved.value.path(), "rb") as file:
            assert file.read(len(start)) == start


def test_events_are_on_the_calendar_with_their_words_and_the_address_follows(visit):
    page = visit("?scenario=economic-2-plus-2&move=40")
    expect(page.locator(".months__row--events .is-event").first).to_be_visible()
    page.locator(".months__events summary").click()
    page.locator(".months__events li", has_text="Russia invades").get_by_role("button").click()
    expect(page.locator(".months__said")).to_contain_text("Russia invades Ukraine.")
    expect(page.locator(".controls__month")).to_contain_text("month 2 ")
    page.wait_for_url(lambda url: "move=" in url and "move=40" not in url)
    here = month(page)
    page.reload()
    expect(page.locator(".controls__month")).to_contain_text(f"month {here} ")
    press(page, "Restart")
    expect(page.locator(".controls__month")).to_contain_text("month 0 ")


def test_a_run_in_half_years_says_so(visit):
    page = visit("?scenario=well-oiled-machine", size="phone")
    press(page, "Next half-year")
    expect(page.locator(".controls__month")).to_contain_text("half-year 1 of")
    expect(page.locator(".controls__date")).to_contain_text("January to June 1960")


def test_a_seat_is_taken_in_the_run_that_is_watched(visit):
    page = visit("?scenario=economic-2-plus-2&move=40")
    page.get_by_role("button", name="Sit down").click()
    page.wait_for_url("**/play?**move=40&seats=us-state")
    expect(page.locator(".turn__ask")).to_contain_text("State")


def test_the_statement_is_printed_alone_and_as_on_paper(visit):
    page = visit("?scenario=economic-2-plus-2&view=statement", scheme="dark", sign=".statement")
    page.emulate_media(media="print")
    for hidden in (".masthead", ".picker", ".controls", ".months", ".share", ".onward"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".statement__clauses")).to_be_visible()
    expect(page.locator(".colophon")).to_contain_text("a model")
    ink = page.evaluate("getComputedStyle(document.querySelector('.statement__title')).color")
    assert ink == "rgb(0, 0, 0)"
