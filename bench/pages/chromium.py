"""A Chromium to measure in: where it is found, and how it is started."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from scenarios.problems import Problem, ScenarioError

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
NAMES = ("chromium", "chromium-browser", "google-chrome")
NAMED = "COMMUNIQUE_CHROMIUM"
"""Variable of the environment that may say where it is."""


def chromium() -> str | None:
    """Return the path of the browser, or None where only Playwright can know it."""
    found = [os.environ.get(NAMED), *(shutil.which(name) for name in NAMES)]
    return next(filter(None, found), None)


@contextmanager
def opened() -> Iterator[Any]:
    """Start a browser; yield it.

    Raises
    ------
    ScenarioError
        Where Playwright or the browser is missing.
    """
    if find_spec("playwright") is None:
        raise missing("no playwright installed", "playwright, of the extra dev, communique[dev]")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = chromium() or playwright.chromium.executable_path
        if not Path(path).exists():
            raise missing("no Chromium", f"one installed, or named in {NAMED}")
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def missing(found: str, wanted: str) -> ScenarioError:
    """Return what is said where something is missing."""
    return ScenarioError([Problem("bench browser", "", found, wanted)])
