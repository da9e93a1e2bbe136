"""After a restart games are built as they are needed: phones first, table by table."""

import asyncio
from pathlib import Path

import pytest

from classroom.debrief.findings import Findings
from classroom.web.bots.line import Line
from tests.classroom.hands import Hands
from tests.classroom.web.running import PLAIN, run, running
from ui.classroom.student import student
from ui.classroom.teacher import teacher

PAGES = {
    **PLAIN,
    "student": lambda room, who: student(room, who),
    "teacher": lambda room, who, look: teacher(room, look, Findings()),
}


def test_a_phone_does_not_wait_for_games_of_other_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    hands = Hands(tmp_path / "data")
    room = hands.make(people=16)
    hands.teach(room, "make_tables", tables=8)
    hands.to(room, "play")
    assert hands.teach(room, "pause").ok  # so that no tick builds anything
    hands.store.close()

    seen: dict[str, int] = {}

    async def scene() -> None:
        async with running(tmp_path / "data", painters=PAGES) as server:
            (back,) = server.house.rooms.values()
            tables = [each.now for each in back.state.tables.values()]

            def noted(line: Line, text: str, message: dict) -> None:
                if "see" in message and line.address not in seen:
                    seen[line.address] = sum(each.built for each in tables)

            teach = f"{server.url}/teach/c/{back.state.teacher}/socket"
            lines = [Line(teach, "", noted)]
            for k in (1, 16, 2, 15):
                address = f"{server.url}/class/{back.state.code}/socket?{k}"
                lines.append(Line(address, f"communique-{back.state.code}=key of P{k}", noted))
            await asyncio.gather(*(line.open() for line in lines))
            assert seen.pop(teach) == 8  # it shows them all, and came first, but was shown last
            assert max(seen.values()) <= 5

    run(scene)
