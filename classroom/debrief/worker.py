"""The workshop in a process of its own, behind all others: the class never waits for it.

A class is served by one event loop. Measuring in a thread beside it would take turns with it,
five milliseconds at a time, just when three hundred phones want an answer; so the workshop is a
child process of low priority, and two threads carry what goes in and what comes out. Where no
child can be started, a thread does the work after all.
"""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from classroom.debrief.findings import Findings
from classroom.debrief.played import Played, packed, played, unpacked
from classroom.debrief.runs import RUNS
from classroom.debrief.summing import findings
from classroom.debrief.workshop import Workshop
from classroom.entry import Entry
from classroom.export.archive import archive
from classroom.live import opened
from classroom.setup import Setup
from classroom.sitting import play_step
from scenarios.world import World
from sim.sweep.executors import follow_parent

if TYPE_CHECKING:
    from classroom.sitting import Sitting

ENDED = "the process that measures has ended"
BEHIND = 10
"""By how much the child stands back behind the process that serves the class."""
SOON, LATER = 1.0, 5.0
"""Seconds between two reports: while tables are measured; while only runs are added."""
TABLES = ("results", "charts", "stakes", "solutions", "own", "questions", "measures", "faults")
"""What a report leaves out as long as it is the same; it is by far the larger part."""


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
            self.thread(attend, there, runs)
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


def attend_apart(pipe: Connection, runs: int) -> None:
    """Attend to the workshop in a process of its own, which ends with its parent."""
    follow_parent()
    if hasattr(os, "nice"):
        os.nice(BEHIND)
    attend(pipe, runs)


def attend(pipe: Connection, runs: int) -> None:
    """Take what comes in, do what is left to do, and report now and then, until told to stop."""
    shop, worlds, reporter = Workshop(runs), dict[str, World](), Reporter(pipe)
    busy = False
    while True:
        try:
            while pipe.poll(0 if busy else None):
                word, what = pipe.recv()
                busy = True
                if word == "stop":
                    return
                if word == "export":
                    pipe.send(exported(shop, *what))
                    continue
                try:
                    obey(shop, worlds, word, what)
                except Exception as error:  # as where a log has what no table can be built from
                    table = word == "build"
                    shop.failed(f"round {what[1]}, table {what[0]}" if table else word, error)
            busy = shop.work()
            reporter.report(shop, last=not busy)
        except (EOFError, OSError):
            return


def obey(shop: Workshop, worlds: dict[str, World], word: str, what: Any) -> None:
    """Take in what a word and its particulars hand in."""
    if word == "expect":
        worlds[what[0].configuration] = what[0]
        shop.expect(*what)
    elif word == "take":
        shop.take(unpacked(worlds[what[0]], what[1]))
    elif word == "build":
        shop.take(built(*what))
    elif word == "close":
        shop.close(what)


def exported(
    shop: Workshop, number: int, entries: Sequence[Entry]
) -> tuple[int, bytes | None, str]:
    """Return the export of a class, all its tables measured; or why there is none."""
    try:
        while shop.work(runs=False):
            pass
        return number, archive(entries, findings(shop), shop.papers), ""
    except Exception as error:
        return number, None, f"{type(error).__name__}: {error}"


def built(
    table: int,
    number: int,
    setup: Setup,
    done: Sequence[tuple[str, Any, float]],
    people: Mapping[str, tuple[str, ...]],
    decisions: Sequence[tuple[str, str]],
    rewound: int,
) -> Played:
    """Return a table's round of play, its game built from what was done at the table."""
    live = opened(setup, 0.0)
    for step in done:
        play_step(live, step)
    by = {seat: tuple(who for each, who in decisions if each == seat) for seat in live.seats}
    return played(table, number, live.table, people, by, rewound)


class Reporter:
    """Says what has been measured: at once when all is done, else now and then."""

    def __init__(self, pipe: Connection) -> None:
        self.pipe = pipe
        self.at = time.monotonic()
        self.said: tuple[Any, ...] = ()

    def report(self, shop: Workshop, last: bool) -> None:
        """Report, if it is time to."""
        state = (len(shop.results), len(shop.measures), tuple(shop.yards), tuple(shop.faults))
        new = state != self.said
        if not last and time.monotonic() - self.at < (SOON if new else LATER):
            return
        try:
            news = vars(findings(shop))
        except Exception as error:
            shop.failed("all together", error)
            news, new = {"faults": tuple(shop.faults.values()), "rest": last}, True
        self.pipe.send({key: each for key, each in news.items() if new or key not in TABLES})
        self.at, self.said = time.monotonic(), state
