import contextlib
from pathlib import Path

from classroom.bringing_back import Trouble
from classroom.web.bots.fetch import Browser
from scenarios.tongue import LANGUAGES
from tests.classroom.web.running import KEY, run, running
from ui.words.catalogue import words


def test_a_class_is_made_with_the_servers_key(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            teacher = Browser(server.url)
            plans = (await teacher.get(f"teach/{KEY}/plans")).json()["plans"]
            assert plans[0]["id"]
            made = await teacher.post(f"teach/{KEY}", {"plan": plans[0]["id"]})
            assert made.status == 201
            told = made.json()
            room = server.house.by_code(told["code"])
            assert told["go"] == f"teach/c/{room.state.teacher}"
            assert (await teacher.get(told["go"])).status == 200
            assert (await teacher.get(told["wall"])).status == 200
            changed = {"plan": plans[0]["id"], "changed": {"answer_seconds": 20, "per_seat": 2}}
            told = (await teacher.post(f"teach/{KEY}", changed)).json()
            plan = server.house.by_code(told["code"]).state.plan
            assert (plan.answer_seconds, plan.per_seat) == (20, 2)

    run(scene)


def test_a_wrong_plan_makes_no_class(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            teacher = Browser(server.url)
            for wrong in (
                *({}, {"plan": "none"}, {"plan": 3}, {"plan": "economic-75", "changed": []}),
                {"plan": "economic-75", "changed": {"scenario": "none"}},
                {"plan": "economic-75", "changed": {"per_seat": 99}},
                {"plan": "economic-75", "changed": {"colour": 1}},
                {"plan": "economic-75", "changed": {"configurations": ["none"]}},
            ):
                answer = await teacher.post(f"teach/{KEY}", wrong)
                assert answer.status == 400, wrong
            assert not server.house.rooms

    run(scene)


def test_a_class_that_did_not_come_back_is_told_where_classes_are_made(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            server.house.troubles["x"] = Trouble("ABCDEF", "damaged", "entry 7 is missing", "key")
            told = (await Browser(server.url).get(f"teach/{KEY}/plans")).json()["troubles"]
            assert told == [{"code": "ABCDEF", "kind": "damaged", "why": "entry 7 is missing"}]

    run(scene)


def test_only_the_teacher_has_a_class_measured_again(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room, asked = server.make(), []
            server.site.measure = asked.append
            browser = Browser(server.url)
            assert (await browser.post("teach/c/another/measure", {})).status == 404
            assert (await browser.post(f"teach/c/{room.state.wall}/measure", {})).status == 404
            assert asked == []
            assert (await browser.post(f"teach/c/{room.state.teacher}/measure", {})).status == 202
            assert asked == [room]

    run(scene)


def test_a_roster_is_a_list_of_names(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room, teacher = server.make(), Browser(server.url)
            door = f"teach/c/{room.state.teacher}/roster"
            text = '﻿Ana,1\r\n"Bo, the second",2\n\n Zoë \n'.encode()
            answer = await teacher.post(door, text, "text/csv")
            assert answer.json() == {"names": 3}
            assert room.state.roster == ("Ana", "Bo, the second", "Zoë")
            long = ("Ana\n" + "Bo " * 30 + "\n").encode()
            assert (await teacher.post(door, long, "text/csv")).json() == {
                **{"error": "roster_long", "n": 2, "begins": "Bo Bo Bo Bo Bo Bo Bo Bo", "most": 80}
            }
            many = "".join(f"N{k}\n" for k in range(2001)).encode()
            told = (await teacher.post(door, many, "text/csv")).json()
            assert told == {"error": "roster_many", "count": 2001, "most": 2000}
            for language in LANGUAGES:
                assert {"roster_long", "roster_many"} <= set(words("teach", language)["errors"])
            assert room.state.roster == ("Ana", "Bo, the second", "Zoë")
            assert (await teacher.post(door, b"\xff\xfe", "text/csv")).status == 400
            assert (await teacher.post(door, b"x" * 300_000, "text/csv")).status == 400
            assert (await teacher.post(door, text, "text/plain")).status == 400

    run(scene)


def test_the_picture_for_phones_and_the_zip(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room, anybody = server.make(), Browser(server.url)
            picture = await anybody.get(f"wall/{room.state.wall}/qr.svg")
            assert picture.headers["content-type"] == "image/svg+xml"
            assert picture.body.startswith(b"<svg")
            zipped = await anybody.get(f"teach/c/{room.state.teacher}/export.zip")
            assert zipped.headers["content-type"] == "application/zip"
            assert room.state.code in zipped.headers["content-disposition"]
            assert zipped.headers["cache-control"] == "no-store"

    run(scene)


def test_every_answer_is_guarded(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room, anybody = server.make(), Browser(server.url)
            paths = [
                *("join", f"join/{room.state.code}/about", "join/QQQQQQ/about", "alive"),
                *(f"teach/{KEY}", f"wall/{room.state.wall}", "page/a.js", "page/none", "nowhere"),
            ]
            for path in paths:
                answer = await anybody.get(path)
                policy = answer.headers["content-security-policy"]
                assert "default-src 'none'" in policy
                assert "frame-ancestors 'none'" in policy
                assert "unsafe-inline" not in policy
                assert answer.headers["x-content-type-options"] == "nosniff"
                assert answer.headers["referrer-policy"] == "same-origin"
                kept = "immutable" if path == "page/a.js" else "no-store"
                assert kept in answer.headers["cache-control"]
                assert "server" not in answer.headers

    run(scene)


def test_below_a_path_prefix_everything_leads_below_it(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path, root_path="/p0") as server:
            room = server.make()
            ana = await server.join(room, "Ana")
            page = await ana.get("join")
            assert b"/p0" in page.body
            answer = await Browser(server.url).get(f"class/{room.state.code}")
            assert answer.headers["location"] == f"/p0/join/{room.state.code}"
            wall = await server.watch(room)
            assert wall.see["links"]["join"] == f"{server.url}/p0/join"

    run(scene)


def test_what_is_not_ours_is_answered_below(tmp_path: Path):
    async def below(scope, receive, send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"the game"})

    class Below:
        def __init__(self) -> None:
            self.ran: list[str] = []
            self.router = self

        def lifespan_context(self, app):
            @contextlib.asynccontextmanager
            async def life():
                self.ran.append("begin")
                yield
                self.ran.append("end")

            return life()

        async def __call__(self, scope, receive, send) -> None:
            await below(scope, receive, send)

    game = Below()

    async def scene() -> None:
        async with running(tmp_path, below=game) as server:
            answer = await Browser(server.url).get("watch?scenario=x")
            assert answer.body == b"the game"
            assert "content-security-policy" not in answer.headers
            assert (await Browser(server.url).get("join")).status == 200

    run(scene)
    assert game.ran == ["begin", "end"]
