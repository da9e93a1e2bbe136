"""The pages for analysts: compare, claims, sources."""

import pytest
from playwright.sync_api import expect

from tests.browser.faults import fits

PAGES = (
    ("compare?scenario=economic-2-plus-2&a=economic-2-plus-2&b=partner&set=horizon%3D6", ".dials"),
    ("claims", ".claims__one"),
    ("claims/H13", ".claim__do"),
    ("sources?scenario=two-tracks#detail_need", ".figure.is-target"),
)


@pytest.mark.parametrize(("query", "there"), PAGES)
def test_a_page_opens_without_faults(visit, query, there):
    fits(visit(path=query, size="phone", sign=there))


SHORT = "?scenario=economic-2-plus-2&a=economic-2-plus-2&b=partner&set=horizon%3D6"
MARKUP = "%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D%27hit%27%22%3E"


def saved(page, button):
    """Return the name and the text of what a button saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, download.value.path().read_text("utf-8")


def test_a_slider_moved_by_keys_changes_the_charts_and_the_address(visit):
    page = visit(SHORT, path="compare", sign=".fans")
    expect(page.locator(".fans__runs")).to_contain_text("runs of each setting")
    dial = page.locator(".dial input[type=range]").first
    dial.focus()
    dial.press("ArrowRight")
    expect(page.locator(".fans[data-stamp='1']")).to_be_visible()
    page.wait_for_url("**set=*&set=*")
    name, picture = saved(page, "Picture (SVG)")
    assert name == "compare.svg"
    assert picture.count("<path") == 7
    name, table = saved(page, "Months (CSV)")
    assert (name, len(table.splitlines())) == ("compare.csv", 1 + 2 * 6)
    assert saved(page, "Table (CSV)")[0] == "effects.csv"
    # what a number rests on is one click away
    page.get_by_role("link", name="What they rest on").first.click()
    page.wait_for_selector(".ledger__table")


def test_a_figure_is_found_by_search_and_by_address(visit):
    page = visit("?scenario=two-tracks", path="sources", sign=".ledger__table")
    assert page.locator(".figure").count() == 0
    page.locator(".ledger__table summary").nth(2).click()
    expect(page.locator(".figure").first).to_be_visible()
    page.get_by_role("searchbox").fill("detail_need")
    expect(page.locator(".ledger__count")).to_contain_text("1 of")
    expect(page.locator(".figure")).to_have_count(1)
    page.locator(".figure cite a").click()
    expect(page.locator(".ledger__documents .is-target")).to_be_in_viewport()
    name, table = saved(page, "All figures (CSV)")
    assert name == "sources-two-tracks.csv"
    assert len(table.splitlines()) > 1000


def test_an_address_of_a_figure_brings_it_into_view(visit):
    figure = "?scenario=two-tracks#salience.us-state.I01"
    page = visit(figure, path="sources", sign=".figure.is-target")
    expect(page.locator(".figure.is-target")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("path", "query", "there"),
    [
        ("claims/" + MARKUP, "", ".claims__one"),
        ("compare", f"{SHORT}&b={MARKUP}", ".dials"),
        pytest.param("sources", "?scenario=" + MARKUP, ".ledger", marks=pytest.mark.slow),
    ],
)
def test_markup_in_an_address_is_shown_and_not_run(visit, path, query, there):
    page = visit(query, path=path, sign=there)
    expect(page.locator(".notice:not(.is-calm)")).to_contain_text("<img src=x onerror")
    assert page.locator("#page img").count() == 0
    assert page.title() != "hit"
