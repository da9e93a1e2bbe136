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
    """The medoid of the runs: the statement nearest to all others, in values of the seats."""
    share: float
    """The share of runs that adopt it, 0..1."""
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
    text = medoid(solution, counts)
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


def medoid(solution: Solution, counts: Counter[tuple[int, ...]]) -> tuple[int, ...]:
    """Return the text with the least sum of distances, in values, to all others; ties the lowest.

    The most frequent text would be a poor stand-in: where no two runs agree on the same text, it
    is often the one case in which nothing was agreed.
    """
    texts = sorted(counts)
    values = np.array([solution.domain.value(text) for text in texts])
    weights = np.array([counts[text] for text in texts])
    apart = np.sqrt(((values[:, None] - values[None]) ** 2).sum(axis=2))
    return texts[int(np.argmin(apart @ weights))]
