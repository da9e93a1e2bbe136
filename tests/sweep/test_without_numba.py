"""The same runs in processes without numba, with its compiler off, and with its bounds checked."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sim.rules.compiled import can_compile
from tests.sweep.engines import Case, compiled

pytestmark = pytest.mark.timeout(900)

HOUSE = Path(__file__).parents[2]
BLOCKER = """
import importlib.machinery, sys

class Blocked(importlib.machinery.PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        absent = name.split(".")[0] in ("numba", "llvmlite")
        return None if absent else super().find_spec(name, path, target)

sys.meta_path = [f for f in sys.meta_path if f is not importlib.machinery.PathFinder] + [Blocked]
"""
DIGESTS = """
import hashlib, sys
from sim.model import world_of
from sim.sweep.batch import run_many
from sim.rules.compiled import can_compile

for name in ("economic-2-plus-2", "two-tracks"):
    states = run_many(world_of(name, None, ()), 9, {runs}, keep=True).states
    print(name, hashlib.sha256(states.tobytes()).hexdigest())
print(can_compile(), "numba" in sys.modules)
"""
OUT_OF_BOUNDS = """
import numpy as np
from sim.rules.compiled import compiled_rules
from sim.rules.chance import uniform

compiled_rules()[uniform](np.zeros((1, 1), dtype=np.int64), 0, 1)
"""


def run(text: str, **more: str) -> subprocess.CompletedProcess:
    environment = {**os.environ, "PYTHONPATH": str(HOUSE), **more}
    return subprocess.run(
        [sys.executable, "-c", text],
        env=environment,
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )


def told(runs: int, before: str = "", **more: str) -> list[str]:
    done = run(before + DIGESTS.format(runs=runs), **more)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def digests(runs: int) -> list[str]:
    lines = []
    for name in ("economic-2-plus-2", "two-tracks"):
        memory = b"".join(state.tobytes() for state in compiled(Case(name), 9, range(runs)))
        lines.append(f"{name} {hashlib.sha256(memory).hexdigest()}")
    return lines


def test_numba_is_at_hand_in_these_tests():
    assert can_compile()


def test_without_numba_the_runs_are_the_same():
    assert told(4, BLOCKER) == [*digests(4), "False False"]


def test_with_the_compiler_off_the_runs_are_the_same():
    assert told(4, NUMBA_DISABLE_JIT="1") == [*digests(4), "False False"]


@pytest.mark.slow
def test_with_bounds_checked_the_runs_are_the_same(tmp_path: Path):
    # The cache does not tell checked code from unchecked, so it gets a folder of its own.
    checked = {"NUMBA_BOUNDSCHECK": "1", "XDG_CACHE_HOME": str(tmp_path)}
    assert told(200, **checked) == [*digests(200), "True True"]
    assert "IndexError" in run(OUT_OF_BOUNDS, **checked).stderr
