"""The workshop in a process of its own: the class never waits for it.

A class is served by one event loop. Measuring in a thread beside it would take turns with it,
five milliseconds at a time, just when three hundred phones want an answer; so the workshop is a
child process, which stands back as long as people play, and two threads carry what goes in and
what comes out. Where no child can be started, a thread does the work after all.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from classroom.debrief.bench import Bench, attend_apart
from classroom.debrief.findings import Findings
from classroom.debrief.played import Played, packed
from classroom.debrief.runs import RUNS
from classroom.entry import Entry
from scenarios.world import World

if TYPE_CHECKING:
    from classroom.sitting import Sitting

ENDED = "the process that measures has ended"


class Worker:
    """Measures one class, out of the way.

    Parameters
    ----------
    told : callable
        Called with what has been measured, from a thread of the worker's own.
    runs : int
        Runs of AI alone for each configuration.
    apart : bool
        Whether to use a process; else a thread.
    """

    def __init__(
        self, told: Callable[[Findings], None], runs: int = RUNS, *, apart: bool = True
    ) -> None:
        self.told = told
        self.found = Findings()
        self.outbox: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        self.worlds: set[str] = set()
        self.exports: list[Future[bytes]] = []
        self.stopped = False
        self.died = False
        """Whether it has come to grief, untold to stop."""
        self.here, there = get_context("spawn").Pipe()
        self.process: Any = None
        if apart:
            try:
                self.process = get_context("spawn").Process(
                    target=attend_apart, args=(there, runs), daemon=True
                )
                self.process.start()
                there.close()
            except (OSError, ValueError):
                self.process = None
        if self.process is None:
            self.thread(Bench(there, runs).attend)
        self.thread(self.send)
        self.thread(self.hear)

    def thread(self, work: Callable[..., None], *args: Any) -> None:
        """Start a thread that ends with this process."""
        threading.Thread(target=work, args=args, name="debrief", daemon=True).start()

    def expect(self, world: World, seed: int) -> None:
        """Let AI alone begin to play a world of the class."""
        if world.configuration not in self.worlds:
            self.worlds.add(world.configuration)
            self.outbox.put(("expect", (world, seed)))

    def take(self, each: Played) -> None:
        """Hand in a table's round."""
        self.expect(each.world, each.class_seed)
        self.outbox.put(("take", (each.configuration, packed(each))))

    def build(self, table: int, sitting: Sitting) -> None:
        """Hand in a sitting whose game is not at hand, to be built there from what was done."""
        done, by = tuple(sitting.done), [(each.seat, each.by) for each in sitting.decisions]
        people = {seat: tuple(sids) for seat, sids in sitting.holders.items() if sids}
        rest = (people, by, len(sitting.branches))
        self.outbox.put(("build", (table, sitting.round, sitting.setup, done, *rest)))

    def close(self, round: int) -> None:
        """Say that all tables of a round are in."""
        self.outbox.put(("close", round))

    def stand_back(self, back: bool) -> None:
        """Let the class come first, or no longer."""
        self.outbox.put(("back", back))

    def export(self, entries: Sequence[Entry]) -> Future[bytes]:
        """Return, in time, the export of the class that a log makes."""
        number = len(self.exports)
        self.exports.append(Future())
        self.outbox.put(("export", (number, list(entries))))
        return self.exports[number]

    def stop(self) -> None:
        """End the work, whatever is under way."""
        self.stopped = True
        self.outbox.put(("stop", None))
        if self.process is not None:
            self.process.terminate()

    def send(self) -> None:
        """Carry what was handed in to the workshop."""
        while True:
            word, what = self.outbox.get()
            try:
                self.here.send((word, what))
            except (OSError, ValueError):
                return
            if word == "stop":
                return

    def hear(self) -> None:
        """Carry what was measured from the workshop."""
        while True:
            try:
                news = self.here.recv()
            except (EOFError, OSError):
                for each in self.exports:
                    if not each.done():
                        each.set_exception(RuntimeError(ENDED))
                if not self.stopped:  # as where the machine had no memory left
                    self.died = True
                    faults = (*self.found.faults, ENDED)
                    self.told(replace(self.found, faults=faults, rest=True))
                return
            if isinstance(news, tuple):
                number, made, fault = news
                if made is None:
                    self.exports[number].set_exception(RuntimeError(fault))
                else:
                    self.exports[number].set_result(made)
                continue
            self.found = replace(self.found, **news)
            self.told(self.found)
