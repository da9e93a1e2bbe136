"""Who plays the chunks: threads, processes, or a Dask cluster, each behind the same interface."""

import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process

from scenarios.problems import Problem, ScenarioError, nearest, shown
from sim.rules.compiled import can_compile

KINDS = ("threads", "processes")
DASK = "dask:"
OPTION = "--executor"
PATIENCE = "10s"
"""How long a scheduler may take to answer."""


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
        ``threads``, ``processes`` or ``dask:ADDRESS``, where ``dask:`` alone starts a cluster on
        this machine; by default threads where the compiled rules let go of the interpreter, else
        processes.
    workers : int, optional
        By default one for each core; a Dask cluster at an address has its own.

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
        context = get_context("spawn")
        with ProcessPoolExecutor(count, mp_context=context, initializer=follow_parent) as pool:
            yield pool, count
    elif chosen.startswith(DASK):
        with dask_executor(chosen.removeprefix(DASK), count) as found:
            yield found
    else:
        near = nearest(chosen, KINDS)
        allowed = "one of threads, processes, dask:ADDRESS"
        raise ScenarioError([Problem(OPTION, "", shown(chosen), allowed, near)])


def follow_parent() -> None:
    """Let a worker leave Ctrl-C to its parent, and end when that is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """Wait for the parent to end, and end this process."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


@contextmanager
def dask_executor(address: str, workers: int) -> Iterator[tuple[Executor, int]]:
    """Open a Dask cluster as an executor; without an address, one on this machine."""
    try:
        from distributed import Client
    except ImportError:
        allowed = "Dask, of the extra dask, communique[dask]"
        raise ScenarioError([Problem(OPTION, "", "no Dask", allowed)]) from None
    try:
        if address:
            client = Client(address, timeout=PATIENCE)
        else:
            client = Client(n_workers=workers, threads_per_worker=1, dashboard_address=None)
    except (OSError, ValueError, TimeoutError) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0][:80]
        allowed = "the address of a Dask scheduler, such as dask:tcp://host:8786"
        raise ScenarioError([Problem(OPTION, "", reason, allowed)]) from None
    with client:
        yield client.get_executor(pure=False), max(1, sum(client.nthreads().values()))
