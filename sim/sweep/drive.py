"""Driving a sweep: chunks to the workers, parts into the folder, until every row is there."""

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import suppress

from sim.rules.compiled import can_compile
from sim.sweep.batch import run_many
from sim.sweep.chunk import play_chunk
from sim.sweep.store import Store, encoded
from sim.sweep.study import Study

CHUNK = 2048
"""Rows in a part: some seconds of work."""
AHEAD = 2
"""Chunks handed out for each worker, so that none waits and memory stays flat."""

Part = tuple[int, int, bytes, tuple[tuple[int, str], ...]]
Told = Callable[[int, int], None]
"""Is told after each part how many rows there are now, and how many of them failed."""


def play_part(study: Study, first: int, last: int, plain: bool = False) -> Part:
    """Play a chunk and return it as the bytes of its part, with the rows that failed."""
    chunk = play_chunk(study, first, last, plain)
    return first, last, encoded(study, chunk), chunk.errors


def warm(study: Study) -> None:
    """Compile the rules, once, before any worker asks for them."""
    if can_compile():
        run_many(study.world(0, ()), 0, 0)


def drive(
    study: Study,
    store: Store,
    executor: Executor,
    workers: int,
    told: Told = lambda rows, failed: None,
    size: int = CHUNK,
) -> int:
    """Play every row that the folder lacks, and return how many failed among these.

    Parameters
    ----------
    executor : Executor
        Anything with the interface of ``concurrent.futures``.
    told : callable
        Is told how far the sweep is.
    size : int
        Rows in a part.

    Raises
    ------
    ScenarioError
        Where the folder cannot be written. What is there is whole, and the same call goes on
        from it; so it is after any other interruption.
    """
    gaps = iter(store.missing(study.rows, size))
    done = study.rows - sum(last - first for first, last in store.missing(study.rows, size))
    failed = 0
    told(done, failed)
    under_way: set[Future[Part]] = set()
    try:
        while True:
            for first, last in gaps:
                under_way.add(executor.submit(play_part, study, first, last))
                if len(under_way) >= AHEAD * workers:
                    break
            if not under_way:
                break
            finished, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            for each in finished:
                first, last, data, errors = each.result()
                if errors:
                    store.save_errors(list(errors))
                store.save(first, last, data)
                done, failed = done + last - first, failed + len(errors)
                told(done, failed)
    finally:
        for each in under_way:
            with suppress(Exception):
                each.cancel()
    store.finish(study)
    return failed
