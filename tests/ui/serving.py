"""A real server in a process of its own, for the tests that need one."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

TOP = Path(__file__).parents[2]


def free_port() -> int:
    """Return a port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(module: str, patience: float = 60.0) -> Iterator[str]:
    """Serve a module's page while the block runs; yields its address."""
    port = free_port()
    command = f"from ui.server import serve; serve(port={port}, module={module!r})"
    process = subprocess.Popen([sys.executable, "-c", command], cwd=TOP)
    address = f"http://127.0.0.1:{port}"
    try:
        end = time.monotonic() + patience
        while not answers(address):
            assert process.poll() is None, "the server ended"
            assert time.monotonic() < end, "the server does not answer"
            time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def answers(address: str) -> bool:
    """Say whether a server answers there."""
    try:
        with urlopen(address, timeout=5):
            return True
    except (URLError, TimeoutError, ConnectionError):
        return False
