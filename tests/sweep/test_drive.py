"""Driving: the same results from any workers in any pieces, and every way to be interrupted."""

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path

import pytest

from scenarios.problems import ScenarioError
from sim.sweep import drive
from sim.sweep.digest import digest_of
from sim.sweep.drive import play_part
from sim.sweep.entry import play
from sim.sweep.executors import executor_of
from sim.sweep.store import Store
from tests.sweep.studies import study
from tests.terminal.commands import process

pytestmark = pytest.mark.timeout(900)
WORKERS = {
    "one thread, large parts": (1, "threads", None),
    "one thread, small parts": (1, "threads", 7),
    "three threads": (3, "threads", 5),
    "processes": (2, "processes", 16),
}


@pytest.fixture(scope="module")
def made():
    return study("two-tracks", 40, arms=(), repeat=2)


@pytest.fixture(scope="module")
def expected(made, tmp_path_factory: pytest.TempPathFactory) -> str:
    store = Store(tmp_path_factory.mktemp("whole"))
    play(made, store, 1, "threads", size=1000)
    assert len(store.parts()) == 1
    return digest_of(store)


@pytest.mark.parametrize("who", WORKERS)
def test_whoever_plays_in_whatever_pieces_finds_the_same(made, expected, tmp_path: Path, who: str):
    workers, executor, size = WORKERS[who]
    store = Store(tmp_path)
    assert play(made, store, workers, executor, size=size) == 0
    assert len(store.parts()) > 1
    assert digest_of(store) == expected


@pytest.mark.slow
def test_a_dask_cluster_is_started_where_none_is_named(made, expected, tmp_path: Path):
    play(made, Store(tmp_path), 2, "dask:", size=16)
    assert digest_of(Store(tmp_path)) == expected


@contextmanager
def cluster() -> Iterator[str]:
    """Give the address of a Dask scheduler with two workers."""
    from distributed import LocalCluster

    with LocalCluster(2, threads_per_worker=1, dashboard_address=None) as found:
        yield found.scheduler_address


@pytest.mark.slow
def test_a_dask_cluster_at_an_address_plays_too(made, expected, tmp_path: Path):
    with cluster() as address, executor_of(f"dask:{address}", None) as (_, workers):
        assert workers == 2
        play(made, Store(tmp_path), 9, f"dask:{address}", size=16)
    assert digest_of(Store(tmp_path)) == expected


def test_any_open_executor_will_do_and_stays_open(made, expected, tmp_path: Path):
    with ThreadPoolExecutor(1) as pool:
        play(made, Store(tmp_path), executor=pool)
        assert pool.submit(int).result() == 0
    assert digest_of(Store(tmp_path)) == expected


@pytest.mark.parametrize(
    ("executor", "told"),
    [
        ("thread", "did you mean 'threads'"),
        ("dask:nowhere", "the address of a Dask scheduler"),
        ("dask:tcp://127.0.0.1:9", "the address of a Dask scheduler"),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_workers_that_are_not_there_are_one_clear_problem(
    made, tmp_path: Path, executor: str, told: str, monkeypatch
):
    monkeypatch.setattr("sim.sweep.executors.PATIENCE", "1s")
    with pytest.raises(ScenarioError, match=told):
        play(made, Store(tmp_path), 1, executor)
    Store(tmp_path).open(study(runs=8))  # what never began holds no folder against another sweep


class Fickle(Executor):
    """Plays a few chunks at once, and then does something else."""

    def __init__(self, chunks: int, error: BaseException) -> None:
        self.left, self.error = chunks, error

    def submit(self, function, *args):
        future: Future = Future()
        self.left -= 1
        if self.left >= 0:
            future.set_result(function(*args))
        elif isinstance(self.error, KeyboardInterrupt):
            raise self.error
        else:
            future.set_exception(self.error)
        return future


@pytest.mark.parametrize("chunks", [0, 1, 3])
def test_ctrl_c_keeps_what_is_played_and_is_resumed(made, expected, tmp_path: Path, chunks: int):
    store = Store(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        play(made, store, 2, Fickle(chunks, KeyboardInterrupt()), size=20)
    assert sum(last - first for first, last, _ in store.parts()) == 20 * chunks
    assert not store.finished
    play(made, store, 2, "threads", size=11)
    assert digest_of(store) == expected


def test_a_worker_that_dies_is_told_and_resumed(made, expected, tmp_path: Path):
    store = Store(tmp_path)
    with pytest.raises(ScenarioError, match="a worker that is gone"):
        play(made, store, 1, Fickle(1, BrokenProcessPool("died")), size=30)
    play(made, store, 1, "threads")
    assert digest_of(store) == expected


def test_a_study_travels_to_a_worker_as_what_it_is(made):
    copy = pickle.loads(pickle.dumps(made))
    assert copy.digest == made.digest
    assert play_part(copy, 3, 9) == play_part(made, 3, 9)


def parts_in(folder: Path) -> int:
    return len(list(folder.glob("part-*.parquet")))


def children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


RUNS = 3000
LONG = ("sweep", "economic-2-plus-2", "--runs", RUNS, "--set", "horizon=12", "--seed", "3")
BY_PROCESSES = pytest.param("processes", marks=pytest.mark.slow)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks /proc about processes")
@pytest.mark.parametrize("first", ["threads", BY_PROCESSES])
def test_killed_and_resumed_by_others_it_ends_with_the_same_digest(
    tmp_path: Path, whole_digest: str, first: str
):
    folder = tmp_path / "s"
    running = process(*LONG, "--executor", first, "--workers", "2", "--out", folder)
    while parts_in(folder) < 2:
        assert running.poll() is None, running.stderr.read()
        time.sleep(0.02)
    workers = children(running.pid)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    assert 0 < sum(last - first for first, last, _ in Store(folder).parts()) < RUNS
    ended = time.monotonic() + 30
    while any(map(alive, workers)) and time.monotonic() < ended:
        time.sleep(0.05)
    assert not any(map(alive, workers))  # nobody is left behind
    other = "processes" if first == "threads" else "threads"
    done = process(*LONG, "--executor", other, "--workers", "1", "--out", folder)
    out, err = done.communicate()
    assert (done.returncode, err) == (0, "")
    assert whole_digest[:16] in out


@pytest.fixture(scope="module")
def whole_digest(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("uninterrupted")
    done = process(*LONG, "--out", folder)
    assert done.wait() == 0
    return digest_of(Store(folder))


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them")
@pytest.mark.parametrize("executor", ["threads", BY_PROCESSES])
def test_ctrl_c_at_the_terminal_says_what_is_there(tmp_path: Path, executor: str):
    folder = tmp_path / "s"
    running = process(*LONG, "--executor", executor, "--out", folder, start_new_session=True)
    while parts_in(folder) < 1:
        assert running.poll() is None, running.stderr.read()
        time.sleep(0.02)
    before = parts_in(folder)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does, to workers as well
    out, err = running.communicate(timeout=120)
    assert (running.returncode, out) == (130, "")
    assert parts_in(folder) > before  # what was under way is kept
    there = sum(last - first for first, last, _ in Store(folder).parts())
    assert err.splitlines()[-1].startswith(
        f"communique: stopped; {there:,} of {RUNS:,} runs are in"
    )
    assert "Traceback" not in err


@pytest.mark.slow
def test_memory_does_not_grow_with_the_number_of_runs(tmp_path: Path):
    code = (
        "import resource, sys; from sim.sweep.entry import play, study_of;"
        "from sim.sweep.store import Store; from pathlib import Path;"
        "made = study_of('economic-2-plus-2', int(sys.argv[1]), 'sobol', ('all-assumed',),"
        "changes=('horizon=1',)); play(made, Store(Path(sys.argv[2])), 2, 'threads', size=512);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    peaks = []
    for runs in (5_000, 50_000):
        command = [sys.executable, "-c", code, str(runs), str(tmp_path / str(runs))]
        peaks.append(int(subprocess.run(command, capture_output=True, check=True).stdout))
    assert peaks[1] < peaks[0] * 1.1


def test_the_rules_are_compiled_before_any_worker_asks_for_them(made, monkeypatch):
    played = []
    monkeypatch.setattr(drive, "run_many", lambda world, seed, runs: played.append(runs))
    drive.warm(made)
    assert played == [1]
