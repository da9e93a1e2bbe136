import asyncio
import time
from pathlib import Path

from classroom.web.bots.fetch import Browser
from classroom.web.limits import Limit
from classroom.web.parts import Ready
from classroom.who import Teacher
from tests.classroom.web.running import PLAIN, run, running


def test_one_address_fills_no_class_beyond_a_lecture(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            assert server.site.joins.burst >= 300
            server.site.joins = Limit(burst=3, rate=0.01)
            room, other = server.make(), server.make()
            door = f"join/{room.state.code}"
            for k in range(3):
                answer = await Browser(server.url).post(door, {"nick": f"P{k}", "once": f"{k}"})
                assert answer.status in (200, 202)
            answer = await Browser(server.url).post(door, {"nick": "one more", "once": "3"})
            assert (answer.status, answer.json()["error"]) == (503, "busy")
            await server.join(other, "Ana")  # the class beside has its own places
            await server.house.rooms[other.state.cid].do(Teacher(), {"do": "door", "shut": True})
            answer = await Browser(server.url).post(f"join/{other.state.code}", {"nick": "Bo"})
            assert (answer.status, answer.json()["error"]) == (409, "shut")

    run(scene)


def test_a_link_claims_nothing_a_name_does(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            code = room.state.code
            ana = Browser(server.url)
            for path in ("join", f"join/{code}", f"join/{code}/about", f"class/{code}"):
                await ana.get(path)
            assert not room.state.students
            assert not ana.cookies
            answer = await ana.post(f"join/{code.lower()}", {"nick": "Ana", "once": "1"})
            told = answer.json()
            assert answer.status == 200
            assert (told["sid"], told["nick"], told["go"]) == ("s1", "Ana", f"class/{code}")
            assert len(told["words"].split()) == 4
            cookie = answer.headers["set-cookie"].lower()
            assert "httponly" in cookie
            assert "samesite=lax" in cookie
            page = await ana.get(f"class/{code}")
            assert b"student" in page.body
            about = await ana.get(f"join/{code}/about")
            assert about.json()["you"] == {"nick": "Ana"}

    run(scene)


def test_without_a_key_one_is_sent_to_the_door(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            for code in (room.state.code, "QQQQQQ"):  # and it is the same for any code
                answer = await Browser(server.url).get(f"class/{code}")
                assert answer.status == 303
                assert answer.headers["location"] == f"/join/{code}"

    run(scene)


def test_joining_twice_from_one_browser_is_joining_once(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            ana, same = await server.join(room, "Ana"), Browser(server.url)
            again = await ana.post(f"join/{room.state.code}", {"nick": "Other", "once": "2"})
            assert again.json()["nick"] == "Ana"
            clicks = [same.post(f"join/{room.state.code}", {"nick": "Bo", "once": "b"})]
            other = Browser(server.url)
            clicks.append(other.post(f"join/{room.state.code}", {"nick": "Bo", "once": "b"}))
            one, two = await asyncio.gather(*clicks)
            assert one.json()["sid"] == two.json()["sid"] == "s2"
            assert same.cookies == other.cookies
            assert len(room.state.students) == 2

    run(scene)


def test_two_of_one_name_are_told_apart(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            for _ in range(2):
                answer = await Browser(server.url).post(f"join/{room.state.code}", {"nick": "Ana"})
                assert answer.status == 200
            assert {each.nick for each in room.state.present} == {"Ana", "Ana 2"}

    run(scene)


def test_names_are_limited_and_bodies_checked(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            door, ana = f"join/{room.state.code}", Browser(server.url)
            for nick in ("", "   ", "x" * 25, "x" * 300, 3, None):
                answer = await ana.post(door, {"nick": nick})
                assert answer.status == 400, nick
                assert answer.json()["error"] in ("bad-nick", "bad-request")
            for raw in (b"", b"[]", b"nick=Ana", b"\xff", b'{"nick":"\\ud800"}', b"x" * 100_000):
                assert (await ana.ask("POST", door, raw, "application/json")).status == 400
            assert (await ana.ask("POST", door, b'{"nick":"Ana"}', "text/plain")).status == 400
            assert not room.state.students

    run(scene)


def test_another_sites_page_cannot_join_for_one(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            evil = Browser(server.url.replace("127.0.0.1", "localhost"))
            assert (await evil.post(f"join/{room.state.code}", {"nick": "Eve"})).status == 200
            request = (
                f"POST /join/{room.state.code} HTTP/1.1\r\nHost: {server.url[7:]}\r\n"
                "Origin: http://evil.example\r\nContent-Type: application/json\r\n"
                'Content-Length: 14\r\nConnection: close\r\n\r\n{"nick":"Eve"}'
            )
            reader, writer = await asyncio.open_connection("127.0.0.1", server.url.split(":")[2])
            writer.write(request.encode())
            assert b" 403 " in (await reader.read()).splitlines()[0]
            writer.close()
            assert len(room.state.students) == 1

    run(scene)


def test_coming_back_with_four_words_on_another_device(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            code = room.state.code
            first, second = Browser(server.url), Browser(server.url)
            words = (await first.post(f"join/{code}", {"nick": "Ana"})).json()["words"]
            line = await server.open(room, first)
            wrong = await second.post(f"resume/{code}", {"words": "oak oak oak oak"})
            assert (wrong.status, wrong.json()["error"]) == (403, "wrong-words")
            answer = await second.post(f"resume/{code}", {"words": words.upper()})
            assert answer.json()["sid"] == "s1"
            other = await server.open(room, second)
            assert other.see["me"]["nick"] == "Ana"
            async with asyncio.timeout(5):
                while not line.bye:
                    await asyncio.sleep(0.01)
            assert line.bye == "elsewhere"
            old = await first.get(f"class/{code}")  # its key has been changed
            assert old.status == 303

    run(scene)


def test_guesses_are_slowed_but_a_school_behind_one_address_comes_in(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            server.site.tries.limit = Limit(burst=20, rate=0.1)
            room, other = server.make(), server.make()
            guesser = Browser(server.url)
            await server.join(room, "Ana")
            answers = [
                (await guesser.post(f"join/QQQQ{a}{b}", {"nick": "x"})).status
                for a in "ABCDE"
                for b in "ABCDEF"
            ]
            assert answers[:20] == [404] * 20
            assert set(answers[20:]) == {429}
            last = await guesser.get("join/QQQQAA/about")
            assert last.json()["error"] == "too-many"
            assert int(last.headers["retry-after"]) > 0
            # a class known at this address lets its people in; one nobody here knows must wait
            await server.join(room, "Bo")
            unknown = await guesser.post(f"join/{other.state.code}", {"nick": "x"})
            assert unknown.status == 429

    run(scene)


def test_three_hundred_in_one_second_get_a_place_at_once_and_are_in_within_twenty(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            code = room.state.code
            begin = time.monotonic()
            first: list[float] = []
            places: list[int] = []

            async def come(k: int) -> str:
                browser = Browser(server.url)
                answer = await browser.post(f"join/{code}", {"nick": f"N{k}", "once": str(k)})
                first.append(time.monotonic() - begin)
                while answer.status == 202:
                    told = answer.json()
                    places.append(told["place"])
                    await asyncio.sleep(told["again"])
                    answer = await browser.get(f"join/{code}/place/{told['ticket']}")
                assert answer.status == 200, answer.body
                await browser.close()
                return answer.json()["sid"]

            sids = await asyncio.gather(*(come(k) for k in range(300)))
            assert len(set(sids)) == 300
            assert max(first) < 5
            assert time.monotonic() - begin < 20
            assert max(places) > 150
            assert len({each.key for each in room.state.students.values()}) == 300

    run(scene)


def test_a_class_that_is_over_takes_nobody_in(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            line = await server.teach(room)
            assert (await line.do("end"))[0]["ok"]
            answer = await Browser(server.url).post(f"join/{room.state.code}", {"nick": "Ana"})
            assert (answer.status, answer.json()["error"]) == (410, "ended")

    run(scene)


def test_a_language_is_taken_from_the_address_or_the_browser_and_kept(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            code, ana = room.state.code, Browser(server.url)
            assert b"lang=en" in (await ana.get(f"join/{code}")).body
            assert b"lang=ja" in (await ana.get(f"join/{code}?lang=ja")).body
            assert b"lang=en" in (await ana.get(f"join/{code}?lang=xx")).body
            answer = await ana.post(f"join/{code}", {"nick": "Ana", "language": "ja"})
            assert answer.status == 200
            assert room.state.students["s1"].language == "ja"
            assert b"lang=ja" in (await ana.get(f"class/{code}")).body
            unknown = await Browser(server.url).post(
                f"join/{code}", {"nick": "Bo", "language": "xx"}
            )
            assert unknown.status == 200
            assert room.state.students["s2"].language == "en"

    run(scene)


def test_ones_own_address_opens_for_ever_and_nobody_elses_does(tmp_path: Path):
    async def scene() -> None:
        painters = {**PLAIN, "home": lambda room, sid: {"me": sid, "of": Ready('"a table"')}}
        async with running(tmp_path, painters=painters) as server:
            room = server.make()
            ana = await server.enter(room, "Ana")
            await server.enter(room, "Bo")
            home = ana.see["links"]["home"]
            page = await Browser(server.url).get(home)  # no cookie needed: another device
            assert b"'me': 's1'" in page.body
            assert b"a table" in page.body
            for wrong in (home.replace("-s1-", "-s2-"), home[:-1], home.replace("home/", "home/x")):
                assert (await Browser(server.url).get(wrong)).status == 404

    run(scene)
