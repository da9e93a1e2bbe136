"""Where the runs of a scenario lie against its frontier."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from sim.rules.block import Ints
from sim.solve.distances import Distances
from sim.solve.solution import Solution


@dataclass(frozen=True, eq=False)
class Typical:
    """What some runs come to, measured by worths at the start of a run."""

    runs: int
    text: tuple[int, ...]
    """The statement that most runs adopt; of equally frequent ones the lowest."""
    share: float
    """The share of runs that do, 0..1."""
    where: Distances
    """Where that statement lies."""
    pareto: float
    """Median distance of the runs' statements to the frontier."""
    ratio: float | None
    """Median of their Nash product ratios; nothing where there is no Nash point."""
    left: float
    """Median of the joint gain they leave on the table."""


def typical(solution: Solution, statements: Ints) -> Typical | None:
    """Return where some runs' statements lie; nothing without runs or a frontier.

    Parameters
    ----------
    statements : array, shape (runs, issues)
        Indices of values; where a run ended without a commitment, those of the first values.
    """
    texts = [tuple(int(level) for level in each) for each in statements]
    if not texts or solution.edge is None:
        return None
    counts = Counter(texts)
    text = min(counts, key=lambda each: (-counts[each], each))
    each = {some: solution.distances(some) for some in counts}
    found = [each[some] for some in texts]
    ratios = [one.ratio for one in found if one is not None and one.ratio is not None]
    where = each[text]
    assert where is not None
    return Typical(
        runs=len(texts),
        text=text,
        share=counts[text] / len(texts),
        where=where,
        pareto=float(np.median([one.pareto for one in found if one is not None])),
        ratio=float(np.median(ratios)) if ratios else None,
        left=float(np.median([one.left for one in found if one is not None])),
    )
