"""A real Chromium, a real server, and tabs that notice what a visitor would not."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from bench.pages.chromium import FLAGS, chromium
from tests.browser.office import Office
from tests.classroom.web.hosted import Hosted, hosted
from tests.ui.serving import serving

expect.set_options(timeout=20_000)  # a machine that is busy with other tests is slow
GRAVE = ("error", "warning")
"""What may not be said on the console."""
SHORT = "&set=horizon%3D5&set=deadline.economic-2-plus-2%3D3"
STATE = f"?scenario=economic-2-plus-2&seats=us-state&seed=1{SHORT}"
"""The address of a short game with a person in the seat of State."""
SIZES = {"phone": (390, 844), "laptop": (1280, 900), "projector": (1920, 1080)}


def pytest_collection_modifyitems(items):
    """Mark the tests of this folder, and let one worker run them all: one browser at a time."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for a file of tests; without one they fail in CI and are skipped elsewhere.

    Playwright keeps a loop running in this thread as long as it is open, and tests of other
    folders, which the same worker may be given next, run loops of their own.
    """
    with sync_playwright() as playwright:
        path = chromium() or playwright.chromium.executable_path
        if not Path(path).exists():
            reason = "no Chromium: install it, or name it in COMMUNIQUE_CHROMIUM"
            if os.environ.get("CI"):
                pytest.fail(reason)
            pytest.skip(reason)
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Hosted]:
    """Classes hosted for one test, and ended as Ctrl-C does."""
    with hosted(tmp_path / "classes") as found:
        yield found
        found.stop()


@pytest.fixture
def office(browser: Browser, host: Hosted) -> Iterator[Office]:
    """A teacher before an empty page."""
    with closing(Office(browser, host)) as made:
        yield made


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of the page."""
    with serving("app") as address:
        yield address


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open the page in a window of its own; afterwards, nothing may have gone wrong unseen.

    Called with an address's query, a size of ``SIZES``, a colour scheme, the name of the page and
    what is to be seen of it before it counts as open.
    """
    contexts, troubles = [], []

    def open_page(
        query: str = "",
        size: str = "laptop",
        scheme: str = "light",
        path: str = "watch",
        sign: str = ".paper",
    ) -> Page:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on(
            "console",
            lambda said: said.type in GRAVE and troubles.append(f"{said.type}: {said.text}"),
        )
        page.on("pageerror", lambda error: troubles.append(f"script: {error}"))
        page.on(
            "request",
            lambda asked: (
                asked.url.startswith((address, "data:", "blob:"))
                or troubles.append(f"left the server: {asked.url}")
            ),
        )
        page.on(
            "response",
            lambda answer: answer.status < 400 or troubles.append(f"{answer.status}: {answer.url}"),
        )
        page.goto(f"{address}/{path}{query}")
        page.wait_for_selector(sign)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []
