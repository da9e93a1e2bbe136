"""A bot's line to its class: the socket, the picture it has, and the answers it waits for."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

CUT = "the connection was lost"
Heard = Callable[["Line", str, dict[str, Any]], None]


class Line:
    """One socket.

    Parameters
    ----------
    address : str
        Of the socket, with http or https.
    cookie : str
        The cookie header, empty for none.
    heard : callable
        Called with the line, the text and the message for every message that comes.
    """

    def __init__(self, address: str, cookie: str, heard: Heard) -> None:
        self.address, self.cookie, self.heard = address, cookie, heard
        self.see: dict[str, Any] = {}
        self.n = 0
        self.bye = ""
        self.first = asyncio.Event()
        self.changed = asyncio.Event()
        self.waiting: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self.own = secrets.token_hex(3)
        self.count = self.received = 0
        self.socket: ClientConnection | None = None
        self.reader: asyncio.Task[None] | None = None

    async def open(self, patience: float = 60.0) -> None:
        """Open the line, and wait for the first picture.

        Raises
        ------
        OSError, TimeoutError, websockets.exceptions.InvalidStatus
            Where there is nobody, nobody answers, or one is not let in.
        """
        there = urlsplit(self.address)
        headers = {"Cookie": self.cookie} if self.cookie else {}
        self.first.clear()
        self.socket = await connect(
            self.address.replace("http", "ws", 1),
            origin=f"{there.scheme}://{there.netloc}",  # type: ignore[arg-type]
            additional_headers=headers,
            compression=None,
            open_timeout=patience,
            ping_interval=None,
            max_size=2**24,
            proxy=None,
        )
        self.reader = asyncio.create_task(self.read())
        async with asyncio.timeout(patience):
            await self.first.wait()

    async def read(self) -> None:
        """Take what comes, until the line is cut."""
        assert self.socket is not None
        with contextlib.suppress(ConnectionClosed):
            async for text in self.socket:
                self.take(str(text))
        for future in self.waiting.values():
            if not future.done():
                future.set_exception(ConnectionResetError(CUT))
        self.waiting.clear()
        self.first.set()

    def take(self, text: str) -> None:
        """Take one message."""
        message = json.loads(text)
        self.received += len(text)
        if "see" in message:
            for part, value in message["see"].items():
                if value is None:
                    self.see.pop(part, None)
                else:
                    self.see[part] = value
            self.n = max(self.n, message["n"])
            self.first.set()
        if "bye" in message:
            self.bye = message["bye"]
        future = self.waiting.pop(message.get("ack", ""), None)
        if future is not None and not future.done():
            future.set_result(message)
        self.heard(self, text, message)
        self.changed.set()

    async def do(self, what: str, **more: Any) -> tuple[dict[str, Any], float]:
        """Send a command; returns its answer and the seconds it took.

        Raises
        ------
        ConnectionError
            Where the line is cut first.
        """
        assert self.socket is not None
        self.count += 1
        mark = f"{self.own}{self.count}"
        future: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self.waiting[mark] = future
        begin = time.perf_counter()
        try:
            await self.socket.send(json.dumps({"do": what, "id": mark, **more}))
        except ConnectionClosed:
            self.waiting.pop(mark, None)
            raise ConnectionResetError(CUT) from None
        return await future, time.perf_counter() - begin

    async def until(self, holds: Callable[[dict[str, Any]], object], patience: float) -> bool:
        """Wait until the picture is as wanted; False where it is not in time."""
        try:
            async with asyncio.timeout(patience):
                while not holds(self.see):
                    self.changed.clear()
                    await self.changed.wait()
        except TimeoutError:
            return False
        return True

    async def close(self) -> None:
        """Hang up."""
        if self.socket is not None:
            await self.socket.close()
        if self.reader is not None:
            await self.reader


__all__ = ["InvalidStatus", "Line"]
