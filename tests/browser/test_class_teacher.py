"""A lesson run from the nine clicks alone, the wall beside it; and seats changed in three ways."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.faults import fits
from tests.classroom.web.hosted import Hosted

LAPTOP, PROJECTOR = {"width": 1280, "height": 900}, {"width": 1920, "height": 1080}
PATIENCE = 40_000
LETTERS, NUMBERS = re.compile(r"^\s*[AB]( [AB])?\s*$"), re.compile(r"^\s*[12]( [12])?\s*$")
NAMES = ("Aiko", "Ben", "Chiara", "Dita", "Emil", "Farah")


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


@pytest.fixture
def office(browser: Browser, tmp_path: Path) -> Iterator[Office]:
    host = Hosted(tmp_path / "classes")
    host.start()
    made = Office(browser, host)
    yield made
    made.close()
    host.stop()


@pytest.mark.timeout(300)
def test_a_lesson_is_run_from_nine_clicks(office: Office, tmp_path: Path):
    page, wall = office.page, office.wall
    office.create()
    office.open_wall()
    office.join(*NAMES)
    expect(wall.locator(".wjoin__names li")).to_have_count(6, timeout=PATIENCE)
    expect(page.locator(".next__says")).to_contain_text("6 people make 2 tables of 4 seats")
    fits(page)
    fits(wall)

    office.next("Make the tables")  # 1
    expect(wall.locator(".wstory__question")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".bench")).to_have_count(2)
    office.next("Start practice")  # 2
    office.next("Start round 1")  # 3
    expect(wall.locator(".wplay__clock")).to_contain_text(":", timeout=PATIENCE)
    expect(page.locator(".tile")).to_have_count(2)
    fits(page)
    page.locator(".aside__events").get_by_role("button").first.click()  # 4
    expect(page.locator(".aside__events small").first).to_have_text("brought to 2 tables")

    page.locator(".tile").first.click()
    sheet = page.get_by_role("dialog")
    expect(sheet.locator(".paper")).to_be_visible(timeout=PATIENCE)
    expect(sheet.locator(".look__stakes table")).to_have_count(0)
    sheet.get_by_role("button", name="Open them").click()
    expect(sheet.locator(".look__stakes tbody tr")).to_have_count(4)
    fits(page)
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    expect(page.locator(".tile").first).to_be_focused()

    office.next("Close round 1", sure=True)  # 5
    expect(wall.locator(".wall__huge")).to_contain_text("of 2 tables agreed", timeout=PATIENCE)
    expect(page.locator(".next__says")).to_contain_text("3+3 Trade at table 2.")
    office.next("Start round 2")  # 6
    expect(wall.locator(".wplay__group")).to_have_count(2, timeout=PATIENCE)
    office.next("Close round 2", sure=True)  # 7
    expect(wall.locator(".wstate__paper")).to_be_visible(timeout=PATIENCE)
    page.keyboard.press("ArrowRight")
    expect(wall.locator(".wstate__all .is-on")).to_contain_text("Table B")
    fits(wall)

    office.next("Open the debrief")  # 8
    expect(wall.locator(".slide--agreed")).to_be_visible(timeout=PATIENCE)
    wall.bring_to_front()
    for kind in ("frontier", "stakes", "forums", "runs", "ai", "questions"):
        wall.keyboard.press("ArrowRight")
        expect(wall.locator(f".slide--{kind}")).to_be_visible(timeout=PATIENCE)
        fits(wall)
    page.bring_to_front()
    page.locator(".tslides__list button").nth(1).click()
    expect(wall.locator(".sfront svg").first).to_be_visible(timeout=60_000)
    expect(wall.locator(".sfront .pill").first).to_have_text(LETTERS)
    wall.bring_to_front()
    wall.keyboard.press("r")
    expect(wall.locator(".sfront .pill").first).to_have_text(NUMBERS)
    fits(wall)

    page.bring_to_front()
    with page.expect_download(timeout=90_000) as export:
        office.next("End and export", sure=True)  # 9; the debrief has time left
    export.value.save_as(tmp_path / "class.zip")
    assert zipfile.is_zipfile(tmp_path / "class.zip")
    expect(wall.locator(".wall__huge")).to_have_text("Thank you.", timeout=PATIENCE)
    assert office.troubles == []


def seat(page: Page, table: int, place: int):
    return page.locator(".bench").nth(table).locator(".bench__seat").nth(place)


@pytest.mark.timeout(180)
def test_seats_are_changed_by_keyboard_by_menu_and_by_hand(office: Office):
    page = office.page
    office.create()
    office.join(*NAMES)
    page.get_by_label("Tables", exact=True).fill("2")
    page.get_by_role("button", name="Make the tables now").click()
    expect(page.locator(".bench")).to_have_count(2, timeout=PATIENCE)

    # by keyboard: pick up, go to the next place, put down
    name = seat(page, 0, 0).locator(".chip__name")
    who = name.inner_text()
    name.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text(f"{who} is picked up")
    expect(page.locator(".bench__put").first).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator(".bench__put")).to_have_count(0)
    name.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(seat(page, 0, 2)).to_contain_text(who, timeout=PATIENCE)

    # by its menu
    page.get_by_role("button", name=f"More about {who}").click()
    page.get_by_role("dialog").get_by_label("Seat").select_option(index=4)
    page.get_by_role("button", name="Move there").click()
    expect(page.get_by_role("dialog").get_by_text("Moved.")).to_be_visible(timeout=PATIENCE)
    fits(page)
    page.keyboard.press("Escape")
    expect(seat(page, 1, 0)).to_contain_text(who)

    # by hand
    page.locator(".chip__name", has_text=who).drag_to(seat(page, 0, 3))
    expect(seat(page, 0, 3)).to_contain_text(who, timeout=PATIENCE)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert office.troubles == []
