"""Twelve phones, a teacher and a wall in a real browser, from the doors to a ZIP that replays."""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page, TimeoutError, WebSocket, expect

from classroom.export.again import opened_archive, replayed
from classroom.export.kept_log import read
from classroom.export.sheets_again import checked_sheets
from classroom.web.bots.leaks import Watch
from tests.classroom.web.hosted import Hosted

pytestmark = pytest.mark.slow

PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
PROJECTOR = {"width": 1920, "height": 1080}
PATIENCE = 60_000
STEPS = [
    {"kind": "lobby", "minutes": 2},
    {"kind": "brief", "minutes": 2},
    {"kind": "play", "round": 1, "minutes": 9},
    {"kind": "look", "minutes": 1},
    {"kind": "play", "round": 2, "use": [0, 1], "minutes": 9},
    {"kind": "statements", "minutes": 2},
    {"kind": "debrief", "minutes": 5},
    {"kind": "end"},
]
CHANGED = {
    "step": STEPS,
    "changes": ["horizon=9", "session_rate=0", "windows=3", "ministerial_rounds=1"],
    "ai_seconds": 1,
    "floor_seconds": 300,
    "answer_seconds": 300,
}
NAMES = ("Aiko", "Ben", "Chiara", "Dita", "Emil", "Farah", "Goro", "Hana", "Ines", "Jun", "Kofi")
PLAYED = (20, 20)
"""Decisions of people in each round, before the teacher closes it."""
TABLES = 3
"""With luck their talks are over after a decision or two at each."""


class Tab:
    """A window of its own, with what its line has brought and kept."""

    def __init__(self, browser: Browser, size: dict[str, int], troubles: list[str]) -> None:
        self.page: Page = browser.new_context(
            viewport=size, reduced_motion="reduce", accept_downloads=True
        ).new_page()
        self.page.set_default_timeout(PATIENCE)
        self.see: dict[str, Any] = {}
        self.frames: list[str] = []
        self.sent: dict[str, dict[str, Any]] = {}
        self.kept: set[int] = set()
        self.answers: dict[str, dict[str, Any]] = {}
        self.page.on("pageerror", lambda error: troubles.append(f"script: {error}"))
        self.page.on(
            "console", lambda said: said.type == "error" and troubles.append(f"said: {said.text}")
        )
        self.page.on("websocket", self.listen)

    def listen(self, line: WebSocket) -> None:
        line.on("framereceived", self.heard)
        line.on("framesent", self.said)

    def said(self, text: str) -> None:
        command = json.loads(text)
        self.sent[command.get("id", "")] = command

    def heard(self, text: str) -> None:
        self.frames.append(text)
        message = json.loads(text)
        self.see |= message.get("see", {})
        asked = self.sent.get(message.get("ack", ""), {})
        if asked.get("do") == "move":
            self.answers[message["ack"]] = message
            if message["ok"]:
                self.kept.add(message["n"])

    def decide(self) -> bool:
        """Press the first thing that may be done now; says whether it was done."""
        if not self.see.get("turn") or self.see["me"]["role"] != "decides":
            return False
        act = self.page.locator(".acts--bar .act:enabled").first
        if not act.is_visible():
            self.page.wait_for_timeout(20)
            return False
        before, kept = len(self.answers), len(self.kept)
        try:
            act.click(timeout=2_000)
        except TimeoutError:  # the table has moved on, and the question with it
            assert not act.is_visible(), "a button that is shown cannot be pressed"
            return False
        ends = time.monotonic() + PATIENCE / 1000
        while len(self.answers) == before:
            assert time.monotonic() < ends, f"no answer to a press at {self.see['turn']}"
            self.page.wait_for_timeout(20)
        return len(self.kept) > kept

    def learn(self) -> None:
        """Answer the questions about the brief, right or wrong, and say so."""
        for check in self.page.locator(".check").all():
            for choice in (0, 1):
                if check.get_by_role("button", name="Answer").count():
                    tries = len(self.sent)
                    check.get_by_role("radio").nth(choice).check()
                    check.get_by_role("button", name="Answer").click()
                    self.page.wait_for_timeout(50)
                    assert len(self.sent) > tries
                    expect(check.locator("[role=status]")).to_be_visible()
        self.page.get_by_role("button", name="I know my brief").first.click()


class School:
    """A server, the teacher, the wall, and those who have come."""

    def __init__(self, browser: Browser, host: Hosted) -> None:
        self.browser, self.host = browser, host
        self.troubles: list[str] = []
        self.pupils: list[Tab] = []
        body = json.dumps({"plan": "economic-75", "changed": CHANGED}).encode()
        head = {"Content-Type": "application/json", "Origin": host.url}
        with urlopen(Request(host.teach, body, head), timeout=30) as answer:
            self.made = json.load(answer)
        self.teacher = self.tab(LAPTOP, self.made["go"], ".next")
        self.wall = self.tab(PROJECTOR, self.made["wall"], ".wjoin__qr img")

    def tab(self, size: dict[str, int], path: str, sign: str) -> Tab:
        tab = Tab(self.browser, size, self.troubles)
        tab.page.goto(f"{self.host.url}/{path}")
        tab.page.wait_for_selector(sign)
        return tab

    def come(self, name: str) -> None:
        tab = self.tab(PHONE, f"join/{self.made['code']}", "[name=nick]")
        tab.page.locator("[name=nick]").fill(name)
        tab.page.keyboard.press("Enter")
        expect(tab.page.locator(".door__words li")).to_have_count(4)
        tab.page.locator(".door a, .door button").last.click()
        expect(tab.page.locator(".top__step")).to_be_visible()
        self.pupils.append(tab)

    def next(self, name: str) -> None:
        """Press the teacher's one button, and say yes where it asks."""
        page = self.teacher.page
        step = self.teacher.see["next"]["to"]
        page.locator(".next__button", has_text=name).click()
        sure = page.locator(".next__go .act--main")
        if self.teacher.see["klass"]["kind"] in ("play", "debrief") and sure.is_visible():
            sure.click()
        for tab in self.pupils:
            self.wait(tab, lambda tab=tab: tab.see["step"]["index"] == step)

    def wait(self, tab: Tab, holds: Any) -> None:
        ends = time.monotonic() + PATIENCE / 1000
        while not holds():
            assert time.monotonic() < ends, "what was waited for did not come"
            tab.page.wait_for_timeout(20)

    def play(self, count: int) -> int:
        """Let everybody decide who is asked, until so many have, or all talks are over."""
        done, over, ends = 0, False, time.monotonic() + 120
        while done < count and not over:
            assert time.monotonic() < ends, f"only {done} decisions came"
            done += sum(tab.decide() for tab in self.pupils)
            over = all(tab.see["game"]["over"] for tab in self.pupils)
        return done

    def close(self) -> None:
        for context in self.browser.contexts:
            context.close()


@pytest.fixture
def school(browser: Browser, host: Hosted) -> Iterator[School]:
    with closing(School(browser, host)) as made:
        yield made


def leaks(pupils: list[Tab]) -> list[tuple[str, str, object]]:
    """Return what any phone was sent that another seat alone may know, frame by frame."""
    watch, where = Watch(), []
    for look in (False, True):
        for tab in pupils:
            seat = forum = ""
            for text in tab.frames:
                see = json.loads(text).get("see") or {}
                seat = ((see.get("me") or {}).get("seat") or {}).get("id", seat)
                forum = str((see.get("forum") or {}).get("title", forum or "before"))
                if look and seat and see:
                    watch.look(forum, seat, {"see": see})
                elif seat and see.get("brief"):
                    watch.learn(forum, seat, see["brief"])
                    where.append(seat)
    assert watch.frames > 100
    assert len(set(where)) >= 4
    return watch.found


def sheet(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"))))


@pytest.mark.timeout(900)
def test_twelve_phones_go_through_a_whole_session(school: School, tmp_path: Path):
    for name in (*NAMES, "Lin"):
        school.come(name)
    pupils, wall = school.pupils, school.wall.page
    expect(wall.locator(".wjoin__names li")).to_have_count(12)
    school.next("Make the tables")
    for tab in pupils:
        tab.learn()
    school.next("Start round 1")
    first = school.play(PLAYED[0])
    assert first >= TABLES
    school.next("Close round 1")
    expect(wall.locator(".wall__huge")).to_contain_text("of 3 tables agreed", timeout=PATIENCE)
    for tab in pupils:
        tab.page.locator("#line").fill("Nobody wanted to move first.")
        tab.page.get_by_role("button", name="Save").first.click()
        expect(tab.page.get_by_role("button", name="Saved")).to_be_visible()
    school.next("Start round 2")
    second = school.play(PLAYED[1])
    assert second >= TABLES
    school.next("Close round 2")
    for tab in pupils:
        school.wait(tab, lambda tab=tab: tab.see["statements"])
        if any(each["issued"] for each in tab.see["statements"]):
            tab.page.locator(".sign__two .act").first.click()
            tab.page.locator(".sign form").get_by_role("button", name="Sign").last.click()
        tab.page.locator(".ask__scale").first.get_by_role("radio").nth(3).check()
    school.next("Open the debrief")
    for kind in ("agreed", "frontier", "stakes", "forums", "runs", "ai", "questions"):
        expect(wall.locator(f".slide--{kind}")).to_be_visible(timeout=PATIENCE)
        wall.keyboard.press("ArrowRight")
    for tab in pupils:
        expect(tab.page.locator(".dot__mark--deal").first).to_be_visible(timeout=3 * PATIENCE)
    with school.teacher.page.expect_download(timeout=3 * PATIENCE) as export:
        school.next("End and export")
    path = tmp_path / "class.zip"
    export.value.save_as(path)
    assert school.troubles == []
    assert leaks(pupils) == []

    archive = opened_archive(path)
    by_people = {
        entry.n
        for entry in read(archive.files["class.jsonl"])
        if entry.kind == "decided" and entry.data["by"] == "human"
    }
    kept = [tab.kept for tab in pupils]
    assert set().union(*kept) == by_people  # none lost, and none that nobody made
    assert sum(map(len, kept)) == len(by_people) == first + second
    got = {
        (each["round"], each["seat"], each["forum"], sid): float(each["points"])
        for each in sheet(dict(archive.files), "seats.csv")
        for sid in each["students"].split()
    }
    for n, tab in enumerate(pupils, 1):
        for result in tab.see["result"]:
            for forum in result["own"]["forums"]:
                (deal,) = [mark for mark in forum["marks"] if mark["id"] == "deal"]
                own = {
                    points
                    for (number, _, _, sid), points in got.items()
                    if (number, sid) == (str(result["round"]), f"s{n}")
                }
                assert any(abs(deal["x"] - points) < 0.06 for points in own), (n, deal, own)
    assert len(list(replayed(archive, workers=0))) == 6
    assert len(checked_sheets(archive)) == 9
