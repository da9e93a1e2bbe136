"""What an effect depends on: rank correlations, and how large chance alone makes the largest."""

from dataclasses import dataclass

import numpy as np

from sim.rules.block import Floats
from sim.sweep.factors import Factor

PERMUTATIONS = 400
CONFIDENCE = 0.95
MOST = 2
"""Parameters that are named."""


@dataclass(frozen=True)
class Dependence:
    """A parameter, and the rank correlation of the effect with it."""

    path: str
    """A path; of words, the path, an equals sign and one word."""
    correlation: float


def dependences(
    effect: Floats, factors: tuple[Factor, ...], values: Floats, seed: int
) -> tuple[tuple[Dependence, ...], float]:
    """Return the parameters on which an effect depends most, and the noise floor.

    The floor is what the largest of all correlations stays below in 95 of 100 cases when the
    effects are dealt to the worlds at random. Only what lies above it is named, so that of
    hundreds of parameters without influence one is named in one case of twenty. The second is
    looked for in what the first leaves unexplained: in a design of many factors some pairs are
    drawn alike, and would otherwise share the credit. A word counts as 1 where it is drawn and 0
    elsewhere, for words have no order.

    Parameters
    ----------
    effect : array, shape (n,)
    factors : tuple of Factor
    values : array, shape (n, D)
        As ``Factor.at`` has them.
    """
    names, columns = spread_out(factors, values)
    if not names or len(effect) < 3 or np.ptp(effect) == 0.0:
        return (), 1.0
    drawn = np.stack([standard(ranks(column)) for column in columns.T])
    left = standard(ranks(effect))
    rng = np.random.default_rng([seed, len(effect)])
    first_floor = 1.0
    named: list[Dependence] = []
    for turn in range(MOST):
        found = drawn @ left
        floor = noise_floor(drawn, left, rng)
        first_floor = floor if turn == 0 else first_floor
        best = int(np.argmax(np.abs(found)))
        if abs(found[best]) <= floor:
            break
        named.append(Dependence(names[best], float(found[best])))
        taken = drawn[best].copy()
        left = standard(left - (left @ taken) * taken)
        drawn = np.stack([standard(row - (row @ taken) * taken) for row in drawn])
        path = names[best].split("=")[0]
        drawn[[name.split("=")[0] == path for name in names]] = 0.0
    return tuple(named), first_floor


def noise_floor(drawn: Floats, effect: Floats, rng: np.random.Generator) -> float:
    """Return what the largest correlation stays below in 95 of 100 random orders of the effects."""
    shuffled = np.stack([rng.permutation(effect) for _ in range(PERMUTATIONS)], axis=1)
    return float(np.quantile(np.abs(drawn @ shuffled).max(axis=0, initial=0.0), CONFIDENCE))


def spread_out(factors: tuple[Factor, ...], values: Floats) -> tuple[list[str], Floats]:
    """Return the columns to correlate and their names, those that do vary."""
    names: list[str] = []
    columns: list[Floats] = []
    for j, factor in enumerate(factors):
        column = values[:, j]
        words = factor.words[1:] if len(factor.words) == 2 else factor.words
        for word in words:
            names.append(f"{factor.path}={word}")
            columns.append((column == factor.words.index(word)).astype(np.float64))
        if not factor.words:
            names.append(factor.path)
            columns.append(column)
    varying = [n for n, column in enumerate(columns) if np.ptp(column) > 0.0]
    kept = [columns[n] for n in varying]
    table = np.column_stack(kept) if kept else np.zeros((len(values), 0))
    return [names[n] for n in varying], table


def ranks(values: Floats) -> Floats:
    """Return ranks, equal values sharing the mean of theirs.

    Examples
    --------
    >>> ranks(np.array([3.0, 1.0, 3.0])).tolist()
    [1.5, 0.0, 1.5]
    """
    _, group, count = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(count) - 1
    return np.asarray((last - (count - 1) / 2)[group.ravel()])


def standard(values: Floats) -> Floats:
    """Return values with mean 0 and length 1, so that products of two are correlations."""
    centered = values - values.mean()
    length = float(np.sqrt(centered @ centered))
    return np.asarray(centered / length if length > 1e-9 else 0.0 * centered)
