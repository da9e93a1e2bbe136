"""The sensitivity of a sweep's outcomes to what varied in it, by the method its design allows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from scenarios.problems import Problem, ScenarioError
from sim.rules.block import Floats
from sim.sweep.designs.grid import GridDesign
from sim.sweep.designs.lhs import LatinDesign
from sim.sweep.designs.morris import MorrisDesign
from sim.sweep.designs.saltelli import SaltelliDesign
from sim.sweep.designs.sobol import SobolDesign
from sim.sweep.factors import Factor
from sim.sweep.sensitivity.methods import by_morris, by_parts, by_sobol
from sim.sweep.sensitivity.records import Record, chosen_metrics, records_of
from sim.sweep.sensitivity.scale import standardized
from sim.sweep.store import Store
from sim.sweep.study import Study

METHODS = {"sobol": by_sobol, "morris": by_morris, "given": by_parts}
UNITS = {"sobol": "blocks", "morris": "trajectories", "given": "points"}
"""What a method leaves out whole where a run of it failed."""
RANKED = {"sobol": "ST", "morris": "mu_star", "given": "S1"}
"""By which measure the factors of each method are ranked."""


@dataclass(frozen=True, eq=False)
class Sensitivity:
    """What M outcomes of one case and forum, or of two cases' difference, depend on.

    Measures go by the names that SALib gives them, with ``_conf`` for half of an interval.
    """

    record: Record
    method: str
    """``sobol``, ``morris`` or ``given``."""
    metrics: tuple[str, ...]
    factors: tuple[Factor, ...]
    measures: dict[str, Floats]
    """Arrays of shape (D, M)."""
    chance: dict[str, Floats]
    """The same for chance as one more factor, shape (M,); nan where it cannot be told."""
    constant: np.ndarray
    """Whether an outcome is the same in every run that counts, shape (M,)."""
    mean: Floats
    deviation: Floats
    """Standard deviation over the runs that count, shape (M,)."""
    used: int
    left_out: int
    """Blocks, trajectories or points with a run that failed, which are left out whole."""
    pairs: dict[str, Floats] = field(default_factory=dict)
    """Measures of two factors, shape (D, D, M) above the diagonal; empty without second order."""

    @property
    def ranked_by(self) -> str:
        """Return the measure that tells how much a factor matters."""
        return RANKED[self.method]

    def order(self, metric: int) -> list[int]:
        """Return the factors from the one that matters most.

        Of an index that lies between parts of the room the lower end counts: in many dimensions,
        some pairs of a sequence's are alike, and one factor then passes for another.
        """
        size = self.measures[self.ranked_by][:, metric]
        if self.method == "given":
            size = size - self.measures["S1_conf"][:, metric]
        return [int(j) for j in np.argsort(-size, kind="stable")]


def analyse(
    folder: str | Path, metrics: Sequence[str] = (), resamples: int = 100, seed: int = 1
) -> list[Sensitivity]:
    """Return what the outcomes of a sweep depend on, for each case, forum and pair of cases.

    Parameters
    ----------
    folder : path
        A whole sweep of design ``saltelli`` (Sobol indices), ``morris`` (elementary effects), or
        ``sobol``, ``lhs`` or ``factorial`` (first-order indices only).
    metrics : sequence of str
        Outcomes to analyse; all where none is named.
    resamples : int
        Resamples of the bootstrap.

    Raises
    ------
    ScenarioError
        Where the folder holds no whole sweep, its design allows no such analysis, nothing varies
        in it, or too few runs of it are whole.
    """
    store = Store(Path(folder))
    study = store.study()
    chosen = chosen_metrics(metrics)
    method = method_of(study, folder)
    if not study.factors:
        found = "a sweep in which nothing varies"
        raise ScenarioError([Problem(str(folder), "", found, "a sweep with --vary")])
    return [
        analysed(study, record, method, chosen, resamples, seed)
        for record in records_of(store, study, chosen)
    ]


def method_of(study: Study, folder: str | Path) -> str:
    """Return the method for the design of a study."""
    match study.design:
        case SaltelliDesign():
            return "sobol"
        case MorrisDesign():
            return "morris"
        case SobolDesign() | LatinDesign() | GridDesign():
            return "given"
    found = "points from a file, of which nobody knows how they are spread"
    allowed = "a sweep of design saltelli or morris; sobol, lhs and factorial give first order only"
    raise ScenarioError([Problem(str(folder), "--design", found, allowed)])


def analysed(
    study: Study,
    record: Record,
    method: str,
    metrics: tuple[str, ...],
    resamples: int,
    seed: int,
) -> Sensitivity:
    """Return what the outcomes of one record depend on."""
    design = study.design
    size = design.size if isinstance(design, SaltelliDesign | MorrisDesign) else 1
    values = record.values.reshape(-1, size, *record.values.shape[1:])
    whole = np.isfinite(values).all(axis=(1, 2, 3))
    kept = np.flatnonzero(whole)
    if len(kept) < 2:
        found = f"{len(kept)} of {len(whole)} {UNITS[method]} without a failed run"
        allowed = f"at least 2 whole {UNITS[method]}: a sweep with more --runs"
        raise ScenarioError([Problem(record.name, "", found, allowed)])
    if len(kept) < len(whole):
        values = values[kept]
    measures, chance, pairs = METHODS[method](study, kept, values, resamples, seed)
    return Sensitivity(
        record=record,
        method=method,
        metrics=metrics,
        factors=study.factors,
        measures=measures,
        chance=chance,
        constant=standardized(values)[1],
        mean=values.mean(axis=(0, 1, 2)),
        deviation=values.std(axis=(0, 1, 2)),
        used=len(kept),
        left_out=len(whole) - len(kept),
        pairs=pairs,
    )
