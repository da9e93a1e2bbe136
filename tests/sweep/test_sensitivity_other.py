"""Morris's effects as SALib has them, and first-order indices from evenly spread points."""

import numpy as np
import pytest
from scipy.stats import norm, spearmanr

from sim.sweep.designs.grid import GridDesign
from sim.sweep.designs.lhs import LatinDesign
from sim.sweep.designs.morris import MorrisDesign
from sim.sweep.sensitivity.given import given_indices, parts_of
from sim.sweep.sensitivity.morris import elementary_effects, morris_effects
from tests.sweep.toys import ISHIGAMI_FIRST, ishigami


def test_morris_is_as_salib_has_it_the_intervals_included():
    salib = pytest.importorskip("SALib.analyze.morris")
    design = MorrisDesign(20, 4, 3)
    shares = design.shares(0, design.points)
    values = np.column_stack([shares @ [1, 2, -3, 0.5], np.prod(shares + 1, axis=1)])
    values += np.random.default_rng(1).normal(size=values.shape)
    found = morris_effects(shares.reshape(20, 5, 4), values.reshape(20, 5, 1, 2), seed=5)
    problem = {"num_vars": 4, "names": list("abcd"), "bounds": [[0, 1]] * 4, "groups": None}
    pairs = [
        ("mu", "mean"),
        ("mu_star", "size"),
        ("sigma", "spread"),
        ("mu_star_conf", "size_width"),
    ]
    for m in range(2):
        theirs = salib.analyze(problem, shares, values[:, m].copy(), seed=5)
        for their, our in pairs:
            mine = getattr(found, our)[:, m]
            np.testing.assert_allclose(mine, np.array(theirs[their]), rtol=0, atol=1e-12)


def test_a_sum_has_its_slopes_as_effects_and_a_product_spreads_them():
    design = MorrisDesign(50, 2, 1)
    shares = design.shares(0, design.points)
    both = np.column_stack([3 * shares[:, 0] - 2 * shares[:, 1], shares[:, 0] * shares[:, 1]])
    found = morris_effects(shares.reshape(50, 3, 2), both.reshape(50, 3, 1, 2))
    np.testing.assert_allclose(found.mean[:, 0], [3, -2], atol=1e-9)
    np.testing.assert_allclose(found.size[:, 0], [3, 2], atol=1e-9)
    np.testing.assert_allclose(found.spread[:, 0], 0, atol=1e-9)
    assert found.spread[:, 1].min() > 0.1
    assert found.mean_width[:, 1].min() > 0.01
    assert found.spread_width[:, 1].min() > 0.001


def test_one_trajectory_has_effects_but_no_intervals():
    shares = MorrisDesign(1, 2, 1).shares(0, 3).reshape(1, 3, 2)
    found = morris_effects(shares, shares[..., :1, np.newaxis])
    assert not found.size_width.any()
    assert not found.spread.any()


def test_evenly_spread_points_give_ishigamis_first_order():
    design = LatinDesign(40_000, 3, 1)
    shares = design.shares(0, 40_000)
    parts = np.array([parts_of(0, 40_000)] * 3)
    found = given_indices(design.shares, ishigami(shares)[:, np.newaxis], parts)
    np.testing.assert_allclose(found.first[:, 0], ISHIGAMI_FIRST, atol=0.02)
    assert (np.abs(found.first[:, 0] - ISHIGAMI_FIRST) < 3 * found.first_width[:, 0]).all()


def test_the_rank_correlation_is_spearmans():
    shares = LatinDesign(5000, 2, 4).shares(0, 5000)
    values = (
        np.exp(shares[:, :1]) - shares[:, 1:] ** 2 + np.random.default_rng(1).normal(size=(5000, 1))
    )
    found = given_indices(lambda first, last: shares[first:last], values, np.array([8, 8]))
    theirs = [spearmanr(shares[:, j], values[:, 0]).statistic for j in range(2)]
    np.testing.assert_allclose(found.rank[:, 0], theirs, atol=1e-4)


def test_noise_has_no_first_order_on_average():
    # Without the correction, each of 16 parts would have 1 / 2000 of the variance by luck.
    shares = LatinDesign(2000, 40, 4).shares(0, 2000)
    noise = np.random.default_rng(1).normal(size=(2000, 3))
    found = given_indices(lambda first, last: shares[first:last], noise, np.full(40, 16))
    assert abs(found.first.mean()) < 0.001


def test_a_grid_gives_the_shares_of_a_sum_exactly():
    design = GridDesign((3, 4, 2), (False, True, False))
    shares = design.shares(0, design.points)
    level = np.column_stack([shares[:, 0] * 2, np.floor(shares[:, 1] * 4), shares[:, 2]])
    values = (level @ [1.0, 2.0, 0.0])[:, np.newaxis]
    found = given_indices(design.shares, values, np.array([3, 4, 2]))
    variance = np.array([2 / 3, 4 * 5 / 4, 0])
    raw = variance / variance.sum()
    corrected = 1 - (1 - raw) * 23 / np.array([21, 20, 22])
    np.testing.assert_allclose(found.first[:, 0], corrected, atol=1e-12)


def test_the_interval_of_the_spread_is_that_of_resampled_effects():
    design = MorrisDesign(12, 1, 3)
    shares = design.shares(0, design.points).reshape(12, 2, 1)
    values = np.random.default_rng(1).normal(size=(12, 2, 1, 1))
    found = morris_effects(shares, values, resamples=50, seed=2)
    effects = elementary_effects(shares, values)[0, :, 0, 0]
    picks = np.random.default_rng(2).integers(12, size=(50, 12))
    spreads = effects[picks].std(axis=1, ddof=1)
    assert found.spread_width[0, 0] == pytest.approx(norm.ppf(0.975) * spreads.std(ddof=1))
    assert found.mean_width[0, 0] == pytest.approx(
        norm.ppf(0.975) * effects[picks].mean(axis=1).std(ddof=1)
    )
