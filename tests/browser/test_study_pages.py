"""The pages for analysts: compare, claims, sources."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PAGES = (
    ("compare?scenario=economic-2-plus-2&a=economic-2-plus-2&b=partner&set=horizon%3D6", ".dials"),
    ("claims", ".claims__one"),
    ("claims?id=H13", ".claim__do"),
    ("sources?scenario=two-tracks#detail_need", ".figure.is-target"),
)


@pytest.mark.parametrize(("query", "there"), PAGES)
def test_a_page_opens_without_faults(browser, address, query, there):
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda said: said.type == "error" and troubles.append(said.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on(
        "request",
        lambda asked: (
            asked.url.startswith((address, "data:", "blob:")) or troubles.append(asked.url)
        ),
    )
    page.goto(f"{address}/{query}")
    expect(page.locator(there).first).to_be_visible(timeout=30_000)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    found = Axe().run(page).response["violations"]
    serious = [each["id"] for each in found if each["impact"] in ("serious", "critical")]
    context.close()
    assert (serious, troubles) == ([], [])
