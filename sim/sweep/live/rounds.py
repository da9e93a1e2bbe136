"""Several cases played beside one another, the same runs of each, in rounds that can be stopped."""

import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from sim.rules.block import Block, Ints
from sim.sweep.executors import cores
from sim.sweep.live.engine import COMPILER, Runs, joined, play
from sim.sweep.live.stage import target_of

EACH = 8
"""Runs in one call of the compiled rules: how long anything waits for a core that is needed."""
FIRST = 0.07
"""Seconds after which a first chart is due; what is under way then adds to it."""
SHOWN = (128, 256, 512, 1000)
"""Runs after which the chart is drawn anew, compiled."""
FEW = (2, 4, 8)
"""The same, where the rules are plain."""
WAIT = 6.0
"""Seconds that a first chart waits for rules that may only have to be read from the cache."""
POOL = ThreadPoolExecutor(cores(), thread_name_prefix="live")


@dataclass(frozen=True)
class Round:
    """What there is of every case after a round."""

    cases: tuple[Runs, ...]
    runs: int
    of: int
    """How many there will be in the end."""
    plain: bool


def rounds(
    blocks: Sequence[Block], metric: int, seed: int, stop: threading.Event, wait: float = WAIT
) -> Iterator[Round]:
    """Yield what there is after each round, with ever more runs, until stopped.

    Parameters
    ----------
    blocks : sequence of Block
        The parameters of each case.
    metric : int
        Which of ``METRICS`` is kept month by month.
    stop : Event
        Set from any thread; no further round comes then.
    wait : float
        Seconds for which compiled rules are waited for.
    """
    COMPILER.start(blocks[0])
    began = time.monotonic()
    while not (COMPILER.ready.wait(0.05) or COMPILER.failed or stop.is_set()):
        if time.monotonic() - began > wait:
            break
    if not COMPILER.ready.is_set():
        yield from few(blocks, metric, seed, stop)
    while not (COMPILER.ready.wait(0.1) or COMPILER.failed or stop.is_set()):
        pass
    if COMPILER.ready.is_set():
        yield from many(blocks, metric, seed, stop)


def many(blocks: Sequence[Block], metric: int, seed: int, stop: threading.Event) -> Iterator[Round]:
    """Yield rounds of the compiled rules."""
    began = time.monotonic()
    targets = [target_of(block) for block in blocks]
    parts: list[list[Runs]] = [[] for _ in blocks]
    done = 0
    for shown in (0, *SHOWN):
        while done < max(shown, 1) or (shown == 0 and time.monotonic() - began < FIRST):
            width = EACH if shown == 0 else min(2 * EACH, shown - done)
            last = done + width
            spans = [np.arange(n, min(n + EACH, last)) for n in range(done, last, EACH)]
            tasks = [
                [POOL.submit(task, block, target, seed, span, metric, stop) for span in spans]
                for block, target in zip(blocks, targets, strict=True)
            ]
            for several, made in zip(tasks, parts, strict=True):
                made += [found for each in several if (found := each.result())]
            if stop.is_set():
                return
            done += width
        if done >= shown:
            yield Round(tuple(joined(each) for each in parts), done, SHOWN[-1], False)


def task(
    block: Block, target: Ints, seed: int, runs: Ints, metric: int, stop: threading.Event
) -> Runs | None:
    """Play some runs, unless nobody wants them any more."""
    return None if stop.is_set() else play(block, target, seed, runs, metric, plain=False)


def few(blocks: Sequence[Block], metric: int, seed: int, stop: threading.Event) -> Iterator[Round]:
    """Yield rounds of the plain rules, one run after the other, until there are compiled ones."""
    targets = [target_of(block) for block in blocks]
    parts: list[list[Runs]] = [[] for _ in blocks]
    for done in range(FEW[-1]):
        for block, target, made in zip(blocks, targets, parts, strict=True):
            if stop.is_set() or COMPILER.ready.is_set():
                return
            made.append(play(block, target, seed, np.array([done]), metric, plain=True))
        if done + 1 in FEW:
            yield Round(tuple(joined(each) for each in parts), done + 1, FEW[-1], True)
