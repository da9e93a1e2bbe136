"""The rarer controls of the teacher's page, and what a phone says of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.office import PATIENCE, Office

PHONE = {"width": 390, "height": 844}


def phone(office: Office, name: str) -> Page:
    """Let somebody join with a phone."""
    code = office.page.locator(".thead__letters").inner_text().replace(" ", "")
    page = office.tab(PHONE)
    page.goto(f"{office.host.url}/join/{code}")
    page.locator("[name=nick]").fill(name)
    page.keyboard.press("Enter")
    expect(page.locator(".door__words li")).to_have_count(4)
    page.locator(".door a, .door button").last.click()
    expect(page.locator(".top__step")).to_be_visible()
    return page


def put(page: Page, who: str, seat: str) -> None:
    """Move somebody by the menu."""
    page.get_by_role("button", name=f"More about {who}").click()
    page.get_by_role("dialog").get_by_label("Seat").select_option(seat)
    page.get_by_role("button", name="Move there").click()
    expect(page.get_by_role("dialog").get_by_text("Moved.")).to_be_visible()
    page.keyboard.press("Escape")


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_phones_say_what_the_teacher_did_to_them(office: Office):
    page = office.page
    office.create()
    ben = phone(office, "Ben")
    office.join("Aiko", "Chiara", "Dita")
    expect(page.locator(".next__says")).to_contain_text("4 people make one table of 4 seats.")
    office.next("Make the tables")
    there = page.locator(".bench__seat", has_text="Aiko")
    name = there.locator(".badge").inner_text().split()[-1]
    put(page, "Ben", there.get_attribute("data-seat").replace("/", " "))
    expect(ben.locator(".bnr--note")).to_contain_text(f"You sit at table 1 now, as {name}.")
    expect(ben.locator(".briefing__mates")).to_contain_text("You share this seat with Aiko")
    ben.locator(".bnr__close").click()
    expect(ben.locator(".bnr--note")).to_have_count(0)

    # before there is a game to look at, its seats are shown, and no sheet comes up later
    ben.locator(".top").get_by_role("button").first.click()
    page.locator(".teacher__tabs button", has_text="People").click()
    page.get_by_role("button", name="Open table 1").click()
    expect(page.locator(".bench")).to_have_count(1)
    page.get_by_role("button", name="Helped").click()
    office.next("Start practice")
    office.next("Start round 1")
    expect(page.locator(".tile")).to_have_count(1)
    expect(ben.locator(".top__step")).to_contain_text("Round 1")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(ben.locator(".bnr--note")).to_have_count(0)

    # a seat that AI was made to hold can be given back from the same place
    page.locator(".tile").click()
    sheet = page.get_by_role("dialog")
    mine = sheet.locator(".look__seats li", has_text="Ben")
    mine.get_by_role("button", name="Let AI hold it").click()
    expect(ben.locator("main")).to_contain_text(f"AI is holding {name}")
    mine.get_by_role("button", name="Give it back").click()
    expect(ben.locator("main")).not_to_contain_text(f"AI is holding {name}", timeout=PATIENCE)

    # a table that is taken back late in a round is told of it
    page.keyboard.press("Escape")
    ben.evaluate("Date.now = ((now) => () => now() + 90000)(Date.now)")
    for name in ("Pause", "Go on"):  # which tells the phone the time of the class again
        page.get_by_role("button", name=name, exact=True).click()
    page.locator(".tile").click()
    sheet.locator("summary", has_text="Take the table back").click()
    sheet.locator("[name=reason]").fill("A slip at MOFA")
    sheet.get_by_role("button", name="Take it back").click()
    expect(sheet.get_by_text("The table is back")).to_be_visible()
    expect(ben.locator(".board__note")).to_contain_text("A slip at MOFA")
    assert office.troubles == []


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_the_page_says_to_whom_what_and_what_comes_by_itself(office: Office, tmp_path: Path):
    page = office.page
    office.create()
    page.locator("summary", has_text="Papers and data").click()
    bad, good = tmp_path / "numbers.csv", tmp_path / "names.csv"
    bad.write_text("Mark,Room\n12,4\n15,7\n")
    good.write_bytes("氏名\n山田 花子\n".encode("cp932"))
    page.locator("input[type=file]").set_input_files(bad)
    expect(page.get_by_text("No list was taken")).to_be_visible()
    page.locator("input[type=file]").set_input_files(good)
    expect(page.get_by_text("1 name is expected.")).to_be_visible()
    expect(page.locator(".aside")).to_contain_text("Expected and not here (1): 山田 花子")

    office.join("Aiko", "Ben")
    page.locator(".teacher__tabs button", has_text="People").click()
    page.get_by_role("button", name="Let nobody new come in").click()
    expect(page.locator(".thead__code")).to_contain_text("nobody new can come in")
    page.get_by_role("button", name="Aiko", exact=True).click()
    times = page.get_by_label("Time for their turns").locator("option").all_inner_texts()
    assert times[0] == "as everybody"
    assert times[-1] == "three times as much"
    page.keyboard.press("Escape")
    office.next("Make the tables")
    page.locator("summary", has_text="What moves the class on").click()
    page.get_by_label("when the time is up").check()
    expect(page.locator(".next__says")).to_contain_text("by itself when the time is up")
    page.locator("summary", has_text="Say something").click()
    for where, said in (("Table 1", "Said to table 1."), ("all tables", "Said to all tables.")):
        page.locator("select[name=to]").select_option(label=where)
        page.locator(".aside textarea").fill("Listen.")
        page.get_by_role("button", name="Say it").click()
        expect(page.locator(".aside")).to_contain_text(said)
    assert [each for each in office.troubles if not re.search("400", each)] == []
