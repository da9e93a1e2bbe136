"""Visits to a page: how long until it is there, and what went over the wire for it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

SIZE = {"width": 1280, "height": 900}
WAIT = 60_000
"""Milliseconds after which a page is given up."""


@dataclass
class Wire:
    """What a tab has sent and been sent."""

    address: str
    requests: int = 0
    lost: list[str] = field(default_factory=list)
    """Addresses that were asked for and are not the server's, or that it does not have."""
    file_bytes: int = 0
    """As they came, compressed."""
    socket_bytes: int = 0
    """Of messages from the server."""

    def asked(self, told: dict[str, Any]) -> None:
        """Hear of a request."""
        url = told["request"]["url"]
        if url.startswith(("data:", "blob:")):
            return
        self.requests += 1
        if not url.startswith(self.address):
            self.lost.append(url)

    def answered(self, told: dict[str, Any]) -> None:
        """Hear of an answer."""
        if told["response"]["status"] >= 400:
            self.lost.append(told["response"]["url"])

    def came(self, told: dict[str, Any]) -> None:
        """Hear of a file that has come."""
        self.file_bytes += int(told["encodedDataLength"])

    def heard(self, told: dict[str, Any]) -> None:
        """Hear of a message on a socket."""
        response = told["response"]
        size = len(response["payloadData"])
        # a message that is no text comes as base64
        self.socket_bytes += size if response["opcode"] == 1 else size * 3 // 4


@dataclass(frozen=True)
class Visit:
    """A page that was opened."""

    seconds: float
    """From the address to the sign that it is there."""
    wire: Wire


@contextmanager
def tab(browser: Any, address: str) -> Iterator[tuple[Any, Wire]]:
    """Open a tab of its own, with nothing in its cache; yield its page and its wire."""
    context = browser.new_context(viewport=SIZE, reduced_motion="reduce")
    page, wire = context.new_page(), Wire(address)
    page.set_default_timeout(WAIT)
    talk = context.new_cdp_session(page)
    talk.send("Network.enable")
    talk.on("Network.requestWillBeSent", wire.asked)
    talk.on("Network.responseReceived", wire.answered)
    talk.on("Network.loadingFinished", wire.came)
    talk.on("Network.webSocketFrameReceived", wire.heard)
    try:
        yield page, wire
    finally:
        context.close()


def visited(browser: Any, address: str, path: str, sign: str) -> Visit:
    """Open a page for the first time.

    Parameters
    ----------
    sign : str
        Selector of what is to be seen of it before it counts as open.
    """
    with tab(browser, address) as (page, wire):
        began = time.perf_counter()
        page.goto(address + path, wait_until="commit")
        page.wait_for_selector(sign)
        seconds = time.perf_counter() - began
        page.wait_for_load_state("networkidle")
        return Visit(seconds, wire)
