"""Connections that never come to anything hold nobody up, and are given up."""

import asyncio
import contextlib
import gc
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from classroom.web import bodies, patience
from classroom.web.patience import patient
from classroom.web.server import raise_limits, spare_pauses
from tests.classroom.web.running import Running, run, running, until

resource = pytest.importorskip("resource")
HALF = b"GET /alive HTTP/1.1\r\nHost: x\r\n"
WHOLE = HALF + b"\r\n"
Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@contextlib.asynccontextmanager
async def connected(server: Running, *sent: bytes) -> AsyncIterator[list[Stream]]:
    """Open a connection for each of the texts, and send them."""
    port = int(server.url.rpartition(":")[2])
    found = []
    for text in sent:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(text)
        found.append((reader, writer))
    try:
        yield found
    finally:
        for _, writer in found:
            writer.close()


async def rest(reader: asyncio.StreamReader) -> bytes:
    """Return what comes until the server closes a connection."""
    with contextlib.suppress(ConnectionError):
        return await asyncio.wait_for(reader.read(), 5)
    return b""


def test_who_never_finishes_a_request_is_given_up_and_nobody_else(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(patience, "PATIENCE", 0.3)

    async def scene() -> None:
        async with running(tmp_path, http=patient(1000)) as server:
            room = server.make()
            line = await server.enter(room, "Ann")
            async with connected(server, HALF, WHOLE + HALF) as (first, second):
                assert await rest(first[0]) == b""
                assert b"200 OK" in await rest(second[0])
            answer, _ = await line.do("ready", on=True)
            assert answer["ok"]

    run(scene)


def test_a_body_that_does_not_come_is_not_waited_for(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(bodies, "PATIENCE", 0.2)

    async def scene() -> None:
        async with running(tmp_path) as server:
            code = server.make().state.code
            head = f"POST /join/{code} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            text = f"{head}Content-Length: 60\r\nConnection: close\r\n\r\n{{"
            async with connected(server, text.encode()) as ((reader, _),):
                answer = await rest(reader)
            assert b"400 Bad Request" in answer
            assert json.loads(answer.partition(b"\r\n\r\n")[2]) == {"error": "bad-request"}

    run(scene)


def test_beyond_so_many_a_new_connection_is_closed_and_those_who_are_in_stay(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path, http=patient(30)) as server:
            room = server.make()
            line = await server.enter(room, "Ann")
            async with connected(server, *[HALF] * 30) as held:
                last, _ = held[-1]
                assert await rest(last) == b""
                answer, _ = await line.do("ready", on=True)
                assert answer["ok"]
            await until(lambda: len(server.server.server_state.connections) == 1)
            assert (await server.enter(room, "Bea")).see

    run(scene)


def test_as_many_descriptors_are_asked_for_as_there_are(monkeypatch):
    asked = []

    def grudging(which: int, wanted: tuple[int, int]) -> None:
        asked.append(wanted[0])
        if wanted[0] > 10_240:
            raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr(resource, "getrlimit", lambda which: (256, resource.RLIM_INFINITY))
    monkeypatch.setattr(resource, "setrlimit", grudging)
    assert raise_limits() == asked[-1] == 8192


def test_a_class_that_grows_is_not_looked_through_for_garbage_again_and_again():
    before = gc.get_threshold()
    try:
        spare_pauses()
        full = gc.get_stats()[2]["collections"]
        games = [[k] for k in range(1_000_000)]
        assert gc.get_stats()[2]["collections"] == full, len(games)
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def test_who_does_not_take_an_answer_is_given_up(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(patience, "PATIENCE", 0.2)

    async def much(request: Request) -> Response:
        return Response(bytes(2**26))

    async def scene() -> None:
        below = Starlette(routes=[Route("/much", much)])
        async with running(tmp_path, http=patient(1000), below=below) as server:
            known = server.server.server_state.connections
            async with connected(server, b"GET /much HTTP/1.1\r\nHost: x\r\n\r\n") as ((_, to),):
                to.transport.pause_reading()
                await until(lambda: len(known) == 1)
                await until(lambda: not known)

    run(scene)
