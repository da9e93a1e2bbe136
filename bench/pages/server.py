"""The server that is measured, in a process of its own, as ``communique play`` starts it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

HOUSE = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds after which a server that does not answer is given up."""


@contextmanager
def served() -> Iterator[str]:
    """Serve the pages while the block runs; yield their address."""
    port = free_port()
    command = ["-c", "from cli import main; main()", "play", "--no-browser", "--port", str(port)]
    paths = os.pathsep.join(filter(None, (str(HOUSE), os.environ.get("PYTHONPATH"))))
    process = subprocess.Popen(
        [sys.executable, *command],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        end = time.monotonic() + PATIENCE
        while not answers(address):
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError("the server does not answer")
            time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(address: str) -> bool:
    """Say whether a server answers there."""
    try:
        with urlopen(address, timeout=5):
            return True
    except (URLError, TimeoutError, ConnectionError):
        return False
