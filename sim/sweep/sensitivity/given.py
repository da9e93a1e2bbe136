"""First-order indices from points that are spread evenly: designs without blocks.

A factor's first-order index is the share of the variance that lies between the mean outcomes of
the parts of its room, the correlation ratio (plischke2013), less what chance alone would put
there. Beside it stands the rank correlation, whose sign tells which way the factor works. What
factors do only together cannot be told from such a design.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.stats import rankdata

from sim.rules.block import Floats, Ints
from sim.sweep.sensitivity.resample import weights, width
from sim.sweep.sensitivity.scale import standardized

MOST_PARTS = 24
"""Parts that the room of a number is cut into, with runs enough."""
EACH = 256
"""Runs that a part has at least, unless there are only two parts."""
GROUPS = 64
"""Groups of runs that the bootstrap draws from."""


Rows = Callable[[int, int], Floats]


@dataclass(frozen=True, eq=False)
class GivenIndices:
    """First-order indices and rank correlations of D factors for M outcomes, shape (D, M)."""

    first: Floats
    first_width: Floats
    rank: Floats
    """Spearman's rank correlation, -1..1."""
    constant: np.ndarray
    """Whether an outcome is the same in every run, shape (M,)."""


def parts_of(steps: int, runs: int) -> int:
    """Return how many parts a factor's room is cut into.

    Parameters
    ----------
    steps : int
        Values that the factor can take; 0 for any number.
    """
    most = min(MOST_PARTS, max(2, runs // EACH))
    return min(steps, most) if steps else most


def given_indices(
    shares: Rows,
    values: Floats,
    parts: Ints,
    resamples: int = 100,
    level: float = 0.95,
    seed: int = 1,
) -> GivenIndices:
    """Return first-order indices and rank correlations from evenly spread points.

    Parameters
    ----------
    shares : callable
        Given two numbers, returns that slice of the points, shape (n, D), 0..1: a Sobol
        sequence, a Latin hypercube or a grid.
    values : array, shape (N, M)
        Outcomes; all finite.
    parts : array, shape (D,)
        Parts that each factor's room is cut into; see ``parts_of``.
    level : float, 0..1
        Confidence of the intervals; the bootstrap draws whole groups of runs.

    Examples
    --------
    >>> points = np.random.default_rng(1).random((20_000, 2))
    >>> found = given_indices(lambda first, last: points[first:last], points[:, :1] ** 3,
    ...                       np.array([16, 16]))
    >>> found.first[:, 0].round(2) + 0.0, found.rank[:, 0].round(1) + 0.0
    (array([0.99, 0. ]), array([1., 0.]))
    """
    tally = tallied(shares, values, parts)
    groups = len(tally.squares)
    picks = np.random.default_rng(seed).integers(groups, size=(resamples, groups))
    mixes = np.vstack([np.ones((1, groups)), weights(picks, groups) * groups])
    first, first_width = np.zeros_like(tally.rank), np.zeros_like(tally.rank)
    ends = np.cumsum(parts)
    for j, (start, end) in enumerate(zip(ends - parts, ends, strict=True)):
        own = slice(start, end)
        found = ratio(mixes, tally.counts[:, own], tally.sums[:, own], tally.squares)
        first[j], first_width[j] = found[0], width(found[1:], level)
    return GivenIndices(first, first_width, tally.rank, tally.constant)


@dataclass(frozen=True, eq=False)
class Tally:
    """What is to be known of G groups of runs and of P parts, those of all factors in a row."""

    counts: Floats
    """Runs in each part, shape (G, P)."""
    sums: Floats
    """Sums of their outcomes on a common scale, shape (G, P, M)."""
    squares: Floats
    """Sums of the squares of these, shape (G, M)."""
    rank: Floats
    """Rank correlations over all groups, shape (D, M)."""
    constant: np.ndarray
    """Whether an outcome is the same in every run, shape (M,)."""


def tallied(shares: Rows, values: Floats, parts: Ints) -> Tally:
    """Return the tally of some runs, whose points are looked at group by group.

    Points are spread evenly, so a share ranks as its value does.
    """
    scaled, constant = standardized(values)
    ranks, _ = standardized(rankdata(values, axis=0))
    runs, outcomes = values.shape
    groups, places = min(GROUPS, runs), int(parts.sum())
    ends = [g * runs // groups for g in range(groups + 1)]
    counts, sums = np.zeros((groups, places)), np.zeros((groups, places, outcomes))
    with_rank, alone, square = (np.zeros((len(parts), n)) for n in (outcomes, 1, 1))
    for g in range(groups):
        rows = slice(ends[g], ends[g + 1])
        points = shares(rows.start, rows.stop)
        within = np.cumsum(parts) - parts + np.minimum((points * parts).astype(int), parts - 1)
        counts[g] = np.bincount(within.ravel(), minlength=places)
        sums[g] = membership(within, places) @ scaled[rows]
        with_rank += points.T @ ranks[rows]
        alone += points.sum(axis=0)[:, np.newaxis]
        square += (points**2).sum(axis=0)[:, np.newaxis]
    spread = np.sqrt(np.maximum(square / runs - (alone / runs) ** 2, 0.0))
    rank = np.divide(with_rank / runs, spread, out=np.zeros_like(with_rank), where=spread > 0)
    squares = np.add.reduceat(scaled**2, ends[:-1])
    return Tally(counts, sums, squares, rank, constant)


def membership(within: Ints, parts: int) -> sparse.csc_array:
    """Return which runs lie in which part, shape (parts, runs); each run in one of every factor."""
    runs, factors = within.shape
    starts = np.arange(runs + 1) * factors
    return sparse.csc_array((np.ones(within.size), within.ravel(), starts), shape=(parts, runs))


def ratio(mixes: Floats, counts: Floats, sums: Floats, squares: Floats) -> Floats:
    """Return the share of variance between the parts of one factor's room, for every mix of groups.

    Parameters
    ----------
    mixes : array, shape (S, G)
        How often each mix has every group.
    counts, sums, squares : arrays, shapes (G, K), (G, K, M) and (G, M)
        Runs in each group and part, the sums of their outcomes, and the groups' sums of squares.

    Returns
    -------
    array, shape (S, M)
        Less what chance alone puts between parts; so it may lie a little below 0.
    """
    number = (mixes @ counts)[:, :, np.newaxis]
    total = (mixes @ sums.reshape(len(sums), -1)).reshape(len(mixes), *sums.shape[1:])
    runs = number.sum(axis=1)
    middle = total.sum(axis=1) ** 2 / runs
    between = np.divide(total**2, number, out=np.zeros_like(total), where=number > 0).sum(axis=1)
    whole = mixes @ squares - middle
    rest = runs - (number > 0).sum(axis=1)
    unexplained = (whole - (between - middle)) * (runs - 1) / np.maximum(rest, 1)
    share = np.divide(unexplained, whole, out=np.ones_like(whole), where=whole > 1e-9)
    return np.asarray(1.0 - share)
