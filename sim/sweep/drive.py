"""Driving a sweep: chunks to the workers, parts into the folder, until every row is there."""

from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait

from scenarios.arrange import arrange
from scenarios.problems import Problem, ScenarioError
from sim.rules.compiled import can_compile
from sim.sweep.batch import run_many
from sim.sweep.chunk import play_chunk
from sim.sweep.part import encoded
from sim.sweep.store import Store
from sim.sweep.study import Study

CHUNK, PLAIN_CHUNK = 2048, 64
"""Most rows in a part: some seconds of work, compiled or plain."""
EACH = 8
"""Parts for each worker, where there are few rows: enough that none waits long for another."""
AHEAD = 2
"""Chunks handed out for each worker, so that none waits and memory stays flat."""
GONE = ("distributed", "dask")
"""Packages whose errors say that a cluster has lost a worker, or itself."""

Part = tuple[int, int, bytes, tuple[tuple[int, str], ...]]
Told = Callable[[int, int], None]
"""Is told after each part how many rows there are now, and how many of the new ones failed."""


def play_part(study: Study, first: int, last: int, plain: bool = False) -> Part:
    """Play a chunk and return it as the bytes of its part, with the rows that failed."""
    chunk = play_chunk(study, first, last, plain)
    return first, last, encoded(study, chunk), chunk.errors


def warm(study: Study) -> None:
    """Compile the rules, once, before any worker asks for them."""
    if can_compile():
        run_many(arrange(study.scenario), 0, 1)


def size_of(rows: int, workers: int) -> int:
    """Return how many rows a part of a sweep has.

    Examples
    --------
    >>> size_of(320, 2)
    20
    """
    most = CHUNK if can_compile() else PLAIN_CHUNK
    return max(1, min(most, -(-rows // (EACH * workers))))


def drive(
    study: Study,
    store: Store,
    executor: Executor,
    workers: int,
    told: Told = lambda rows, failed: None,
    size: int | None = None,
) -> int:
    """Play every row that the folder lacks, and return how many failed among these.

    Parameters
    ----------
    executor : Executor
        Anything with the interface of ``concurrent.futures``.
    told : callable
        Is told how far the sweep is.
    size : int, optional
        Rows in a part; by default what suits the number of rows and workers.

    Raises
    ------
    ScenarioError
        Where the folder cannot be written, or a worker is lost.
    KeyboardInterrupt
        After Ctrl-C, once the parts under way are in the folder.

    What is there is always whole, and the same call goes on from it.
    """
    header = store.header(study)
    gaps = store.missing(study.rows, size or size_of(study.rows, workers))
    done = study.rows - sum(last - first for first, last in gaps)
    failed = 0
    under_way: set[Future[Part]] = set()
    told(done, failed)

    def keep(finished: Iterable[Future[Part]]) -> None:
        nonlocal done, failed
        for each in finished:
            first, last, data, errors = result_of(each)
            if errors:
                store.save_errors(errors)
            store.save(first, last, data, header)
            under_way.discard(each)
            done, failed = done + last - first, failed + len(errors)
            told(done, failed)

    waiting = iter(gaps)
    try:
        while True:
            for first, last in waiting:
                under_way.add(executor.submit(play_part, study, first, last))
                if len(under_way) >= AHEAD * workers:
                    break
            if not under_way:
                return failed
            keep(wait(under_way, return_when=FIRST_COMPLETED).done)
    except KeyboardInterrupt:
        keep(wait([each for each in under_way if not each.cancel()]).done)
        raise
    finally:
        for each in under_way:
            each.cancel()


def result_of(future: Future[Part]) -> Part:
    """Return what a worker has made; a worker that is lost is no fault of the sweep."""
    try:
        return future.result()
    except Exception as error:
        lost = isinstance(error, BrokenExecutor) or type(error).__module__.startswith(GONE)
        if not lost:
            raise
        reason = f"a worker that is gone ({type(error).__name__})"
        allowed = "workers that stay; the same command again plays what is missing"
        raise ScenarioError([Problem("--executor", "", reason, allowed)]) from None
