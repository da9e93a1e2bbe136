"""A class in the hands of a teacher: the page, the wall, and students who have only joined."""

from __future__ import annotations

import json
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, Page, expect

from tests.classroom.web.hosted import Hosted

LAPTOP, PROJECTOR = {"width": 1280, "height": 900}, {"width": 1920, "height": 1080}
PATIENCE = 40_000


class Office:
    """The teacher's two windows, and students who have only joined."""

    def __init__(self, browser: Browser, host: Hosted) -> None:
        self.browser, self.host = browser, host
        self.troubles: list[str] = []
        self.page, self.wall = self.tab(LAPTOP), self.tab(PROJECTOR)

    def tab(self, size: dict[str, int]) -> Page:
        context = self.browser.new_context(viewport=size, reduced_motion="reduce")
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("console", lambda said: said.type == "error" and self.troubles.append(said.text))
        page.on(
            "request",
            lambda asked: (
                asked.url.startswith((self.host.url, "data:", "blob:"))
                or self.troubles.append(asked.url)
            ),
        )
        return page

    def create(self) -> None:
        """Three clicks before the class: the address, a lesson, the button."""
        self.page.goto(self.host.teach)
        self.page.get_by_role("radio", name="Economic 2+2 in 75 minutes").check()
        self.page.get_by_role("button", name="Create the class").click()
        expect(self.page.locator(".next")).to_be_visible(timeout=PATIENCE)

    def open_wall(self) -> None:
        where = (
            self.page.locator(".thead")
            .get_by_role("link", name="Open the wall")
            .get_attribute("href")
        )
        self.wall.goto(self.host.url + where)
        expect(self.wall.locator(".wjoin__qr img")).to_be_visible(timeout=PATIENCE)

    def join(self, *names: str) -> None:
        code = self.page.locator(".thead__letters").inner_text().replace(" ", "")
        for name in names:
            body = json.dumps({"nick": name, "once": f"once for {name} and never again"}).encode()
            head = {"Content-Type": "application/json", "Origin": self.host.url}
            with urlopen(Request(f"{self.host.url}/join/{code}", body, head), timeout=30) as answer:
                assert json.load(answer)["nick"] == name

    def next(self, name: str, sure: bool = False) -> None:
        self.page.locator(".next__button", has_text=name).click()
        if sure:
            self.page.locator(".next__go .act--main").click()

    def close(self) -> None:
        for context in self.browser.contexts:
            context.close()
