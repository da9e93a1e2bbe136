"""Sobol' indices of all outcomes at once, from the blocks of Saltelli's design.

The estimators are those of SALib's ``sobol.analyze``: first order and total of saltelli2010
(the latter jansen1999's), second order of saltelli2002, each divided by the variance of the two
base points. They are means over blocks, so all resamples of the bootstrap are one product of a
matrix of weights with a matrix of blocks.
"""

from dataclasses import dataclass

import numpy as np

from sim.rules.block import Floats
from sim.sweep.sensitivity.chance import first_share, total_share
from sim.sweep.sensitivity.resample import weights, width
from sim.sweep.sensitivity.scale import standardized
from sim.sweep.sensitivity.second import second_indices

ROOM = 4_000_000
"""Numbers that are worked on at once; outcomes are taken in groups of so many."""
EPSILON = float(np.finfo(np.float64).eps)
"""A resample whose variance is no larger, of outcomes with variance 1, has no indices."""


@dataclass(frozen=True, eq=False)
class SobolIndices:
    """Sobol' indices of D factors for M outcomes; widths are half those of their intervals."""

    first: Floats
    """Share of the variance that a factor explains alone, shape (D, M)."""
    first_width: Floats
    total: Floats
    """Share of the variance that a factor has a part in, shape (D, M) (homma1996)."""
    total_width: Floats
    chance_first: Floats
    """Share of the variance that chance explains alone, shape (M,); see ``chance``."""
    chance_first_width: Floats
    chance_total: Floats
    """Share of the variance that chance has a part in, shape (M,); nan without repetitions."""
    chance_total_width: Floats
    second: Floats
    """Share that two factors explain only together, shape (D, D, M) above the diagonal, else nan;
    empty where the design has no such runs."""
    second_width: Floats
    constant: np.ndarray
    """Whether an outcome is the same in every run, shape (M,); its indices are 0."""


def sobol_indices(
    values: Floats,
    second_order: bool = False,
    resamples: int = 100,
    level: float = 0.95,
    seed: int = 1,
) -> SobolIndices:
    """Return Sobol' indices with bootstrap intervals.

    Parameters
    ----------
    values : array, shape (N, D + 2, R, M), or (N, 2 D + 2, R, M) with second order
        Outcomes of N blocks, R repetitions with other chance, M outcomes; all finite. The runs
        of a block are A, A with one factor at a time from B, B with one at a time from A, B.
    level : float, 0..1
        Confidence of the intervals.
    seed : int
        Resamples of blocks are those that SALib draws with it. Repetitions of a block go
        together, for they share its points.

    Examples
    --------
    The first factor alone matters, and chance does not:

    >>> base = np.random.default_rng(1).random((4096, 2, 2))
    >>> runs = [base[:, 0], np.c_[base[:, 1, 0], base[:, 0, 1]],
    ...         np.c_[base[:, 0, 0], base[:, 1, 1]], base[:, 1]]
    >>> values = np.stack([run[:, 0] for run in runs], axis=1)[:, :, np.newaxis, np.newaxis]
    >>> found = sobol_indices(values)
    >>> found.first[:, 0].round(1).tolist(), found.total[:, 0].round(1).tolist()
    ([1.0, 0.0], [1.0, 0.0])
    """
    blocks, size, repeat, outcomes = values.shape
    scaled, constant = standardized(values)
    picks = np.random.default_rng(seed).integers(blocks, size=(blocks, resamples)).T
    mixes = np.vstack([np.full((1, blocks), 1 / blocks), weights(picks, blocks)])
    factors = (size - 2) // (2 if second_order else 1)
    step = max(1, ROOM // (blocks * size * repeat))
    parts = []
    for start in range(0, outcomes, step):
        some = scaled[..., start : start + step]
        found = estimates(some, factors, mixes)
        part = summary(found, level)
        part |= dict.fromkeys(("second", "second_width"), np.zeros((0, 0, some.shape[-1])))
        if second_order:
            runs = (some[:, 0], some[:, -1], some[:, 1 : factors + 1], some[:, factors + 1 : -1])
            both = second_indices(mixes, runs, found["first"], level)
            part |= dict(zip(("second", "second_width"), both, strict=True))
        parts.append(part)
    joined = {name: np.concatenate([part[name] for part in parts], -1) for name in parts[0]}
    return SobolIndices(**joined, constant=constant)


def summary(found: dict[str, Floats], level: float) -> dict[str, Floats]:
    """Return estimates from all blocks, and half their intervals from the resamples."""
    widths = {f"{name}_width": width(mixed[1:], level) for name, mixed in found.items()}
    return {name: mixed[0] for name, mixed in found.items()} | widths


def estimates(values: Floats, factors: int, mixes: Floats) -> dict[str, Floats]:
    """Return every index for every mix of blocks, the mixes along the first axis.

    Parameters
    ----------
    values : array, shape (N, size, R, M)
        Outcomes with mean 0 and variance 1.
    factors : int
        D, how many factors there are.
    mixes : array, shape (S, N)
        How much of each mix every block makes up.
    """
    blocks, _, _, outcomes = values.shape
    a, b = values[:, 0], values[:, -1]
    ab = values[:, 1 : factors + 1]

    def mixed(products: Floats) -> Floats:
        # Repetitions of a block count alike, so their mean may come first.
        each = products.mean(axis=-2)
        return np.asarray((mixes @ each.reshape(blocks, -1)).reshape(-1, *each.shape[1:]))

    mean = mixed((a + b) / 2)
    variance = mixed((a**2 + b**2) / 2) - mean**2

    def share(products: Floats) -> Floats:
        among = variance.reshape(len(mixes), *(1,) * (products.ndim - 2), outcomes)
        return np.asarray(np.divide(products, among, out=0.0 * products, where=among > EPSILON))

    first = share(mixed(b[:, np.newaxis] * (ab - a[:, np.newaxis])))
    return {
        "first": first,
        "total": share(mixed((a[:, np.newaxis] - ab) ** 2) / 2),
        "chance_first": share(first_share(mixed(a * b), mean)),
        "chance_total": share(total_share(mixes, np.stack([a, b], axis=1))),
    }
