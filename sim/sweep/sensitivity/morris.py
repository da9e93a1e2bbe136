"""Elementary effects of all outcomes at once, from Morris's trajectories (morris1991).

The measures are those of SALib's ``morris.analyze``: the mean of a factor's effects, the mean of
their sizes (campolongo2007) and their standard deviation, which tells of interplay and of bends.
"""

from dataclasses import dataclass

import numpy as np

from sim.rules.block import Floats, Ints
from sim.sweep.designs.morris import STEP
from sim.sweep.sensitivity.resample import weights, width


@dataclass(frozen=True, eq=False)
class MorrisEffects:
    """Effects of D factors on M outcomes, in units of the outcome for a factor's whole room.

    All have shape (D, M); widths are half those of their intervals.
    """

    mean: Floats
    """Morris's mu: its sign tells which way a factor works."""
    mean_width: Floats
    size: Floats
    """mu*, the mean of the sizes: how much a factor matters, whichever way it works."""
    size_width: Floats
    spread: Floats
    """sigma: how much the effect depends on the other factors, or on where it starts."""
    spread_width: Floats


def morris_effects(
    shares: Floats, values: Floats, resamples: int = 100, level: float = 0.95, seed: int = 1
) -> MorrisEffects:
    """Return the measures of Morris with bootstrap intervals.

    Parameters
    ----------
    shares : array, shape (T, D + 1, D)
        Points of T trajectories; a single factor moves from each point to the next.
    values : array, shape (T, D + 1, R, M)
        Outcomes at these points, with R repetitions; all finite.
    level : float, 0..1
        Confidence of the intervals.
    seed : int
        Resamples of trajectories are those that SALib draws with it, anew for each factor.

    Examples
    --------
    >>> from sim.sweep.designs.morris import MorrisDesign
    >>> shares = MorrisDesign(8, 2, seed=1).shares(0, 24).reshape(8, 3, 2)
    >>> values = (3 * shares[..., 0] - shares[..., 1])[..., np.newaxis, np.newaxis]
    >>> found = morris_effects(shares, values)
    >>> found.mean[:, 0].round(6).tolist(), found.spread[:, 0].round(6).tolist()
    ([3.0, -1.0], [0.0, 0.0])
    """
    effects = elementary_effects(shares, values)
    factors, trajectories, _, outcomes = effects.shape
    rng = np.random.default_rng(seed)
    found = {name: np.empty((factors, outcomes)) for name in MorrisEffects.__annotations__}
    for j, each in enumerate(effects):
        picks = rng.integers(trajectories, size=(resamples, trajectories))
        mixes = weights(picks, trajectories)
        size = np.abs(each).mean(axis=1)
        found["mean"][j] = each.mean(axis=(0, 1))
        found["size"][j] = size.mean(axis=0)
        found["spread"][j] = spread(each)
        found["mean_width"][j] = width(mixes @ each.mean(axis=1), level)
        found["size_width"][j] = width(mixes @ size, level)
        found["spread_width"][j] = width(resampled_spread(mixes, each), level)
    return MorrisEffects(**found)


def elementary_effects(shares: Floats, values: Floats) -> Floats:
    """Return what each move changes, for a move through all of the factor's room.

    Returns
    -------
    array, shape (D, T, R, M)
    """
    moves = np.diff(shares, axis=1)
    moved: Ints = np.abs(moves).argmax(axis=2)
    signs = np.sign(np.take_along_axis(moves, moved[..., np.newaxis], axis=2))[..., np.newaxis]
    changes = np.diff(values, axis=1) * signs / STEP
    made = np.empty((shares.shape[2], len(shares), *values.shape[2:]))
    made[moved, np.arange(len(shares))[:, np.newaxis]] = changes
    return made


def spread(effects: Floats) -> Floats:
    """Return the standard deviation of a factor's effects, shape (M,); 0 where there is one."""
    together = effects.reshape(-1, effects.shape[-1])
    if len(together) < 2:
        return np.zeros(effects.shape[-1])
    return np.asarray(together.std(axis=0, ddof=1))


def resampled_spread(mixes: Floats, effects: Floats) -> Floats:
    """Return the standard deviation of a factor's effects in each resample, shape (S, M)."""
    count = effects.shape[0] * effects.shape[1]
    centred = effects - effects.mean(axis=(0, 1))
    variance = mixes @ (centred**2).mean(axis=1) - (mixes @ centred.mean(axis=1)) ** 2
    return np.asarray(np.sqrt(np.maximum(variance, 0.0) * count / max(count - 1, 1)))
