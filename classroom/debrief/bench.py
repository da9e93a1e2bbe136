"""The workshop's end of the worker: what comes in is done, what was measured goes out."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from typing import Any

from classroom.debrief.played import Played, played, unpacked
from classroom.debrief.summing import findings
from classroom.debrief.workshop import Workshop
from classroom.entry import Entry
from classroom.export.archive import archive
from classroom.live import opened
from classroom.setup import Setup
from classroom.sitting import play_step
from scenarios.world import World
from sim.sweep.executors import follow_parent

BACK = 10
"""By how much it stands back behind the process that serves the class, while people play."""
SOON, LATER = 1.0, 5.0
"""Seconds between two reports: while tables are measured; while only runs are added."""
TABLES = ("results", "charts", "stakes", "solutions", "own", "questions", "measures", "faults")
"""What a report leaves out as long as it is the same; it is by far the larger part."""


def attend_apart(pipe: Connection, runs: int) -> None:
    """Attend to the workshop in a process of its own, which ends with its parent.

    Who stands back may not come forward again. On Linux that holds for a thread alone: so another
    one goes on, begun from this one, which never stood back.
    """
    follow_parent()
    bench = Bench(pipe, runs)
    bench.changed = True
    while bench.changed:
        thread = threading.Thread(target=bench.attend, args=(bench.back,))
        thread.start()
        thread.join()


class Bench:
    """A workshop, and the pipe to the class.

    Parameters
    ----------
    pipe : Connection
    runs : int
        Runs of AI alone for each configuration.
    """

    def __init__(self, pipe: Connection, runs: int) -> None:
        self.pipe = pipe
        self.shop = Workshop(runs)
        self.worlds: dict[str, World] = {}
        self.reporter = Reporter(pipe)
        self.back = True
        """Whether to stand back."""
        self.changed = False
        """Whether that has changed, so that another thread is to go on."""

    def attend(self, back: bool | None = None) -> None:
        """Take what comes in, do what is left to do, and report, until told to stop.

        Parameters
        ----------
        back : bool, optional
            Whether this thread stands back, until told otherwise; None where it never does.
        """
        self.changed = False
        if back and hasattr(os, "nice"):
            os.nice(BACK)
        busy = bool(self.worlds)
        try:
            while True:
                while self.pipe.poll(0 if busy else None):
                    word, what = self.pipe.recv()
                    busy = True
                    if word == "stop":
                        return
                    if word == "back" and back is not None:
                        self.back, self.changed = what, what != back
                    else:
                        self.obey(word, what)
                if self.changed:
                    return
                busy = self.shop.work()
                self.reporter.report(self.shop, last=not busy)
        except (EOFError, OSError):
            return

    def obey(self, word: str, what: Any) -> None:
        """Do what a word asks for; what cannot be done is noted."""
        if word == "export":
            self.pipe.send(exported(self.shop, *what))
            return
        try:
            self.take(word, what)
        except Exception as error:  # as where a log has what no table can be built from
            table = word == "build"
            self.shop.failed(f"round {what[1]}, table {what[0]}" if table else word, error)

    def take(self, word: str, what: Any) -> None:
        """Take in what a word hands in."""
        if word == "expect":
            self.worlds[what[0].configuration] = what[0]
            self.shop.expect(*what)
        elif word == "take":
            self.shop.take(unpacked(self.worlds[what[0]], what[1]))
        elif word == "build":
            self.shop.take(built(*what))
        elif word == "close":
            self.shop.close(what)


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
