"""Two languages in real browsers: at one table of a class, and on the pages of the model."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from classroom.founding import new_class
from classroom.plan import Plan, plans
from classroom.store import Store, in_folder
from tests.browser.conftest import GRAVE
from tests.classroom.web.hosted import Hosted, hosted

PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
LATIN, KANA = re.compile(r"[A-Za-zÀ-ÿ]{2,}"), re.compile(r"[ぁ-ヿ]")
NAMES = {
    *("Communiqué", "English", "Ana", "Yuki", "AI", "MiCRO", "CSV", "SVG", "PNG", "JSON"),
    *("USTR", "NISC", "JUCIP", "CPTPP", "RAN", "Open", "IINA", "CSIS", "IMEMO", "CARN", "Shift"),
}
"""What is written the same in both languages."""


@pytest.fixture
def tab(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a tab of a browser that prefers a language; nothing may go wrong in it unseen."""
    contexts, troubles = [], []

    def opened(language: str, size: dict[str, int]) -> Page:
        made = browser.new_context(viewport=size, locale=language, reduced_motion="reduce")
        contexts.append(made)
        page = made.new_page()
        page.set_default_timeout(30_000)
        page.on("console", lambda said: said.type in GRAVE and troubles.append(said.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        return page

    yield opened
    for each in contexts:
        each.close()
    assert troubles == []


def english(page: Page) -> set[str]:
    """Return the words on a page in Japanese that are not in Japanese."""
    text = page.locator("body").inner_text()
    assert KANA.search(text)
    return set(LATIN.findall(text)) - NAMES


@pytest.fixture
def lesson(tmp_path: Path) -> Iterator[tuple[Hosted, str, str]]:
    """A class of two that plays two months; the server, its code, and its teacher's key."""
    short = ("session_rate=0", "ministerial_rounds=2", "windows=30", "availability=1")
    changed = {
        "configurations": ("economic-2-plus-2",),
        "changes": (*short, "deadline=2", "horizon=3"),
        "step": [
            {"kind": kind, "minutes": 5, "round": int(kind == "play")}
            for kind in ("lobby", "play", "statements", "end")
        ],
        **dict.fromkeys(("floor_seconds", "answer_seconds", "ai_seconds"), 0),
    }
    plan = Plan.model_validate(plans()["economic-50"].model_dump() | changed)
    (tmp_path / "classes").mkdir()
    store = Store(in_folder(tmp_path / "classes"))
    _, (made,) = new_class(store, plan, seed=2)
    store.close()
    with hosted(tmp_path / "classes") as host:
        yield host, made.data["code"], made.data["teacher"]
        host.stop()


def joined(page: Page, where: str, name: str) -> None:
    page.goto(where)
    page.locator("[name=nick]").fill(name)
    page.keyboard.press("Enter")
    page.locator(".door__words li").first.wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".top__step").wait_for()


def played(pages: list[Page]) -> None:
    """Let both move, whoever is asked, until the round is over."""
    end = time.monotonic() + 60
    while not pages[0].locator(".done").count():
        assert time.monotonic() < end, "the round does not end"
        for page in pages:
            act = page.locator(".acts--bar .act:enabled").first
            if act.count():
                question = page.locator(".turn").get_attribute("data-made")
                act.click()
                expect(page.locator(f".turn[data-made='{question}']")).to_have_count(0)
        pages[0].wait_for_timeout(20)


@pytest.mark.timeout(180)
def test_one_table_plays_in_two_languages_and_signs_in_both(lesson, tab):
    host, code, key = lesson
    teacher, ana, yuki = tab("en-GB", LAPTOP), tab("en-GB", PHONE), tab("ja-JP", PHONE)
    teacher.goto(f"{host.url}/teach/c/{key}")
    joined(ana, f"{host.url}/join/{code}", "Ana")
    joined(yuki, f"{host.url}/join/{code}", "Yuki")
    expect(teacher.locator(".next")).to_be_visible()

    def teach(**command: object) -> None:
        assert teacher.evaluate("command => Vue.prototype.$do(command)", command)["ok"]

    teach(do="make_tables")
    teach(do="next", to=1)
    yuki.locator(".turn, .waits").first.wait_for()
    assert english(yuki) == set()
    assert not KANA.search(ana.locator("main").inner_text())
    played([ana, yuki])
    teach(do="next", to=2)
    for page, sign in ((ana, "Sign"), (yuki, "署名する")):
        page.get_by_role("button", name=sign, exact=True).first.click()
        page.locator(".sign .act--main").click()
    for page in (ana, yuki):
        expect(page.locator(".sheet__hand").filter(has_text="Ana")).to_be_visible()
        expect(page.locator(".sheet__hand").filter(has_text="Yuki")).to_be_visible()
    own, other = ".sheet__text > li > p:not(.sheet__other)", ".sheet__other"
    said = {page: page.locator(own).all_inner_texts() for page in (ana, yuki)}
    assert len(said[ana]) == len(said[yuki]) > 0
    for page, beside, language in ((ana, yuki, "ja"), (yuki, ana, "en")):
        there = page.locator(f"{other}[lang={language}]").all_inner_texts()
        assert [each.split("\n")[1] for each in there] == said[beside]
    assert all(map(KANA.search, said[yuki]))
    assert not any(map(KANA.search, said[ana]))


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_the_model_is_watched_and_played_in_japanese_and_goes_on_in_english(address, tab):
    page = tab("ja-JP", LAPTOP)
    page.goto(address)
    page.locator(".sheet").first.wait_for()
    assert page.evaluate("document.documentElement.lang") == "ja"
    assert english(page) == set()

    page.get_by_role("link", name="観戦").nth(1).click()
    page.locator(".paper").wait_for()
    for _ in range(4):
        page.get_by_role("button", name="1か月進む").click()
    expect(page.locator(".controls__month")).to_contain_text("4か月目")
    assert english(page) == set()

    page.goto(f"{address}/play?scenario=economic-2-plus-2")
    page.get_by_role("button", name="この席に着く").first.click()
    page.locator(".turn").wait_for()
    made = page.locator(".turn").get_attribute("data-made")
    assert english(page) == set()
    page.locator(".acts--bar .act:enabled").first.click()
    expect(page.locator(".turn")).not_to_have_attribute("data-made", made)
    assert english(page) == set()

    made, where = page.locator(".turn").get_attribute("data-made"), page.url
    page.get_by_role("group", name="言語").get_by_role("button", name="English").press("Enter")
    page.get_by_role("group", name="Language").wait_for()
    expect(page.locator(".turn")).to_have_attribute("data-made", made)
    assert page.url == where
    assert page.evaluate("document.documentElement.lang") == "en"
    assert not KANA.search(page.locator("main").inner_text())
    kept = next(each for each in page.context.cookies() if each["name"] == "communique-language")
    assert (kept["value"], kept["sameSite"]) == ("en", "Lax")
