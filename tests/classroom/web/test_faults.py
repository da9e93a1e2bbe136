"""What happens to phones in a lesson, through the doors they use; time is put forward by hand."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from classroom.room import Room
from classroom.web.bots.line import Line
from classroom.web.bots.mover import choose
from tests.classroom.web.running import PLAIN, Running, run, running, until
from ui.classroom.student import student

PHONES = {**PLAIN, "student": lambda room, who: student(room, who)}
PATIENT = {"floor_seconds": 600, "answer_seconds": 600, "ai_seconds": 1}


class Ahead:
    """A clock that can be put ahead."""

    by = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.by


async def in_play(server: Running, people: int) -> tuple[Room, Line, list[Any], list[Line]]:
    """A class in its first round, with the teacher's line, and browsers and lines of all."""
    room = server.make(**PATIENT)
    teacher = await server.teach(room)
    browsers = [await server.join(room, f"P{k}") for k in range(people)]
    lines = [await server.open(room, each) for each in browsers]
    for to in (1, 2, 3):
        assert (await teacher.do("next", to=to))[0]["ok"]
    for line in lines:
        assert await line.until(lambda see: see["step"]["kind"] == "play", 20)
    return room, teacher, browsers, lines


def decided(room: Room, tid: int) -> list[tuple[str, str]]:
    return [(each.seat, each.by) for each in room.state.tables[tid].now.decisions]


def asked(lines: list[Line]) -> Line:
    return next(line for line in lines if line.see.get("turn"))


async def answer(line: Line) -> dict[str, Any]:
    """Decide as the page would."""
    turn, question = line.see["turn"], line.see["game"]["question"]
    return (await line.do("move", move=choose(turn, Random(1)), turn=question))[0]


def test_a_phone_asleep_for_five_minutes_comes_back_to_the_right_step(tmp_path: Path):
    async def scene() -> None:
        ahead = Ahead()
        async with running(tmp_path, painters=PHONES, reading=ahead) as server:
            room, teacher, browsers, lines = await in_play(server, 4)
            sleeper = asked(lines)
            k = lines.index(sleeper)
            seat, n = sleeper.see["me"]["seat"]["id"], len(decided(room, 1))
            said = json.dumps({"do": "help", "on": True, "id": "before-sleep"})
            await sleeper.socket.send(said)
            await until(lambda: room.state.students[f"s{k + 1}"].help is not None)
            sleeper.socket.transport.abort()  # its answer may have come or not
            await until(lambda: f"s{k + 1}" not in room.online)
            ahead.by += 300
            await until(lambda: seat in room.state.tables[1].now.held)
            await until(lambda: (seat, "ai") in decided(room, 1)[n:], 20)

            woken = await server.open(room, browsers[k])  # while the round is still on
            assert woken.see["step"]["kind"] == "play"
            assert woken.see["me"]["seat"]["id"] == seat
            await until(lambda: seat not in room.state.tables[1].now.held)
            kinds = Counter(each.kind for each in room.whole_log)
            await woken.socket.send(said)  # the page repeats what had no answer
            assert (await woken.do("ping"))[0]["ok"]
            assert Counter(each.kind for each in room.whole_log)["helped"] == kinds["helped"] == 1

            woken.socket.transport.abort()
            await until(lambda: f"s{k + 1}" not in room.online)
            ahead.by += 300
            assert (await teacher.do("next", to=4))[0]["ok"]
            again = await server.open(room, browsers[k])  # the class has gone on meanwhile
            assert again.see["step"]["kind"] == "look"
            assert again.see["me"]["seat"]["id"] == seat
            text = {"text": "drafted before"}
            assert (await again.do("line", **text))[0]["ok"]
            assert room.state.students[f"s{k + 1}"].lines == {"4": "drafted before"}

    run(scene, 100)


def test_a_whole_table_gone_is_played_by_ai_and_handed_back(tmp_path: Path):
    async def scene() -> None:
        ahead = Ahead()
        async with running(tmp_path, painters=PHONES, reading=ahead) as server:
            room, _, browsers, lines = await in_play(server, 8)
            tables = {tid: {each.sid for each in room.state.people(tid)} for tid in (1, 2)}
            of = {tid: [int(sid[1:]) - 1 for sid in sids] for tid, sids in tables.items()}
            holders = {seat: list(sids) for seat, sids in room.state.tables[1].now.holders.items()}
            for k in of[1]:
                lines[k].socket.transport.abort()
            await until(lambda: room.online.keys() == tables[2])
            before = len(decided(room, 1))
            ahead.by += 95
            await until(lambda: room.state.tables[1].now.held == set(holders))
            await until(lambda: len(decided(room, 1)) >= before + 4, 30)
            assert {by for _, by in decided(room, 1)[before:]} == {"ai"}
            others = [lines[k] for k in of[2]]
            assert not room.state.tables[2].now.held
            assert (await answer(asked(others)))["ok"]
            assert {by for _, by in decided(room, 2)} == {"human"}

            back = await asyncio.gather(*(server.open(room, browsers[k]) for k in of[1]))
            await until(lambda: not room.state.tables[1].now.held)
            assert room.state.tables[1].now.holders == holders
            async with asyncio.timeout(30):
                while not any(line.see.get("turn") for line in back):
                    await asyncio.sleep(0.02)
            n = len(decided(room, 1))
            assert (await answer(asked(back)))["ok"]
            assert decided(room, 1)[n][1] == "human"

    run(scene, 110)


def test_a_double_click_and_a_second_tab_decide_once(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path, painters=PHONES) as server:
            room, _, browsers, lines = await in_play(server, 4)
            one = asked(lines)
            k = lines.index(one)
            move = {"do": "move", "move": choose(one.see["turn"], Random(1))}
            move |= {"turn": one.see["game"]["question"]}
            two = await server.open(room, browsers[k])  # a second tab; the first is told
            clicks = [json.dumps({**move, "id": mark}) for mark in ("a", "a", "b")]
            for text in clicks:
                await two.socket.send(text)
            await until(lambda: decided(room, 1))
            assert (await two.do("ping"))[0]["ok"]
            assert len(decided(room, 1)) == 1
            await until(lambda: one.bye == "elsewhere")
            three = await server.open(room, browsers[k])
            await three.socket.send(clicks[0])  # and once more, after a reload
            assert (await three.do("ping"))[0]["ok"]
            assert len(decided(room, 1)) == 1

    run(scene)


def test_a_teacher_who_reloads_in_mid_round_finds_everything_as_it_was(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            teacher, _ = await server.teach(room), await server.enter(room, "Ana")
            for to in (1, 2, 3):
                assert (await teacher.do("next", to=to))[0]["ok"]
            await until(lambda: teacher.see["step"] == 3)
            seen = {part: value for part, value in teacher.see.items() if part != "clock"}
            ends = teacher.see["clock"]["ends"]
            await teacher.close()
            again = await server.teach(room)
            assert {part: value for part, value in again.see.items() if part != "clock"} == seen
            assert again.see["clock"]["ends"] == ends
            assert (await again.do("next", to=3))[0]["ok"]  # a click whose answer was lost
            assert room.state.step == 3

    run(scene)
