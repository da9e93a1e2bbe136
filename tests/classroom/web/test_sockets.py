import asyncio
import json
import time
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from classroom.web import sockets
from classroom.web.bots.fetch import Browser
from classroom.web.bots.line import Line
from tests.classroom.web.running import KEY, heard, run, running, until


def test_the_first_message_is_the_whole_page_and_then_only_what_changes(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            got: list[dict] = []
            browser = await server.join(room, "Ana")
            address = f"{server.url}/class/{room.state.code}/socket"
            line = Line(address, browser.cookie, lambda line, text, message: got.append(message))
            await line.open()
            assert got[0]["see"].keys() == {
                *("me", "ready", "step", "secret", "fault", "clock", "links"),
            }
            answer, _ = await line.do("ready", on=True)
            assert answer["ok"]
            assert answer["n"] == room.state.n
            await until(lambda: line.see["ready"])
            assert [m for m in got if "see" in m][1:] == [
                {"see": {"ready": True}, "n": room.state.n}
            ]

    run(scene)


def test_teacher_wall_and_students_see_one_another_come_and_go(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            teacher, wall = await server.teach(room), await server.watch(room)
            assert teacher.see["links"]["code"] == room.state.code
            assert "export" not in wall.see["links"]
            ana = await server.enter(room, "Ana")
            await until(lambda: teacher.see["people"] == {"s1": True})
            await until(lambda: wall.see["names"] == ["Ana"])
            await ana.close()
            await until(lambda: teacher.see["people"] == {"s1": False})
            assert (await teacher.do("next", to=1))[0]["ok"]
            await until(lambda: wall.see["step"] == 1)
            assert not (await wall.do("next", to=2))[0]["ok"]

    run(scene)


def test_a_double_click_and_a_command_sent_again_are_done_once(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            browser = await server.join(room, "Ana")
            ana = await server.open(room, browser)
            for _ in range(2):
                await ana.socket.send(json.dumps({"do": "line", "text": "x", "id": "c1"}))
            await until(lambda: room.state.students["s1"].lines)
            again = await server.open(room, browser)
            n = room.state.n
            future: asyncio.Future = asyncio.get_running_loop().create_future()
            again.waiting["c1"] = future
            await again.socket.send(json.dumps({"do": "line", "text": "x", "id": "c1"}))
            assert (await future)["ok"]
            assert room.state.n == n
            teacher = await server.teach(room)
            both = await asyncio.gather(teacher.do("next", to=1), teacher.do("next", to=1))
            assert [answer["ok"] for answer, _ in both] == [True, True]
            assert room.state.step == 1

    run(scene)


def test_the_last_tab_wins_and_the_other_is_told(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            browser = await server.join(room, "Ana")
            one = await server.open(room, browser)
            two = await server.open(room, browser)
            await until(lambda: one.bye == "elsewhere")
            await until(lambda: one.socket.close_code == sockets.ELSEWHERE)
            assert (await two.do("ready", on=True))[0]["ok"]
            assert list(room.online) == ["s1"]
            back = await server.open(room, browser)  # "use here"
            await until(lambda: two.bye == "elsewhere")
            assert (await back.do("ready", on=False))[0]["ok"]
            assert list(room.online) == ["s1"]
            await back.close()
            await until(lambda: not room.online)

    run(scene)


def test_who_is_taken_out_is_told_and_kept_out(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            browser = await server.join(room, "Ana")
            ana, teacher = await server.open(room, browser), await server.teach(room)
            assert (await teacher.do("drop_student", sid="s1"))[0]["ok"]
            await until(lambda: ana.bye == "removed")
            line = Line(ana.address, browser.cookie, heard)
            await line.open()
            assert line.bye == "not-allowed"
            await until(lambda: line.socket.close_code == sockets.NOT_ALLOWED)

    run(scene)


def test_when_a_class_is_deleted_everybody_is_told_and_nothing_is_left(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room, gone = server.make(), []
            server.site.forgotten = gone.append
            cid, code = room.state.cid, room.state.code
            ana, teacher = await server.enter(room, "Ana Unmistakable"), await server.teach(room)
            assert not (await teacher.do("delete", code="wrong"))[0]["ok"]
            assert (await teacher.do("delete", code=code))[0]["ok"]
            await until(lambda: ana.bye == teacher.bye == "deleted")
            await until(lambda: cid not in server.house.rooms)
            await until(lambda: not server.site.audiences)
            assert gone == [cid]
            assert (await Browser(server.url).get(f"join/{code}/about")).status == 404
        assert b"Unmistakable" not in b"".join(f.read_bytes() for f in tmp_path.iterdir())

    run(scene)


def test_a_class_that_nobody_looked_at_is_let_go_of_too(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room, gone = server.make(), []
            server.site.forgotten = gone.append
            server.site.keep_days = 1.0
            server.house.wall_clock = lambda: time.time() + 1.4 * 86400
            server.house.forget_old(1.0)
            server.house.wall_clock = lambda: time.time() + 2.5 * 86400
            server.house.forget_old(1.0)
            assert server.house.rooms == {}
            await until(lambda: gone == [room.state.cid])

    run(scene)


async def game(socket: WebSocket) -> None:
    """Let anybody in, as the pages below do."""
    await socket.accept()


GAME = WebSocketRoute("/game/socket", game)


@pytest.mark.parametrize("origin", [None, "http://evil.example", "null", "http://127.0.0.1:1"])
def test_another_sites_page_gets_no_socket(tmp_path: Path, origin: str | None):
    async def scene() -> None:
        async with running(tmp_path, below=Starlette(routes=[GAME])) as server:
            room = server.make()
            browser = await server.join(room, "Ana")
            paths = [
                "game",
                f"class/{room.state.code}",
                f"teach/c/{room.state.teacher}",
                f"wall/{room.state.wall}",
            ]
            for path in paths:
                with pytest.raises(InvalidStatus):
                    await connect(
                        f"{server.url.replace('http', 'ws')}/{path}/socket",
                        origin=origin,
                        additional_headers={"Cookie": browser.cookie},
                        proxy=None,
                    )
            assert not room.online
            own = await connect(
                f"{server.url}/game/socket".replace("http", "ws", 1), origin=server.url
            )
            await own.close()

    run(scene)


def test_wrong_keys_open_nothing(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room, other = server.make(), server.make()
            await server.join(room, "Ana")
            bo = await server.join(other, "Bo")
            name, value = next(iter(bo.cookies.items()))
            forged = {name.replace(other.state.code, room.state.code): value}
            line = Line(
                f"{server.url}/class/{room.state.code}/socket",
                "; ".join(f"{k}={v}" for k, v in forged.items()),
                heard,
            )
            await line.open()
            assert line.bye == "not-allowed"
            assert not line.see
            for path in (f"teach/c/{room.state.wall}", f"wall/{room.state.teacher}", "wall/x"):
                line = Line(f"{server.url}/{path}/socket", "", heard)
                await line.open()
                assert line.bye == "gone"
                answer = await Browser(server.url).get(path)
                assert answer.status == 404
            for path in (
                f"teach/{room.state.teacher}",
                f"teach/c/{KEY}",
                f"teach/c/{room.state.wall}/export.zip",
                f"wall/{room.state.teacher}/qr.svg",
                f"teach/{KEY}x/plans",
            ):
                assert (await Browser(server.url).get(path)).status == 404, path

    run(scene)


def test_a_ping_is_answered_and_written_nowhere(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            ana = await server.enter(room, "Ana")
            n = room.state.n
            answer, _ = await ana.do("ping")
            assert answer["ok"]
            assert answer["n"] == room.state.n == n

    run(scene)


def test_the_teacher_looks_at_a_table_and_nobody_else_can(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            one, two, ana = (
                await server.teach(room),
                await server.teach(room),
                await server.enter(room, "Ana"),
            )
            n = room.state.n
            assert (await one.do("look", table=3, stakes=True))[0]["ok"]
            await until(lambda: one.see["look"] == {"table": 3, "stakes": True})
            assert two.see["look"] == {}
            assert not (await ana.do("look", table=3, stakes=True))[0]["ok"]
            assert room.state.n == n

    run(scene)
