"""The three methods at work on the whole blocks, trajectories or points of a study."""

import numpy as np

from sim.rules.block import Floats, Ints
from sim.sweep.designs.grid import GridDesign
from sim.sweep.designs.saltelli import SaltelliDesign
from sim.sweep.factors import Factor
from sim.sweep.sensitivity.chance import noise_share
from sim.sweep.sensitivity.given import given_indices, parts_of
from sim.sweep.sensitivity.morris import morris_effects
from sim.sweep.sensitivity.sobol import sobol_indices
from sim.sweep.study import Study

Measures = dict[str, Floats]
Found = tuple[Measures, Measures, Measures]
"""Measures of the factors, of chance, and of pairs of factors, by the names SALib gives them."""


def by_sobol(study: Study, kept: Ints, values: Floats, resamples: int, seed: int) -> Found:
    """Return Sobol indices of blocks, shape (N, size, R, M)."""
    second_order = isinstance(study.design, SaltelliDesign) and study.design.second_order
    found = sobol_indices(values, second_order, resamples, seed=seed)
    measures = {
        "S1": found.first,
        "S1_conf": found.first_width,
        "ST": found.total,
        "ST_conf": found.total_width,
    }
    chance = {
        "S1": found.chance_first,
        "S1_conf": found.chance_first_width,
        "ST": found.chance_total,
        "ST_conf": found.chance_total_width,
    }
    pairs = {"S2": found.second, "S2_conf": found.second_width} if second_order else {}
    return measures, chance, pairs


def by_morris(study: Study, kept: Ints, values: Floats, resamples: int, seed: int) -> Found:
    """Return elementary effects of trajectories, shape (T, D + 1, R, M)."""
    size = values.shape[1]
    shares = study.design.shares(0, study.design.points).reshape(-1, size, size - 1)[kept]
    found = morris_effects(shares, values, resamples, seed=seed)
    measures = {
        "mu": found.mean,
        "mu_conf": found.mean_width,
        "mu_star": found.size,
        "mu_star_conf": found.size_width,
        "sigma": found.spread,
        "sigma_conf": found.spread_width,
    }
    return measures, noise(values.reshape(-1, *values.shape[2:]), resamples, seed), {}


def by_parts(study: Study, kept: Ints, values: Floats, resamples: int, seed: int) -> Found:
    """Return first-order indices of points, shape (N, 1, R, M)."""
    repeat, outcomes = values.shape[2:]
    points = np.repeat(kept, repeat)
    runs = values.reshape(-1, outcomes)

    def shares(first: int, last: int) -> Floats:
        rows = points[first:last]
        made = study.design.shares(int(rows[0]), int(rows[-1]) + 1)
        return np.asarray(made[rows - rows[0]])

    sizes = study.design.sizes if isinstance(study.design, GridDesign) else None
    steps = [steps_of(each) if sizes is None else sizes[j] for j, each in enumerate(study.factors)]
    parts = np.array([parts_of(each, len(runs)) for each in steps])
    found = given_indices(shares, runs, parts, resamples, seed=seed)
    rank = found.rank.copy()
    # Words have no order, unless there are only two.
    rank[[len(factor.words) > 2 for factor in study.factors]] = np.nan
    measures = {"S1": found.first, "S1_conf": found.first_width, "rank": rank}
    return measures, noise(values[:, 0], resamples, seed), {}


def noise(values: Floats, resamples: int, seed: int) -> Measures:
    """Return the total index of chance over points, shape (N, R, M)."""
    share, half = noise_share(values, resamples, seed=seed)
    return {"ST": share, "ST_conf": half}


def steps_of(factor: Factor) -> int:
    """Return how many values a factor can take; 0 for any number."""
    if factor.words:
        return len(factor.words)
    return int(factor.high - factor.low) + 1 if factor.whole else 0
