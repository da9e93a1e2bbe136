"""All claims and maps, one after the other, each in a folder of its own that can be resumed."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from scenarios.problems import Problem, ScenarioError, listed, nearest, shown
from sim.claims.finding import Finding
from sim.claims.mapped import Mapped, mapped
from sim.claims.played import Played
from sim.claims.read import experiments
from sim.claims.records import Experiment, Map
from sim.claims.studies import ASSUMED, study_of_claim, study_of_map
from sim.claims.trial import findings
from sim.sweep.entry import play
from sim.sweep.store import Store
from sim.sweep.study import Study

CHUNK = 512
"""Rows in a part: a few seconds of work even where seats are moved."""
MAP_SHARE = 8
"""A map takes one world where a claim takes eight, for it has many more cases."""
LEAST = 16
"""Worlds, below which no interval says anything."""

Told = Callable[[str, int], None]
"""Is told what is being played, and how many runs of it there are."""


@dataclass(frozen=True)
class Campaign:
    """What is asked for: how many worlds, from which seed, and what varies in them."""

    worlds: int
    seed: int = 1
    vary: str = ASSUMED

    @property
    def map_worlds(self) -> int:
        """Return how many worlds a cell of a map takes."""
        return max(LEAST, self.worlds // MAP_SHARE)

    def try_claim(
        self,
        experiment: Experiment,
        folder: Path,
        executor: Executor,
        workers: int,
        told: Told,
        first: int = 1,
    ) -> tuple[Finding, ...]:
        """Return what was found for one experiment; what the folder has of it is not played."""
        study = study_of_claim(experiment, self.worlds, self.seed, self.vary)
        played = play_out(study, folder, executor, workers, told, folder.name)
        return findings(experiment, played, first)

    def draw_map(
        self, chart: Map, folder: Path, executor: Executor, workers: int, told: Told
    ) -> Mapped:
        """Return a map; what the folder has of it is not played."""
        study = study_of_map(chart, self.map_worlds, self.seed, self.vary)
        return mapped(chart, play_out(study, folder, executor, workers, told, chart.id))


def play_out(
    study: Study, folder: Path, executor: Executor, workers: int, told: Told, name: str
) -> Played:
    """Play a study to its end."""
    store = Store(folder)
    play(study, store, workers, executor, lambda done, failed: told(name, done), CHUNK)
    return Played(store, study)


def chosen(only: Sequence[str]) -> tuple[tuple[Experiment, ...], tuple[Map, ...]]:
    """Return the experiments and maps that names ask for; all of both where there are no names.

    Raises
    ------
    ScenarioError
        Where a name is of no experiment and no map; of a claim without an experiment it says why
        there is none.
    """
    file = experiments()
    known = {each.claim for each in file.experiment} | {each.id for each in file.map}
    reasons = {each.claim: each.why for each in file.untried}
    problems = []
    for name in only:
        if name in reasons:
            allowed = f"a claim with an experiment; this one has none: {reasons[name]}"
            problems.append(Problem("--only", "", shown(name), allowed))
        elif name not in known:
            allowed = f"a claim, such as H1, or {listed(each.id for each in file.map)}"
            problems.append(Problem("--only", "", shown(name), allowed, nearest(name, known)))
    if problems:
        raise ScenarioError(problems)
    return (
        tuple(each for each in file.experiment if not only or each.claim in only),
        tuple(each for each in file.map if not only or each.id in only),
    )


def order(name: str) -> tuple[int, str]:
    """Return what sorts claims by number, and maps after them."""
    number = name.removeprefix("H")
    return (int(number), "") if number.isdigit() else (1000, name)
