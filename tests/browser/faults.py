"""What axe finds to be wrong with a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = ("serious", "critical")


def serious(page: Page) -> list:
    """Return the findings that keep somebody from using the page, and where they are."""
    found = Axe().run(page).response["violations"]
    return [
        (rule["id"], [node["target"] for node in rule["nodes"]])
        for rule in found
        if rule["impact"] in GRAVE
    ]
