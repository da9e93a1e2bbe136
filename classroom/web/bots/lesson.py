"""A whole lesson with bots: a bot teacher clicks, bot students come, play, and are measured."""

from __future__ import annotations

import asyncio
import bisect
import contextlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from websockets.exceptions import ConnectionClosed

from classroom.web.bots.fetch import Browser
from classroom.web.bots.line import Line
from classroom.web.bots.pupil import Crowd, Pupil
from classroom.web.bots.report import Report

EXPORT = 900.0
"""Seconds that the ZIP may take: it waits for whatever of the class is still being measured."""
PHASE = 15.0
"""Seconds within which every page must have the next step."""


class NoClassError(Exception):
    """The class could not be made, or not be driven: why, in a sentence."""


@dataclass(frozen=True)
class Wish:
    """What is to be played.

    Parameters
    ----------
    url, teach : str
        Address of the server, and the address for making classes.
    students, tables : int
        How many; 0 tables for as many as suits.
    join_over, play, every : float
        Seconds: over which they come, of play in each round, between two moves of a bot.
    plan : str
        Lesson plan; empty for the first there is.
    seed : int
        Of what bots do.
    export : bool
        Whether to have the ZIP made at the end, too.
    """

    url: str
    teach: str
    students: int
    tables: int
    join_over: float
    play: float
    every: float
    plan: str = ""
    seed: int = 1
    export: bool = False


class Lesson:
    """One class, from its making to its ZIP.

    Parameters
    ----------
    wish : Wish
    say : callable
        Told in a few words what is being done.
    """

    def __init__(self, wish: Wish, say: Callable[[str], None]) -> None:
        self.wish, self.say = wish, say
        self.desk = Browser(wish.url, patience=EXPORT)
        self.pupils: list[Pupil] = []
        self.tasks: list[asyncio.Task[None]] = []
        self.go = ""

    async def run(self) -> Report:
        """Play the lesson, and return what was measured.

        Raises
        ------
        NoClassError
            Where it cannot be made or driven.
        OSError
            Where the server cannot be reached.
        """
        await self.make()
        await self.teacher.open()
        wall = Line(f"{self.wish.url}/{self.wall}/socket", "", lambda *_: None)
        await wall.open()
        begin = time.perf_counter()
        await self.join()
        if self.wish.tables:
            await self.order("make_tables", tables=self.wish.tables)
        while await self.next():
            pass
        await self.leave()
        log = await self.kept()
        if self.wish.export:
            await self.zipped()
        await wall.close()
        await self.teacher.close()
        return self.report(log, time.perf_counter() - begin)

    async def make(self) -> None:
        """Make the class."""
        path = urlsplit(self.wish.teach).path.split("/teach/", 1)
        if len(path) != 2:
            raise NoClassError(f"{self.wish.teach} is no address for making classes")
        key = path[1].strip("/")
        plan = self.wish.plan
        if not plan:
            answer = await self.desk.get(f"teach/{key}/plans")
            if answer.status != 200:
                raise NoClassError("the address for making classes is not this server's")
            plan = answer.json()["plans"][0]["id"]
        answer = await self.desk.post(f"teach/{key}", {"plan": plan})
        if answer.status != 201:
            raise NoClassError(f"the class cannot be made: {answer.body.decode()[:200]}")
        made = answer.json()
        self.go, self.wall = made["go"], made["wall"]
        self.crowd = Crowd(self.wish.url, made["code"], self.wish.every, self.wish.seed)
        self.crowd.watch.keys = {self.go.rsplit("/", 1)[1], self.wall.rsplit("/", 1)[1], key}
        self.teacher = Line(f"{self.wish.url}/{self.go}/socket", "", lambda *_: None)

    async def join(self) -> None:
        """Have everybody come, spread over the time given."""
        self.say(f"{self.wish.students} students join over {self.wish.join_over:g} s")
        self.pupils = [Pupil(self.crowd, k + 1) for k in range(self.wish.students)]

        async def one(pupil: Pupil, wait: float) -> None:
            await asyncio.sleep(wait)
            try:
                await pupil.come()
            except (OSError, EOFError, TimeoutError) as error:
                self.crowd.failed(f"join: {type(error).__name__} {error}")

        gap = self.wish.join_over / max(1, len(self.pupils))
        await asyncio.gather(*(one(pupil, k * gap) for k, pupil in enumerate(self.pupils)))
        self.tasks = [asyncio.create_task(self.life(pupil)) for pupil in self.pupils]

    async def life(self, pupil: Pupil) -> None:
        """Let a pupil take part; what breaks it is counted."""
        try:
            await pupil.live()
        except asyncio.CancelledError:
            raise
        except Exception as error:
            self.crowd.failed(f"a bot broke: {type(error).__name__}: {error}")

    async def order(self, what: str, **more: Any) -> int:
        """Give an order as the teacher; returns its number in the log."""
        answer, seconds = await self.teacher.do(what, **more)
        if not answer["ok"]:
            raise NoClassError(f"the teacher may not {what}: {answer.get('error')}")
        self.crowd.figures.note("teacher's click", seconds)
        return int(answer["n"])

    async def next(self) -> bool:
        """Go to the next step, see how long until all have it, and stay there for a while.

        Returns
        -------
        bool
            Whether there was one.
        """
        index = current(self.teacher.see["steps"])
        begin = time.perf_counter()
        try:
            n = await self.order("next", to=index + 1)
        except NoClassError:
            return False
        await self.all_have(begin, n, index + 1)
        if not await self.teacher.until(lambda see: current(see["steps"]) == index + 1, 2 * PHASE):
            raise NoClassError("the teacher's page does not follow the class")
        kind = self.teacher.see["klass"]["kind"]
        self.say(f"step {index + 1}: {kind}")
        await asyncio.sleep(self.wish.play if kind == "play" else min(10.0, 2 * self.wish.every))
        return True

    async def all_have(self, begin: float, n: int, step: int) -> None:
        """Note when every page had a version of the class, that of a step."""
        ends = begin + PHASE
        for pupil in self.pupils:
            if pupil.line is None:
                continue
            while not pupil.heard_at or pupil.heard_at[-1][0] < n:
                if time.perf_counter() > ends:
                    break
                await asyncio.sleep(0.01)
            seen = first_since(pupil.heard_at, n)
            if seen is None:
                self.crowd.failed("a page did not get the next step")
            else:
                self.crowd.figures.note("phase change", max(0.0, seen - begin))
                self.crowd.figures.note(f"to step {step}", max(0.0, seen - begin))

    async def leave(self) -> None:
        """End all bots."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        for pupil in self.pupils:
            if pupil.line is not None:
                with contextlib.suppress(OSError, ConnectionClosed):
                    await pupil.line.close()

    async def kept(self) -> set[int]:
        """Return the numbers of all lines of the class's log, as its teacher downloads it."""
        answer = await self.desk.get(f"{self.go}/class.jsonl")
        if answer.status != 200:
            self.crowd.failed(f"log: {answer.status}")
            return set()
        return {json.loads(line)["n"] for line in answer.body.splitlines()}

    async def zipped(self) -> None:
        """Have the class's ZIP made, and measure how long that takes."""
        begin = time.perf_counter()
        answer = await self.desk.get(f"{self.go}/export.zip")
        if answer.status != 200 or answer.body[:2] != b"PK":
            self.crowd.failed(f"export: {answer.status}")
        self.crowd.figures.note("export", time.perf_counter() - begin)

    def report(self, log: set[int], seconds: float) -> Report:
        """Return what was measured."""
        crowd = self.crowd
        by_table: dict[int, list[Pupil]] = {}
        for pupil in self.pupils:
            if pupil.line is not None and pupil.line.see.get("me"):
                by_table.setdefault(pupil.line.see["me"]["table"], []).append(pupil)
        unseen = 0
        for begin, n, sid, table in crowd.moved:
            for mate in by_table.get(table, []):
                if mate.sid == sid:
                    continue
                seen = first_since(mate.heard_at, n)
                if seen is None:
                    unseen += 1
                else:
                    crowd.figures.note("table updated", max(0.0, seen - begin))
        lost = [n for n, _ in crowd.kept if n not in log]
        return Report(
            self.wish.students,
            len(by_table),
            seconds,
            crowd,
            len(lost),
            unseen,
            self.wish.join_over,
        )


def current(steps: Any) -> int:
    """Return the index of the step that the class is at, as the teacher's page has it."""
    return next(k for k, step in enumerate(steps) if step["state"] == "now")


def first_since(heard: list[tuple[int, float]], n: int) -> float | None:
    """Return when a version of at least ``n`` came, None for never.

    >>> first_since([(3, 1.0), (5, 2.0), (5, 3.0)], 4)
    2.0
    """
    place = bisect.bisect_left(heard, (n, 0.0))
    return heard[place][1] if place < len(heard) else None
