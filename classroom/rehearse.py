"""A rehearsal: bots play the teacher's exact lesson, and leave a class that opens at its debrief.

Class time is moved on by hand, so a lesson of 75 minutes takes seconds. Tables do not touch one
another within a round, so the processes of this machine play some each, with the very code that
runs a class, and what was done is then written into one log by class time.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import ExitStack
from dataclasses import dataclass, field
from multiprocessing import get_context

from classroom.debrief.played import Played, unpacked
from classroom.debrief.summing import progress
from classroom.debrief.workshop import Workshop
from classroom.entry import Entry
from classroom.export.papers import Papers
from classroom.founding import first
from classroom.plan import Plan
from classroom.rehearsal.at_table import TableLog, play_tables
from classroom.rehearsal.lesson import Lesson, Told
from classroom.rehearsal.stage import Stage
from classroom.setup import lobby_for
from classroom.state import ClassState
from scenarios.tongue import OWN
from sim.sweep.executors import cores, follow_parent

AT = 1_767_258_000.0
"""When a rehearsed class took place unless said otherwise: 1 January 2026, 9:00 UTC."""
PEOPLE, MOST = 24, 600
AT_ONCE = 4
"""Tables in one go of a process: enough that they weigh more than beginning does."""


@dataclass(frozen=True)
class Rehearsal:
    """A class that was rehearsed.

    Parameters
    ----------
    entries : list of Entry
        Its log.
    state : ClassState
        The class itself, at its debrief.
    plays : list of Played
        Every table's rounds, as the debrief takes them.
    papers : mapping of (round, table) to Papers
        What tables leave behind, where that was asked for.
    """

    entries: list[Entry]
    state: ClassState
    plays: list[Played] = field(default_factory=list)
    papers: dict[tuple[int, int], Papers] = field(default_factory=dict)


def rehearsed(
    plan: Plan,
    people: int = PEOPLE,
    seed: int = 1,
    *,
    tables: int = 0,
    begun: Entry | None = None,
    workers: int | None = None,
    write: bool = False,
    told: Told = lambda what, done, of: None,
    language: str = OWN,
) -> Rehearsal:
    """Rehearse a lesson.

    Parameters
    ----------
    people : int
        Students, 1..600.
    seed : int
        Of the class's chance and of all that people do.
    tables : int
        Tables they sit at; 0 for as many as suits.
    begun : Entry, optional
        The first line of the class's log; by default one that leads nowhere.
    workers : int, optional
        Processes; 0 for this one alone, by default one for each core.
    write : bool
        Whether to write down what tables leave behind, for an export.
    told : callable
        Told of each step: what it is, how much of it is done, and of how much.
    language : str
        In which its people read and write.

    Raises
    ------
    ValueError
        Where there are too few people or too many.
    """
    if not 1 <= people <= MOST:
        raise ValueError(f"{people} students: a rehearsal has 1 to {MOST}")
    start = begun or nowhere(plan, seed)
    count = cores() if workers is None else workers
    plays: list[Played] = []
    kept: dict[tuple[int, int], Papers] = {}
    with ExitStack() as stack:
        pool = None
        if count > 0 and people > 4:
            context = get_context("spawn")
            pool = stack.enter_context(
                ProcessPoolExecutor(count, mp_context=context, initializer=follow_parent)
            )
        stage = Stage([start], start.at)

        def play(entries: list[Entry], tables: list[int]) -> Iterator[TableLog]:
            for each in played(entries, start.at, tables, seed, write, pool):
                now = stage.room.state.tables[each.table].now
                assert now is not None
                plays.append(unpacked(lobby_for(now.setup).world, each.parcel))
                if each.papers is not None:
                    kept[now.round, each.table] = each.papers
                yield each

        Lesson(stage, people, seed, play, told, language, tables).run()
    plays.sort(key=lambda each: (each.round, each.table))
    return Rehearsal(stage.log.entries, stage.room.state, plays, kept)


def measured(rehearsal: Rehearsal, runs: int, told: Told = lambda what, done, of: None) -> Workshop:
    """Return the workshop in which a rehearsed class was measured to the end."""
    shop = Workshop(runs, write=False)
    for each in rehearsal.plays:
        shop.take(each)
    for number in sorted({each.round for each in rehearsal.plays}):
        shop.close(number)
    shop.papers |= rehearsal.papers
    while shop.work():
        done, of = progress(shop)["runs"]
        told("runs", done, of)
    return shop


def played(
    entries: list[Entry],
    at: float,
    tables: list[int],
    seed: int,
    write: bool,
    pool: ProcessPoolExecutor | None,
) -> Iterator[TableLog]:
    """Yield the tables of a round as they come to an end, here or in other processes."""
    if pool is None:
        for table in tables:
            yield from play_tables(entries, at, [table], seed, write)
        return
    parts = [tables[n : n + AT_ONCE] for n in range(0, len(tables), AT_ONCE)]
    for future in as_completed(
        [pool.submit(play_tables, entries, at, part, seed, write) for part in parts]
    ):
        yield from future.result()


def nowhere(plan: Plan, seed: int) -> Entry:
    """Return the first line of a class that nobody can enter, always the same."""
    entry = first(plan, seed, AT, set())
    data = {**entry.data, "code": "REHEARSAL", "teacher": "", "wall": ""}
    return Entry(entry.n, entry.at, entry.t, entry.kind, data)
