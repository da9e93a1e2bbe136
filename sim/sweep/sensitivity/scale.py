"""Outcomes on a common scale, and which of them do not vary at all."""

import numpy as np

from sim.rules.block import Floats

LEAST = 1e-12
"""Spread, as a share of the largest value, below which an outcome counts as constant."""


def standardized(values: Floats) -> tuple[Floats, np.ndarray]:
    """Return outcomes less their mean and in units of their spread, and which are constant.

    Parameters
    ----------
    values : array, shape (..., M)

    Returns
    -------
    scaled : array, shape (..., M)
        Constant outcomes are 0.
    constant : array of bool, shape (M,)

    Examples
    --------
    >>> scaled, constant = standardized(np.array([[1.0, 5.0], [3.0, 5.0]]))
    >>> scaled.tolist(), constant.tolist()
    ([[-1.0, 0.0], [1.0, 0.0]], [False, True])
    """
    rest = tuple(range(values.ndim - 1))
    mean, spread = values.mean(axis=rest), values.std(axis=rest)
    constant = spread <= LEAST * np.abs(values).max(axis=rest, initial=0.0)
    return np.where(constant, 0.0, values - mean) / np.where(constant, 1.0, spread), constant
