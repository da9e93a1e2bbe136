"""Measuring a class, bit by bit: whatever is ready is shown, what matters most comes first.

Tables are handed in as they end. What AI alone makes of the same world needs no table at all, so
its runs fill every pause, from the moment the class is known to play there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from classroom.debrief.findings import Chart, Key, Result, Stake
from classroom.debrief.measures import measured, row_of
from classroom.debrief.picture import chart
from classroom.debrief.played import Played
from classroom.debrief.results import result
from classroom.debrief.runs import RUNS, Pool
from classroom.debrief.stakes import stakes
from classroom.debrief.yardstick import Yardstick, yardstick
from classroom.export.papers import Papers, papers
from scenarios.world import World
from sim.solve.debrief import Debrief


class Job(NamedTuple):
    """Something to be done, which takes no more than about a second."""

    name: str
    do: Callable[[], None]


class Workshop:
    """The tables of a class, and what has been measured of them.

    Parameters
    ----------
    runs : int
        Runs of AI alone for each configuration.
    write : bool
        Whether to write down what tables leave behind, for the export.
    """

    def __init__(self, runs: int = RUNS, *, write: bool = True) -> None:
        self.runs = runs
        self.writes = write
        self.plays: dict[tuple[int, int], Played] = {}
        """By round and table."""
        self.closed: set[int] = set()
        self.pools: dict[str, Pool] = {}
        self.measures: dict[tuple[int, int], dict[str, float]] = {}
        self.yards: dict[Key, Yardstick] = {}
        self.charts: dict[Key, Chart] = {}
        self.stakes: dict[Key, tuple[Stake, ...]] = {}
        self.results: dict[tuple[Key, int], Result] = {}
        self.own: dict[tuple[Key, int], tuple[tuple[str, Debrief], ...]] = {}
        self.papers: dict[tuple[int, int], Papers] = {}
        self.faults: dict[str, str] = {}
        """What could not be done, and why."""

    # ------------------------------------------------------------------ what comes in

    def expect(self, world: World, seed: int) -> None:
        """Begin to play a world by AI alone; each configuration once.

        Parameters
        ----------
        seed : int
            The class's own, so that all its forums are played under the same chances.
        """
        if world.configuration not in self.pools:
            self.pools[world.configuration] = Pool(world, seed, self.runs)

    def take(self, each: Played) -> None:
        """Take a table's round, in place of what was known of it."""
        if (each.round, each.table) in self.plays:
            self.forget(each.round)
        self.measures.pop((each.round, each.table), None)
        self.papers.pop((each.round, each.table), None)
        self.plays[each.round, each.table] = each
        self.expect(each.world, each.class_seed)

    def close(self, round: int) -> None:
        """Note that all tables of a round are in: what they are measured by is settled then."""
        self.forget(round)
        self.closed.add(round)

    def forget(self, round: int) -> None:
        """Drop what was measured of a round but for the ends of its runs."""
        for known in (self.yards, self.charts, self.stakes):
            for key in [key for key in known if key[0] == round]:
                del known[key]
        for found in (self.results, self.own):
            for pair in [pair for pair in found if pair[0][0] == round]:
                del found[pair]

    # ------------------------------------------------------------------ what is done

    def work(self, *, runs: bool = True) -> bool:
        """Do the next thing that is left; say whether there was any.

        Parameters
        ----------
        runs : bool
            Whether runs of AI alone are meant as well.
        """
        job = self.next(runs)
        if job is None:
            return False
        try:
            job.do()
        except Exception as error:
            # What cannot be measured at one table must not take the whole debrief with it.
            self.failed(job.name, error)
        return True

    def next(self, runs: bool = True) -> Job | None:
        """Return what is to be done next, of all that has not failed already."""
        return next((job for job in self.jobs(runs) if job.name not in self.faults), None)

    def failed(self, what: str, error: Exception) -> None:
        """Note that something could not be done, and why."""
        self.faults[what] = f"{what}: {type(error).__name__}: {error}"

    def jobs(self, runs: bool = True) -> Iterator[Job]:
        """Yield what is left to do, what matters most in front."""
        for (number, table), each in self.plays.items():
            if (number, table) not in self.measures:
                yield Job(f"round {number}, table {table}", partial(self.measure, each))
        for number in sorted(self.closed, reverse=True):
            for key in self.keys(number):
                yield from self.jobs_of(key)
        for (number, table), each in self.plays.items():
            if self.writes and (number, table) not in self.papers:
                yield Job(f"papers of round {number}, table {table}", partial(self.write, each))
        for pool in sorted(self.pools.values(), key=lambda pool: pool.done):
            if runs and pool.done < pool.of:
                yield Job(f"runs of {pool.world.configuration}", pool.more)

    def jobs_of(self, key: Key) -> Iterator[Job]:
        """Yield what is left to do for one forum of a round."""
        number, configuration, forum = key
        name = f"round {number}, {configuration}, {forum}"
        if key not in self.charts:
            yield Job(name, partial(self.settle, key))
            return
        for each in self.tables(key):
            if (key, each.table) not in self.results:
                yield Job(f"{name}, table {each.table}", partial(self.learn, key, each))

    def keys(self, round: int) -> list[Key]:
        """Return the forums at which a round was played."""
        played = [each for each in self.plays.values() if each.round == round]
        pairs = {(each.configuration, forum) for each in played for forum in each.forums}
        return [(round, configuration, forum) for configuration, forum in sorted(pairs)]

    def tables(self, key: Key) -> list[Played]:
        """Return the tables that played at one forum in a round."""
        number, configuration, _ = key
        every = (each for each in self.plays.values() if each.round == number)
        return sorted(
            (each for each in every if each.configuration == configuration),
            key=lambda each: each.table,
        )

    def measure(self, each: Played) -> None:
        """Play a table's run to its end, and take its measures."""
        values = measured(row_of(each.whole.over), each.world)
        self.measures[each.round, each.table] = {
            name: round(float(value[0]), 6) for name, value in values.items()
        }

    def write(self, each: Played) -> None:
        """Write down what a table leaves behind, for the export."""
        self.papers[each.round, each.table] = papers(each)

    def settle(self, key: Key) -> None:
        """Work out what a forum's tables are measured by."""
        number, configuration, forum = key
        tables = self.tables(key)
        yard = yardstick(tables, forum)
        self.stakes[key] = stakes(yard.world, tables[0].game.seed, forum)
        self.charts[key] = chart(yard, number, configuration)
        self.yards[key] = yard

    def learn(self, key: Key, each: Played) -> None:
        """Work out what a table came to, and what its seats can learn."""
        found, own = result(each, self.yards[key])
        self.results[key, each.table], self.own[key, each.table] = found, own
