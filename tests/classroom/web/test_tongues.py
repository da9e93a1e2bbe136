"""Who runs a class reads its pages in the language they ask for, and so do its sockets."""

from __future__ import annotations

from pathlib import Path

from classroom.web.bots.fetch import Browser
from classroom.web.bots.line import Line
from scenarios.spoken import KEPT_AS, spoken
from tests.classroom.web.running import KEY, PLAIN, heard, run, running

CHOSE = {KEPT_AS: "ja"}
PAINTERS = {
    **PLAIN,
    "teacher": lambda room, who, look: {"said": spoken()},
    "wall": lambda room, who: {"said": spoken()},
    "plans": lambda: {"said": spoken()},
}


def test_a_page_is_in_the_language_of_its_address_or_of_what_was_chosen(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path, painters=PAINTERS) as server:
            room = server.make()
            places = (f"teach/c/{room.state.teacher}", f"wall/{room.state.wall}", f"teach/{KEY}")
            for place in (*places, f"join/{room.state.code}"):
                plain, chose = Browser(server.url), Browser(server.url, dict(CHOSE))
                assert b"lang=en" in (await plain.get(place)).body
                assert b"lang=ja" in (await plain.get(f"{place}?lang=ja")).body
                assert b"lang=ja" in (await chose.get(place)).body
                assert b"lang=en" in (await chose.get(f"{place}?lang=en")).body
            plans = f"teach/{KEY}/plans"
            assert (await Browser(server.url).get(plans)).json()["said"] == "en"
            assert (await Browser(server.url, dict(CHOSE)).get(plans)).json()["said"] == "ja"

    run(scene)


def test_what_comes_by_socket_is_in_the_language_of_its_page(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path, painters=PAINTERS) as server:
            state = server.make().state
            for place in (f"teach/c/{state.teacher}", f"wall/{state.wall}"):
                address = f"{server.url}/{place}/socket"
                for asked, cookie, language in (
                    ("", "", "en"),
                    ("?lang=ja", "", "ja"),
                    ("", f"{KEPT_AS}=ja", "ja"),
                    ("?lang=en", f"{KEPT_AS}=ja", "en"),
                ):
                    line = Line(address + asked, cookie, heard)
                    await line.open(5)
                    assert line.see["said"] == language

    run(scene)
