"""A small experiment on one claim, while somebody watches: few worlds, and it can be stopped."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scenarios.problems import Problem, ScenarioError, shown
from sim.claims.read import experiments
from sim.claims.studies import ASSUMED, study_of_claim
from sim.claims.told import in_words
from sim.sweep.executors import cores
from sim.sweep.needs import require_packages

WORLDS = 64
CHUNK = 16
"""Runs between two looks at whether to stop."""


class StoppedError(Exception):
    """Somebody has stopped the experiment."""


def try_small(
    claim: str, told: Callable[[int, int], None], stop: threading.Event, worlds: int = WORLDS
) -> list[dict[str, Any]]:
    """Return what is found about a claim in a few worlds, as ``Finding.account`` has it.

    Parameters
    ----------
    told : callable
        Is told how many runs there are, and how many there will be.
    stop : Event
        Set from any thread to end it.

    Raises
    ------
    ScenarioError
        Where the claim has no experiment, or packages are missing.
    StoppedError
        Once ``stop`` is set.
    """
    require_packages()
    from sim.claims.played import Played
    from sim.claims.trial import findings
    from sim.sweep.entry import play
    from sim.sweep.store import Store

    trials = [each for each in experiments().experiment if each.claim == claim]
    if not trials:
        raise ScenarioError([Problem("claim", "", shown(claim), "a claim with an experiment")])
    studies = [study_of_claim(each, worlds, 1, ASSUMED) for each in trials]
    rows = sum(study.rows for study in studies)
    made: list[dict[str, Any]] = []
    before = 0

    def tell(done: int, failed: int) -> None:
        if stop.is_set():
            raise StoppedError
        told(before + done, rows)

    with TemporaryDirectory() as folder, ThreadPoolExecutor(cores()) as pool:
        for n, (trial, study) in enumerate(zip(trials, studies, strict=True)):
            store = Store(Path(folder) / str(n))
            play(study, store, cores(), pool, tell, CHUNK)
            part = len(made) + 1
            measured = findings(trial, Played(store, study), part)
            made += [in_words(each.account()) for each in measured]
            before += study.rows
    return made
