"""A lesson run from the nine clicks alone, the wall beside it; and seats changed in three ways."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.faults import fits
from tests.browser.office import PATIENCE, Office

LETTERS, NUMBERS = re.compile(r"^\s*[AB]( [AB])?\s*$"), re.compile(r"^\s*[12]( [12])?\s*$")
NAMES = ("Aiko", "Ben", "Chiara", "Dita", "Emil", "Farah")


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

    code = page.locator(".thead__letters").inner_text().replace(" ", "")
    page.locator("summary", has_text="Papers and data").click()
    page.get_by_role("button", name="Delete this class").click()
    page.get_by_label("Code of the class").fill(code)
    page.get_by_role("button", name="Delete for good").click()
    expect(page.locator(".teacher__wait")).to_contain_text("closed", timeout=PATIENCE)
    expect(wall.locator(".wall__wait")).to_contain_text("closed", timeout=PATIENCE)
    expect(wall.locator("h1, nav, .wall__huge")).to_have_count(0)
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
