"""Who plays the chunks: threads, processes, or a Dask cluster, each behind the same interface."""

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from scenarios.problems import Problem, ScenarioError, nearest, shown
from sim.rules.compiled import can_compile

KINDS = ("threads", "processes")
DASK = "dask:"
OPTION = "--executor"


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def executor_of(kind: str | None, workers: int | None) -> Iterator[tuple[Executor, int]]:
    """Open what a name stands for; yield it with the number of its workers.

    Parameters
    ----------
    kind : str, optional
        ``threads``, ``processes`` or ``dask:ADDRESS``; by default threads where the compiled
        rules let go of the interpreter, else processes.
    workers : int, optional
        By default one for each core.

    Raises
    ------
    ScenarioError
        Where there is no such kind, or nobody answers at the address.
    """
    chosen = kind or ("threads" if can_compile() else "processes")
    count = workers or cores()
    if chosen == "threads":
        with ThreadPoolExecutor(count) as pool:
            yield pool, count
    elif chosen == "processes":
        with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
            yield pool, count
    elif chosen.startswith(DASK):
        with dask_executor(chosen.removeprefix(DASK)) as found:
            yield found
    else:
        near = nearest(chosen, KINDS)
        allowed = "one of threads, processes, dask:ADDRESS"
        raise ScenarioError([Problem(OPTION, "", shown(chosen), allowed, near)])


@contextmanager
def dask_executor(address: str) -> Iterator[tuple[Executor, int]]:
    """Open a Dask cluster as an executor; without an address, one on this machine."""
    try:
        from distributed import Client
    except ImportError:
        allowed = 'Dask installed: pip install "communique[dask]"'
        raise ScenarioError([Problem(OPTION, "", "no Dask", allowed)]) from None
    try:
        client = Client(address, timeout="10s") if address else Client()
    except (OSError, ValueError, TimeoutError) as error:
        reason = str(error).splitlines()[0][:80] if str(error) else type(error).__name__
        allowed = "the address of a Dask scheduler, such as dask:tcp://host:8786"
        raise ScenarioError([Problem(OPTION, "", reason, allowed)]) from None
    with client:
        yield client.get_executor(), max(1, len(client.scheduler_info()["workers"]))
