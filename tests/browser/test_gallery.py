"""The first page as a visitor meets it: a scenario found, and its variants compared."""

import pytest
from playwright.sync_api import expect

from scenarios.load import catalogue
from tests.browser.conftest import SIZES
from tests.browser.faults import fits, serious

ALL = f"{len(catalogue())} of {len(catalogue())}"


@pytest.mark.parametrize(
    ("size", "scheme"), [("phone", "dark"), pytest.param("laptop", "light", marks=pytest.mark.slow)]
)
def test_a_scenario_is_found_and_its_variants_are_compared_by_keyboard(visit, size, scheme):
    page = visit(path="", size=size, scheme=scheme, sign=".sheet")
    fits(page)
    search = page.locator("input[name=search]")
    search.focus()
    page.keyboard.type("H13 metI")
    expect(page.locator(".gallery__count")).not_to_contain_text(ALL)
    sheet = page.locator("[data-scenario=economic-2-plus-2]")
    expect(sheet.locator(".sheet__hits")).to_contain_text("Another door weakens commitment")
    page.wait_for_url("**?search=H13%20metI")
    sheet.locator("summary").focus()
    page.keyboard.press("Enter")
    sheet.get_by_role("link", name="Compare: The two centers stay strong").focus()
    assert serious(page) == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare?**b=coordinator-on")
    page.go_back()
    expect(search).to_have_value("H13 metI")


def test_what_is_not_found_can_be_cleared(visit):
    page = visit("?search=%3Cimg%20src%3Dx%3E", path="", sign=".gallery__nothing")
    expect(page.locator(".gallery__nothing")).to_contain_text("“<img src=x>”")
    page.get_by_role("button", name="Clear the search").click()
    expect(page.locator(".gallery__count")).to_contain_text(ALL)


def test_on_a_phone_all_pages_are_in_sight(visit):
    page = visit(path="", size="phone", sign=".sheet")
    links = page.locator(".masthead__pages a").all()
    assert len(links) > 5
    for link in links:
        box = link.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= SIZES["phone"][0]
        assert link.evaluate("each => each.scrollWidth <= each.clientWidth")


def test_the_address_chooses_the_language_and_it_is_kept(visit):
    page = visit("?lang=ja", path="claims", sign=".masthead")
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    expect(page.locator(".masthead__pages a").nth(1)).to_have_text("観戦")
    page.locator(".masthead__pages a").last.click()
    page.wait_for_url("**/replay")
    page.reload()
    expect(page.locator(".masthead__pages a").nth(1)).to_have_text("観戦")
    page.get_by_role("button", name="English").click()
    expect(page.locator(".masthead__pages a").nth(1)).to_have_text("Watch")
