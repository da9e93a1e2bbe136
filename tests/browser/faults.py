"""What is wrong with a page for whoever sees or hears otherwise, or has a small screen."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = ("serious", "critical")


def serious(page: Page) -> list:
    """Return the findings of axe that keep somebody from using the page, and where they are."""
    found = Axe().run(page).response["violations"]
    return [
        (rule["id"], [node["target"] for node in rule["nodes"]])
        for rule in found
        if rule["impact"] in GRAVE
    ]


def fits(page: Page) -> None:
    """Hold that nothing serious is found, and that nothing lies beside the screen."""
    assert serious(page) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= page.viewport_size["width"]
