"""A sweep as a call: for notebooks, the claims and the command line alike."""

from collections.abc import Sequence
from concurrent.futures import Executor
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scenarios.arrange import arrange
from scenarios.ledger import Entry
from scenarios.load import load, read
from scenarios.paths import parse
from scenarios.problems import Problem, ScenarioError, shown
from scenarios.scenario import Scenario
from sim.sweep.cases import Case, cases_of
from sim.sweep.designs.kinds import Plan
from sim.sweep.designs.table import read_table
from sim.sweep.drive import Told, drive, warm
from sim.sweep.executors import executor_of
from sim.sweep.factors import VARY, Factor, entries_of, factors_in, moves_seats
from sim.sweep.files import alone, remove_undone
from sim.sweep.frame import frame_of
from sim.sweep.scene import Scene
from sim.sweep.store import Store
from sim.sweep.study import MOST_RUNS, Study

ENDING = ".toml"
CSV = ".csv"


def sweep(
    scenario: str,
    runs: int = 1024,
    *,
    design: str = "sobol",
    vary: Sequence[str] = ("all-assumed",),
    arms: Sequence[str] = (),
    forums: Sequence[str] = (),
    changes: Sequence[str] = (),
    seed: int = 1,
    repeat: int = 1,
    second_order: bool = False,
    steps: int = 3,
    out: str | Path | None = None,
    workers: int | None = None,
    executor: Executor | str | None = None,
    told: Told = lambda rows, failed: None,
    pandas: bool = False,
) -> Any:
    """Play many worlds of a scenario and return what came of them, with what varied.

    Parameters
    ----------
    scenario : str
        Id of a shipped scenario, or the path of a ``.toml`` file.
    runs : int
        Points of the design. Designs in blocks take as many whole blocks as fit; a grid and a
        file have points of their own.
    design : str
        ``sobol``, ``lhs``, ``saltelli``, ``morris``, ``factorial``, or the path of a ``.csv``.
    vary : sequence of str
        What varies; see ``sim.sweep.factors.factors_of``.
    arms, forums : sequence of str
        Arms of the scenario and configurations to compare: each point is played under all of
        them, with the same chance.
    changes : sequence of str
        Values to set in all, such as ``"horizon=36"``.
    seed : int
        63 bits; for the design and for chance.
    repeat : int
        Runs of each point with different chance.
    second_order : bool
        Whether ``saltelli`` also serves second-order indices.
    steps : int
        Values of a number in ``factorial``.
    out : path, optional
        Folder for the results, which the same call resumes. Without it nothing is kept.
    workers, executor
        See ``sim.sweep.executors.executor_of``; or any open ``concurrent.futures.Executor``.
    told : callable
        Is told after each part how many rows there are, and how many of the new ones failed.
    pandas : bool
        Whether to return a pandas frame rather than a Polars one.

    Returns
    -------
    frame
        A row for each run and forum: row, point, run, case, forum, status (0, or 1 where the run
        failed), the month in which the forum closed, the metrics of ``sim.rules.measure.METRICS``,
        ``level.`` and each item, and what varied, as ``vary.`` and its path.

    Raises
    ------
    ScenarioError
        With everything that is wrong with what is asked for.
    """
    study = study_of(
        scenario,
        runs,
        design,
        vary,
        arms,
        forums,
        changes,
        seed,
        repeat,
        second_order,
        steps,
    )
    with TemporaryDirectory() if out is None else nullcontext(out) as folder:
        store = Store(Path(folder))
        play(study, store, workers, executor, told)
        return frame_of(store, pandas)


def study_of(
    scenario: str,
    runs: int,
    design: str,
    vary: Sequence[str],
    arms: Sequence[str] = (),
    forums: Sequence[str] = (),
    changes: Sequence[str] = (),
    seed: int = 1,
    repeat: int = 1,
    second_order: bool = False,
    steps: int = 3,
) -> Study:
    """Return the study that is asked for; parameters as ``sweep`` has them."""
    check_numbers(seed, repeat)
    own = scenario.endswith(ENDING)
    found = read(scenario) if own else load(scenario)
    text = Path(scenario).read_text(encoding="utf-8") if own else ""
    cases = cases_of(found, arms, forums, tuple(parse(change) for change in changes))
    for case in cases:
        arrange(found, case.forum, case.changes)
    table = ""
    entries = entries_for(found, cases, vary)
    if design.endswith(CSV):
        factors, table = read_table(Path(design), entries)
    else:
        factors = factors_in(entries, vary)
    plan = Plan("table" if table else design, runs, second_order, steps, table)
    study = Study(found, text, cases, factors, plan, seed, repeat)
    check_study(study)
    return study


def entries_for(
    scenario: Scenario, cases: Sequence[Case], names: Sequence[str]
) -> dict[str, Entry]:
    """Return the paths of all cases, with those of agencies that only names to vary bring in."""
    paths = [name.partition("=")[0].strip() for name in names]
    movers = tuple(Factor(path) for path in paths if moves_seats(path))
    return entries_of([Scene(scenario, case, movers).ledger for case in cases])


def check_numbers(seed: int, repeat: int) -> None:
    """Check the numbers that no design checks."""
    if not 0 <= seed < 2**63:
        raise ScenarioError([Problem("--seed", "", shown(seed), "a number of up to 63 bits")])
    if repeat < 1:
        raise ScenarioError([Problem("--repeat", "", shown(repeat), "at least 1")])


def check_study(study: Study) -> None:
    """Check that each factor varies somewhere, and that there are not too many runs."""
    varied = {j for scene in study.scenes for j in scene.varied}
    problems = [
        Problem(VARY, factor.path, "set as well, in every case", "either set or varied")
        for j, factor in enumerate(study.factors)
        if j not in varied
    ]
    if study.rows > MOST_RUNS:
        problems.append(Problem("--runs", "", f"{shown(study.rows)} runs", f"at most {MOST_RUNS}"))
    if problems:
        raise ScenarioError(problems)


def play(
    study: Study,
    store: Store,
    workers: int | None = None,
    executor: Executor | str | None = None,
    told: Told = lambda rows, failed: None,
    size: int | None = None,
) -> int:
    """Play what a folder lacks of a study, and return how many rows failed in this call.

    Parameters
    ----------
    workers, executor, told
        As ``sweep`` has them.
    size : int, optional
        Rows in a part, as ``drive`` has it.

    Raises
    ------
    ScenarioError
        Where the folder is of another study or other rules, is written by another process, or
        cannot be written, where nobody answers as executor, or a worker is lost.
    """
    store.open(study)
    failed = 0
    with alone(store.folder), store.free_where_empty():
        remove_undone(store.folder)
        if not store.missing(study.rows, study.rows):
            told(study.rows, failed)
        elif isinstance(executor, Executor):
            warm(study)
            failed = drive(study, store, executor, workers or 1, told, size)
        else:
            with executor_of(executor, workers) as (pool, count):
                warm(study)
                failed = drive(study, store, pool, count, told, size)
        if not store.finished:
            store.finish()
    return failed
