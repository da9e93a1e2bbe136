"""A lesson on a phone, in a real browser, on a real server: to its end, and through a crash."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.faults import fits
from tests.classroom.web.hosted import Hosted, hosted

PHONE = {"width": 390, "height": 844}
PATIENCE = 30_000


class Lesson:
    """A class on a server, its teacher at the window of a browser."""

    def __init__(self, browser: Browser, host: Hosted) -> None:
        self.browser, self.host, self.tabs = browser, host, []
        body = json.dumps({"plan": "economic-75"}).encode()
        head = {"Content-Type": "application/json", "Origin": host.url}
        with urlopen(Request(host.teach, body, head), timeout=30) as answer:
            made = json.load(answer)
        self.code = made["code"]
        self.teacher = self.tab()
        self.teacher.goto(f"{host.url}/{made['go']}")
        self.teacher.wait_for_function("document.querySelector('.teacher')")

    def tab(self) -> Page:
        page = self.browser.new_context(viewport=PHONE, reduced_motion="reduce").new_page()
        page.set_default_timeout(PATIENCE)
        self.tabs.append(page)
        return page

    def teach(self, **command: object) -> None:
        """Do what a teacher may do, as their page would."""
        assert self.teacher.evaluate("command => Vue.prototype.$do(command)", command)["ok"]

    def joined(self, name: str) -> Page:
        """Join by keyboard alone, and go to the class."""
        page = self.tab()
        page.goto(f"{self.host.url}/join/{self.code}")
        expect(page.locator("[name=nick]")).to_be_focused()
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        expect(page.locator(".door__words li")).to_have_count(4)
        fits(page)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".top__step")).to_be_visible()
        return page

    def close(self) -> None:
        for page in self.tabs:
            page.context.close()


def seconds(clock: str) -> int:
    minutes, rest = clock.split(":")
    return 60 * int(minutes) + int(rest)


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    with hosted(tmp_path_factory.mktemp("hosted") / "classes") as found:
        yield found
        found.stop()


@pytest.fixture
def lesson(browser: Browser, host: Hosted) -> Iterator[Lesson]:
    with closing(Lesson(browser, host)) as made:
        yield made


def press(page: Page, name: str) -> None:
    button = page.get_by_role("button", name=name).first
    button.focus()
    page.keyboard.press("Enter")


@pytest.mark.timeout(240)
def test_a_lesson_is_gone_through_on_a_phone(lesson: Lesson):
    page = lesson.joined("Mika")
    expect(page.locator(".hall__names")).to_contain_text("Mika")
    page.locator(".ask__scale").first.get_by_role("radio").nth(3).check()
    expect(page.locator(".ask__title")).to_contain_text("1 of 4")
    fits(page)
    lesson.teach(do="make_tables")
    press(page, "I am ready")
    expect(page.get_by_role("button", name="Ready")).to_be_visible()

    lesson.teach(do="next", to=1)
    expect(page.locator(".check")).to_have_count(2)
    for check in page.locator(".check").all():
        check.get_by_role("radio").first.check()
        check.get_by_role("button", name="Answer").click()
        expect(check.locator("[role=status]")).to_be_visible()
        if check.get_by_role("button", name="Answer").count():
            check.get_by_role("radio").nth(1).check()
            check.get_by_role("button", name="Answer").click()
        expect(check.locator(".check__said")).to_be_visible()
    fits(page)
    press(page, "I know my brief")

    lesson.teach(do="next", to=2)
    expect(page.locator(".turn")).to_be_visible()
    made = page.locator(".turn").get_attribute("data-made")
    page.locator(".acts--bar .act:enabled").first.click()
    expect(page.locator(".turn")).not_to_have_attribute("data-made", made)

    lesson.teach(do="next", to=3)
    expect(page.locator(".top__step")).to_contain_text("Round 1")
    expect(page.locator(".turn")).to_be_visible(timeout=PATIENCE)
    assert page.title().startswith("●")
    fits(page)
    question = page.locator(".turn").get_attribute("data-made")
    page.locator(".acts--bar .act:enabled").first.click()
    expect(page.locator(f".turn[data-made='{question}']")).to_have_count(0)
    page.get_by_role("button", name="Table", exact=True).click()
    expect(page.locator(".play__draft .is-mine")).to_contain_text("You")
    fits(page)

    lesson.teach(do="next", to=4)
    expect(page.locator(".result__stamp")).to_be_visible(timeout=PATIENCE)
    page.locator("#line").fill("Nobody wanted to move first.")
    press(page, "Save")
    expect(page.get_by_role("button", name="Saved")).to_be_visible()
    lesson.teach(do="next", to=5)
    lesson.teach(do="next", to=6)
    expect(page.locator(".sheet__foot")).to_be_visible(timeout=PATIENCE)
    press(page, "Sign")
    page.locator(".sign form").get_by_role("button", name="Sign").last.click()
    expect(page.locator(".sheet__hand").filter(has_text="Mika")).to_be_visible()
    fits(page)

    lesson.teach(do="next", to=7)
    expect(page.locator(".dot").first).to_be_visible(timeout=60_000)
    fits(page)
    page.goto(page.locator(".mylink a").get_attribute("href"))
    expect(page.locator(".keepsake__replay")).to_be_visible(timeout=PATIENCE)
    fits(page)


def drafted(lesson: Lesson, page: Page) -> str:
    """Begin a move while the class is paused; returns what is to be seen of it."""
    for _ in range(9):
        expect(page.locator(".turn")).to_be_visible(timeout=PATIENCE)
        lesson.teach(do="pause")
        chip = page.locator(".chip[aria-disabled=false]").first
        if chip.count():
            chip.click()
            return ".chip[aria-pressed=true]"
        protest = page.locator(".turn").get_by_role("button", name="Object")
        if not page.locator(".turn__must").count() and protest.count():
            protest.click()
            return ".objection"
        lesson.teach(do="resume")
        question = page.locator(".turn").get_attribute("data-made")
        page.locator(".acts--bar .act:enabled").first.click()
        expect(page.locator(f".turn[data-made='{question}']")).to_have_count(0)
    raise AssertionError("there was never anything to choose")


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_a_draft_outlives_a_reload_and_a_crash_and_a_seat_is_used_in_one_tab(lesson: Lesson):
    page = lesson.joined("Mika")
    lesson.teach(do="make_tables")
    for step in (1, 2, 3):
        lesson.teach(do="next", to=step)
    draft = drafted(lesson, page)
    seat, left = page.inner_text(".top__seat"), page.inner_text(".top__clock b")

    page.reload()
    expect(page.locator(draft)).to_have_count(1)
    lesson.host.kill()
    expect(page.locator(".bnr--fast")).to_contain_text("Your moves are safe")
    lesson.host.start()
    expect(page.locator(".bnr--fast")).to_have_count(0, timeout=PATIENCE)
    expect(page.locator(draft)).to_have_count(1)
    assert page.inner_text(".top__seat") == seat
    assert abs(seconds(page.inner_text(".top__clock b")) - seconds(left)) <= 2

    other = page.context.new_page()
    other.goto(page.url)
    expect(page.locator(".gone")).to_contain_text("open in another tab")
    expect(other.locator(".top__seat")).to_be_visible()
    page.get_by_role("button", name="Use it here").click()
    expect(page.locator(".top__seat")).to_be_visible()
    expect(other.locator(".gone")).to_be_visible()
