"""HTTP as a browser speaks it: one connection that is kept, cookies, nothing more."""

from __future__ import annotations

import asyncio
import json
import ssl
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import urlsplit

LONGEST = 64 * 2**20
PATIENCE = 60.0


class Answer(NamedTuple):
    """An answer of a server; header names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """Return the body as data."""
        return json.loads(self.body or b"null")


@dataclass
class Browser:
    """Somebody's browser at one server.

    Parameters
    ----------
    url : str
        Address of the server with its path prefix, without a slash at the end.
    patience : float
        Seconds it waits for an answer.
    """

    url: str
    cookies: dict[str, str] = field(default_factory=dict)
    patience: float = PATIENCE
    pipe: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    @property
    def cookie(self) -> str:
        """Return all cookies as a header has them."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    async def get(self, path: str) -> Answer:
        """Fetch a path below the server's address."""
        return await self.ask("GET", path)

    async def post(self, path: str, data: Any, kind: str = "application/json") -> Answer:
        """Send data, JSON unless it is bytes."""
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        return await self.ask("POST", path, body, kind)

    async def ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> Answer:
        """Ask once, and again over a new connection where the kept one has gone.

        Raises
        ------
        OSError
            Where the server cannot be reached; TimeoutError where it does not answer.
        """
        async with asyncio.timeout(self.patience):
            if self.pipe is not None:
                try:
                    return await self.speak(method, path, body, kind)
                except (OSError, EOFError):
                    await self.close()
            return await self.speak(method, path, body, kind)

    async def speak(self, method: str, path: str, body: bytes, kind: str) -> Answer:
        """Send a request and read its answer."""
        there = urlsplit(self.url)
        if self.pipe is None:
            secure = ssl.create_default_context() if there.scheme == "https" else None
            port = there.port or (443 if secure else 80)
            self.pipe = await asyncio.open_connection(there.hostname, port, ssl=secure)
        reader, writer = self.pipe
        lines = [
            f"{method} {there.path}/{path} HTTP/1.1",
            f"Host: {there.netloc}",
            f"Origin: {there.scheme}://{there.netloc}",
            f"Content-Length: {len(body)}",
            "Accept-Encoding: identity",
        ]
        lines += [f"Content-Type: {kind}"] * bool(kind) + [f"Cookie: {self.cookie}"] * bool(
            self.cookies
        )
        writer.write("\r\n".join([*lines, "", ""]).encode() + body)
        await writer.drain()
        answer = await read_answer(reader)
        self.note_cookie(answer.headers.get("set-cookie", ""))
        if answer.headers.get("connection", "").lower() == "close":
            await self.close()
        return answer

    def note_cookie(self, line: str) -> None:
        """Keep a cookie, if one was set."""
        name, found, value = line.split(";")[0].partition("=")
        if found:
            self.cookies[name.strip()] = value.strip()

    async def close(self) -> None:
        """Give the connection up."""
        if self.pipe is not None:
            self.pipe[1].close()
            self.pipe = None


async def read_answer(reader: asyncio.StreamReader) -> Answer:
    """Read one answer: with a length, in chunks, or to the end."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    status = int(head[0].split()[1])
    headers = {
        name.strip().lower(): value.strip()
        for name, _, value in (line.partition(":") for line in head[1:] if line)
    }
    if status in (204, 304):
        return Answer(status, headers, b"")
    if headers.get("transfer-encoding", "").lower() == "chunked":
        return Answer(status, headers, await read_chunks(reader))
    if "content-length" in headers:
        return Answer(status, headers, await reader.readexactly(int(headers["content-length"])))
    return Answer(status, headers, await reader.read(LONGEST))


async def read_chunks(reader: asyncio.StreamReader) -> bytes:
    """Read a body sent in chunks."""
    pieces = []
    while size := int((await reader.readuntil(b"\n")).split(b";")[0], 16):
        pieces.append(await reader.readexactly(size))
        await reader.readline()
    await reader.readline()
    return b"".join(pieces)
