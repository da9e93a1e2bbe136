"""Compiled rules made ready in the background, so that nobody waits for them.

Where they were compiled before they only have to be read, which takes a second. Where they were
not, numba takes a minute and more, and would hold up every page of this process meanwhile; so a
process of its own compiles them, behind all others, and leaves them in the cache to be read.
"""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np

from sim.rules.block import empty_block
from sim.rules.compiled import cache_folder, can_compile
from sim.rules.params import Params
from sim.sweep.kept import kept
from sim.sweep.live.engine import play
from sim.sweep.live.monthly import compiled_monthly

HOUSE = Path(__file__).parents[3]
ALONE = "from sim.sweep.live.compiler import compile_alone; compile_alone()"
BEHIND = 10
"""By how much the process that compiles stands back behind others."""


def at_hand() -> bool:
    """Say whether the rules were compiled before, so that they only have to be read."""
    if not can_compile() or not any(cache_folder().rglob("monthly.play_monthly*.nbc")):
        return False  # without reading numba, which takes a second
    return kept(compiled_monthly())


def compile_here() -> None:
    """Compile the rules in this process, or read them from the cache, by playing no run."""
    nowhere = np.zeros((0, 0), dtype=np.int64)
    play(empty_block(Params), nowhere, 0, np.zeros(0, dtype=np.int64), 0, plain=False)


def compile_alone() -> None:
    """Compile the rules for the cache; give up as soon as whoever asked for it is gone."""
    if hasattr(os, "nice"):
        os.nice(BEHIND)

    def watch() -> None:
        sys.stdin.read()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
    compile_here()


class Compiler:
    """Makes the compiled rules ready, once."""

    def __init__(self) -> None:
        self.ready = threading.Event()
        self.failed = not can_compile()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin, unless it has begun."""
        with self._lock:
            if self._thread is None and not self.failed:
                self._thread = threading.Thread(target=self._run, name="compiler", daemon=True)
                self._thread.start()

    def start_if_kept(self) -> None:
        """Begin if the rules only have to be read from the cache."""
        if at_hand():
            self.start()

    def await_ready(self, stop: threading.Event, seconds: float = float("inf")) -> bool:
        """Wait until the rules are ready, stopped, or late; say whether they are ready."""
        end = time.monotonic() + seconds
        while not (self.failed or stop.is_set() or time.monotonic() > end):
            if self.ready.wait(0.05):
                return True
        return self.ready.is_set()

    def _run(self) -> None:
        try:
            if not at_hand():
                self._elsewhere()
            compile_here()
        except Exception:
            self.failed = True
        else:
            self.ready.set()

    def _elsewhere(self) -> None:
        paths = os.pathsep.join(filter(None, (str(HOUSE), os.environ.get("PYTHONPATH"))))
        with subprocess.Popen(
            [sys.executable, "-c", ALONE],
            env={**os.environ, "PYTHONPATH": paths},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            process.wait()


COMPILER = Compiler()
