"""A real server in a process of its own, for the tests that need one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.pages.server import answers, free_port

TOP = Path(__file__).parents[2]


class Server:
    """A server that can be killed and started again at the same address."""

    def __init__(self, module: str, patience: float = 60.0) -> None:
        self.port, self.patience = free_port(), patience
        self.address = f"http://127.0.0.1:{self.port}"
        command = f"from ui.server import serve; serve(port={self.port}, module={module!r})"
        self.command = [sys.executable, "-c", command]
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        # no page needs compiled rules, and to compile them takes longer than all tests of pages
        plain = {**os.environ, "NUMBA_DISABLE_JIT": "1"}
        self.process = subprocess.Popen(self.command, cwd=TOP, env=plain)
        end = time.monotonic() + self.patience
        while not answers(self.address):
            assert self.process.poll() is None, "the server ended"
            assert time.monotonic() < end, "the server does not answer"
            time.sleep(0.1)

    def kill(self) -> None:
        """End it at once, as a crash does."""
        self.process.kill()
        self.process.wait(10)

    def stop(self) -> None:
        """End it in good order."""
        self.process.terminate()
        self.process.wait(10)


@contextmanager
def serving(module: str, patience: float = 60.0) -> Iterator[str]:
    """Serve a module's page while the block runs; yields its address."""
    server = Server(module, patience)
    try:
        yield server.address
    finally:
        server.stop()
