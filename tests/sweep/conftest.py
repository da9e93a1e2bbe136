"""The rules compiled once, however many workers wait for them."""

import time
from pathlib import Path

import pytest

from sim.model import world_of
from sim.sweep.batch import run_many


@pytest.fixture(scope="session", autouse=True)
def compiled(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> None:
    """Let the first worker compile; the others find what it made in the cache."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    done = Path(shared, "compiled")
    try:
        Path(shared, "compiling").mkdir()
    except FileExistsError:
        while not done.exists():
            time.sleep(0.2)
    else:
        try:
            run_many(world_of("economic-2-plus-2", None, ()), 1, 1)
        finally:
            done.touch()
