"""``communique serve`` in a process of its own, to be killed."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.ui.serving import TOP, free_port


class Hosted:
    """A server that can be killed and started again where it was."""

    def __init__(self, folder: Path, *more: str) -> None:
        self.folder, self.more = folder, more
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[str] | None = None
        self.teach = ""

    def start(self) -> float:
        """Start it, and return the seconds until it answered."""
        begin = time.monotonic()
        command = [sys.executable, str(TOP / "cli.py"), "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(
            [*command, "--data", str(self.folder), *self.more],
            cwd=TOP,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        while not self.teach:
            line = self.process.stdout.readline()
            assert line, "the server ended"
            if found := re.search(r"http\S+/teach/\S+", line):
                self.teach = found[0]
        return time.monotonic() - begin

    def kill(self) -> None:
        """End it at once, as when the power fails."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()
        self.teach = ""

    def stop(self) -> None:
        """End it as Ctrl-C does."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(20)
        self.process.stdout.close()


@contextlib.contextmanager
def hosted(folder: Path, *more: str) -> Iterator[Hosted]:
    """Host classes while the block runs."""
    server = Hosted(folder, *more)
    server.start()
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.kill()
