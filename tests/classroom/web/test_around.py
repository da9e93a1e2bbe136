"""A phone is sent to an address at which it finds the server, wherever the teacher looks from."""

import re
import socket
from pathlib import Path

from starlette.requests import HTTPConnection

from classroom.web import around
from classroom.web.staff import links
from tests.classroom.web.hosted import hosted
from tests.classroom.web.running import run, running


def asked(host: str) -> HTTPConnection:
    """Return a question of a browser that has this host in its address line."""
    scope = {"type": "http", "path": "/", "scheme": "http", "server": ("127.0.0.1", 80)}
    return HTTPConnection(scope | {"headers": [(b"host", host.encode())]})


def test_the_wall_sends_phones_to_the_room_though_it_was_opened_at_home(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            for own in ("127.0.0.1:8765", "localhost:8765", "[::1]:8765"):
                assert links(asked(own), server.site, room, False)["join"] == f"http://{own}/join"
                server.site.seen = "192.168.1.5"
                told = links(asked(own), server.site, room, False)["join"]
                assert told == "http://192.168.1.5:8765/join"
                server.site.seen = ""
            server.site.seen = "192.168.1.5"
            told = links(asked("school.example"), server.site, room, False)["join"]
            assert told == "http://school.example/join"

    run(scene)


def test_a_server_for_the_room_tells_the_rooms_address(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(around, "own_addresses", lambda: ["127.0.1.1", "10.0.0.7"])
    assert around.seen_host("0.0.0.0") == "10.0.0.7"
    monkeypatch.setattr(around, "own_addresses", lambda: ["127.0.1.1"])
    assert around.seen_host("::") == ""


def test_the_addresses_of_this_machine_are_addresses():
    for each in around.own_addresses():
        assert socket.inet_aton(each)


def test_what_serve_prints_for_students_leads_there(tmp_path: Path):
    with hosted(tmp_path / "classes", "--host", "0.0.0.0") as server:
        host = re.match(r"http://([^:/]+)", server.teach)[1]
    assert host == (around.seen_host("0.0.0.0") or "127.0.0.1")
