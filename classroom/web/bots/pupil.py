"""A bot that is a student: it comes in by the door, reads, is ready, and moves when asked."""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
from dataclasses import dataclass, field
from random import Random
from typing import Any

from websockets.exceptions import InvalidHandshake

from classroom.web.bots.fetch import Browser
from classroom.web.bots.figures import Figures
from classroom.web.bots.leaks import Watch
from classroom.web.bots.line import Line
from classroom.web.bots.mover import choose

FILES = re.compile(rb'(?:src|href)="([^"]*/page/[^"]+)"')
LATE = ("moved_on", "not_asked", "round_closed", "ai_holds", "paused", "class_over")
"""Refusals that only mean that somebody else, or the clock, was quicker."""


@dataclass
class Crowd:
    """What all bots of a class share.

    Parameters
    ----------
    url, code : str
        The server, and the class.
    every : float
        Seconds a bot thinks before it moves, on average.
    """

    url: str
    code: str
    every: float
    seed: int = 1
    figures: Figures = field(default_factory=Figures)
    watch: Watch = field(default_factory=Watch)
    errors: dict[str, int] = field(default_factory=dict)
    kept: list[tuple[int, str]] = field(default_factory=list)
    moved: list[tuple[float, int, str, int]] = field(default_factory=list)
    """When sent, number in the log, who, at which table."""
    bytes: int = 0

    def failed(self, why: str) -> None:
        """Count something that went wrong."""
        self.errors[why] = self.errors.get(why, 0) + 1


class Pupil:
    """One student.

    Parameters
    ----------
    crowd : Crowd
    number : int
        Which one.
    """

    def __init__(self, crowd: Crowd, number: int) -> None:
        self.crowd, self.number = crowd, number
        self.dice = Random(1000 * crowd.seed + number)
        self.browser = Browser(crowd.url)
        self.line: Line | None = None
        self.sid = ""
        self.heard_at: list[tuple[int, float]] = []
        self.done: set[object] = set()
        self.learnt = ""

    async def come(self) -> None:
        """Come in: the page, its files, the name, the queue, the socket, the first picture."""
        crowd, browser, begin = self.crowd, self.browser, time.perf_counter()
        await self.fetch(f"join/{crowd.code}")
        answer = await browser.post(
            f"join/{crowd.code}",
            {"nick": f"Bot {self.number}", "once": f"{crowd.seed}-{self.number}"},
        )
        crowd.figures.note("place in queue", time.perf_counter() - begin)
        while answer.status == 202:
            told = answer.json()
            await asyncio.sleep(told["again"])
            answer = await browser.get(f"join/{crowd.code}/place/{told['ticket']}")
        if answer.status != 200:
            crowd.failed(f"join: {answer.status} {answer.body[:60]!r}")
            return
        self.sid = answer.json()["sid"]
        await self.fetch(f"class/{crowd.code}")
        await self.connect()
        await browser.close()
        crowd.figures.note("join", time.perf_counter() - begin)

    async def fetch(self, path: str) -> None:
        """Load a page with all its files, as a phone does that has none of them."""
        page = await self.browser.get(path)
        for name in dict.fromkeys(FILES.findall(page.body)):
            file = await self.browser.get("page/" + name.decode().rsplit("/", 1)[1])
            self.crowd.bytes += len(file.body)
        self.crowd.bytes += len(page.body)
        self.crowd.watch.look_for_keys(self.sid, page.body.decode())

    async def connect(self) -> None:
        """Open the line."""
        address = f"{self.crowd.url}/class/{self.crowd.code}/socket"
        self.line = Line(address, self.browser.cookie, self.heard)
        await self.line.open()

    def heard(self, line: Line, text: str, message: dict[str, Any]) -> None:
        """Note when which version came, and look for what must not be there."""
        self.crowd.bytes += len(text)
        if "see" not in message:
            return
        self.heard_at.append((message["n"], time.perf_counter()))
        seat = ((line.see.get("me") or {}).get("seat") or {}).get("id", "")
        forum = str((line.see.get("forum") or {}).get("title", "before"))
        secret = line.see.get("brief")
        if seat and secret:
            mark = f"{forum} {seat}"
            if self.learnt != mark:
                self.learnt = mark
                self.crowd.watch.learn(forum, seat, secret)
            self.crowd.watch.look(forum, seat, message)
        self.crowd.watch.look_for_keys(seat, text)

    async def live(self) -> None:
        """Take part until the class, or the line, is at an end."""
        while self.line is not None and not self.line.bye:
            try:
                await self.act()
                self.line.changed.clear()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(1.0):
                        await self.line.changed.wait()
            except (ConnectionError, asyncio.CancelledError) as error:
                if asyncio.current_task().cancelling() or self.line.bye:  # type: ignore[union-attr]
                    raise asyncio.CancelledError from error
                await self.again()

    async def again(self) -> None:
        """Come back after the line was cut, as the page does: soon, then less often."""
        begin, wait = time.perf_counter(), 0.3
        while True:
            await asyncio.sleep(wait * self.dice.uniform(0.75, 1.25))
            with contextlib.suppress(OSError, InvalidHandshake, TimeoutError):
                await self.connect()
                break
            wait = min(2 * wait, 5.0)
        self.crowd.figures.note("back after a cut", time.perf_counter() - begin)

    async def act(self) -> None:
        """Do what the step asks for, once."""
        assert self.line is not None
        see = self.line.see
        kind, index = see["step"]["kind"], see["step"]["index"]
        await self.answer(see.get("ask"), index)
        await self.check(see.get("check"), index)
        turn, game = see.get("turn"), see.get("game") or {}
        if kind == "play" and game.get("held") and self.first((index, "back", game["question"])):
            await self.do("take_back")
        elif turn and kind == "practice" and self.first((index, "practice")):
            await self.think()
            await self.move(turn, 0)
        elif turn and kind == "play" and not game.get("held"):
            await self.play(turn, game, index, see["me"]["role"])
        elif kind == "look" and self.first((index, "line")):
            await self.do("line", text=f"Bot {self.number} would have given more.")
        elif kind == "statements" and self.first((index, "sign")):
            await self.do("sign", yes=self.dice.random() < 0.8, reason="so it is")
        elif kind == "debrief" and self.first((index, "takeaway")):
            await self.do("takeaway", text="Ask first what home has cleared.")
        if kind in ("brief", "practice", "look", "statements") and self.first((index, "ready")):
            await self.do("ready", on=True)

    def first(self, mark: object) -> bool:
        """Say whether this is to be done for the first time, and note it as done."""
        new = mark not in self.done
        self.done.add(mark)
        return new

    async def think(self, share: float = 1.0) -> None:
        """Let time pass, more or less."""
        await asyncio.sleep(self.crowd.every * share * self.dice.uniform(0.4, 1.6))

    async def play(self, turn: dict[str, Any], game: dict[str, Any], index: int, role: str) -> None:
        """Answer a question of the game, or advise who does."""
        mark = (index, "turn", game["question"])
        if not self.first(mark):
            return
        await self.think()
        assert self.line is not None
        now = self.line.see.get("game") or {}
        if self.line.see.get("turn") and now.get("question") == game["question"]:
            if role == "decides":
                await self.move(turn, game["question"])
            elif role == "advises" and self.dice.random() < 0.3:
                await self.do("advise", move=choose(turn, self.dice))

    async def move(self, turn: dict[str, Any], question: int) -> None:
        """Send a move."""
        assert self.line is not None
        table = self.line.see["me"]["table"]
        begin = time.perf_counter()
        answer = await self.do("move", move=choose(turn, self.dice), turn=question)
        if answer.get("ok") and question:
            self.crowd.kept.append((answer["n"], self.sid))
            self.crowd.moved.append((begin, answer["n"], self.sid, table))

    async def answer(self, ask: dict[str, Any] | None, index: int) -> None:
        """Answer the questionnaire of the step."""
        for item in (ask or {}).get("items", []):
            if item["value"] is None and self.first((index, item["id"])):
                choices = [key for key, _ in item["choices"]]
                value = self.dice.choice(choices) if choices else self.dice.randint(1, 5)
                await self.do("answer", questionnaire=ask["id"], item=item["id"], value=value)  # type: ignore[index]

    async def check(self, checks: list[dict[str, Any]] | None, index: int) -> None:
        """Answer the questions about the brief, the second try at random as well."""
        for each in checks or []:
            tries = len(each["tried"])
            if not each["right"] and not each["shown"] and self.first((index, each["id"], tries)):
                await self.think(0.3)
                given = self.dice.randrange(len(each["answers"]))
                await self.do("check", item=each["id"], answer=str(given))

    async def do(self, what: str, **more: Any) -> dict[str, Any]:
        """Send a command, and measure how long it takes until it is kept."""
        assert self.line is not None
        answer, seconds = await self.line.do(what, **more)
        if answer["ok"]:
            self.crowd.figures.note("acknowledged", seconds)
        elif answer.get("error") not in LATE:
            self.crowd.failed(f"{what}: {answer.get('error')} {answer.get('key', '')}".strip())
        else:
            self.crowd.failed("late: " + str(answer.get("error")))
        return answer
