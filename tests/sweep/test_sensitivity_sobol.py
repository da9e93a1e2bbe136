"""Sobol indices: SALib's numbers, analytic ones, and what chance does to them."""

import numpy as np
import pytest

from sim.sweep.designs.saltelli import SaltelliDesign
from sim.sweep.sensitivity.chance import noise_share
from sim.sweep.sensitivity.sobol import SobolIndices, sobol_indices
from tests.sweep.toys import ISHIGAMI_FIRST, ISHIGAMI_TOTAL, ishigami

NAMES = (("S1", "first"), ("ST", "total"))


def blocks(model, blocks: int, factors: int, second_order: bool = False, own: bool = False):
    """Play a model with noise on Saltelli's design; ``own``: each run has chance of its own."""
    design = SaltelliDesign(blocks, factors, 1, second_order)
    shares = design.shares(0, design.points)
    numbers = np.arange(design.points) if own else design.keys(0, design.points)
    noise = np.random.default_rng(9).normal(size=design.points)[numbers]
    return model(shares, noise).reshape(blocks, design.size, 1, 1)


@pytest.mark.parametrize("second_order", [False, True])
@pytest.mark.parametrize("seed", [1, 7])
def test_all_is_as_salib_has_it_the_intervals_included(second_order: bool, seed: int):
    salib = pytest.importorskip("SALib.analyze.sobol")
    factors, rng = 4, np.random.default_rng(5)
    size = (2 if second_order else 1) * factors + 2
    values = rng.gamma(2.0, size=(64, size, 1, 3)) * 100 + 1e4
    values[..., 1] = np.round(values[..., 1] / 150)  # few values, as counts have
    found = sobol_indices(values, second_order, seed=seed)
    problem = {"num_vars": factors, "names": list("abcd"), "bounds": [[0, 1]] * factors}
    for m in range(3):
        flat = values[..., m].ravel()
        theirs = salib.analyze(problem, flat, calc_second_order=second_order, seed=seed)
        pairs = [*NAMES, ("S2", "second")] if second_order else NAMES
        for their, our in pairs:
            for end, other in (("", ""), ("_conf", "_width")):
                mine = getattr(found, our + other)[..., m]
                np.testing.assert_allclose(mine, theirs[their + end], rtol=0, atol=1e-12)


def test_repetitions_count_as_blocks_of_their_own_for_salib():
    salib = pytest.importorskip("SALib.analyze.sobol")
    values = np.random.default_rng(2).normal(size=(32, 5, 3, 1))
    problem = {"num_vars": 3, "names": list("abc"), "bounds": [[0, 1]] * 3}
    flat = np.moveaxis(values[..., 0], 2, 1).ravel()
    theirs = salib.analyze(problem, flat, calc_second_order=False, seed=1)
    found = sobol_indices(values)
    np.testing.assert_allclose(found.first[:, 0], theirs["S1"], rtol=0, atol=1e-12)
    np.testing.assert_allclose(found.total[:, 0], theirs["ST"], rtol=0, atol=1e-12)


def test_ishigami_has_its_analytic_indices():
    found = sobol_indices(blocks(lambda x, e: ishigami(x), 8192, 3, second_order=True), True)
    np.testing.assert_allclose(found.first[:, 0], ISHIGAMI_FIRST, atol=0.015)
    np.testing.assert_allclose(found.total[:, 0], ISHIGAMI_TOTAL, atol=0.015)
    assert found.second[0, 2, 0] == pytest.approx(0.2437, abs=0.02)
    assert np.isnan(found.second[2, 0, 0])
    assert found.chance_first[0] == pytest.approx(0.0, abs=0.02)


def test_a_sum_has_the_shares_of_its_parts_and_no_interplay():
    weight = np.array([3.0, 2.0, 1.0])
    found = sobol_indices(blocks(lambda x, e: x @ weight, 4096, 3))
    np.testing.assert_allclose(found.first[:, 0], weight**2 / 14, atol=0.01)
    np.testing.assert_allclose(found.total[:, 0], weight**2 / 14, atol=0.01)


def test_nothing_but_chance_is_no_factors_if_a_block_shares_it():
    found = sobol_indices(blocks(lambda x, e: e, 1024, 3))
    np.testing.assert_allclose(found.total[:, 0], 0.0, atol=1e-12)
    assert found.chance_first[0] == pytest.approx(1.0, abs=1e-9)


def test_nothing_but_chance_passes_for_every_factor_if_each_run_has_its_own():
    found = sobol_indices(blocks(lambda x, e: e, 4096, 3, own=True))
    np.testing.assert_allclose(found.total[:, 0], 1.0, atol=0.1)  # the noise share, which is 1


def test_chance_shared_by_block_finds_what_chance_of_their_own_hides():
    # sweeps.md: own numbers give a factor without influence a total of the whole noise share.
    def model(x, e):
        return x[:, 0] + 0.3 * x[:, 1] + 0.5 * e  # and x[:, 2] does nothing

    shared, own = (sobol_indices(blocks(model, 4096, 3, own=each)) for each in (False, True))
    factors = np.array([1, 0.09, 0]) / 12
    variance = factors.sum() + 0.25
    np.testing.assert_allclose(shared.total[:, 0], factors / variance, atol=0.02)
    assert own.total[2, 0] == pytest.approx(0.25 / variance, abs=0.08)
    assert own.total[:, 0].sum() > 2 > 1 > shared.total[:, 0].sum()
    assert shared.total_width[:, 0].max() < own.total_width[:, 0].max()
    assert shared.chance_first[0] == pytest.approx(0.25 / variance, abs=0.05)


def test_the_noise_share_takes_repetitions_and_holds_what_chance_does_with_others():
    rng = np.random.default_rng(3)
    design = SaltelliDesign(4096, 2, 1)
    x = design.shares(0, design.points).reshape(4096, 4, 1, 2)
    e = rng.normal(size=(4096, 1, 2))
    values = (x[..., 0] + e * (x[..., 1] - 0.5))[..., np.newaxis]
    found = sobol_indices(values)
    variance = 1 / 12 + 1 / 12
    assert found.chance_first[0] == pytest.approx(0.0, abs=0.03)
    assert found.chance_total[0] == pytest.approx(1 / 12 / variance, abs=0.03)
    points = values.reshape(-1, 2, 1)
    assert noise_share(points)[0][0] == pytest.approx(1 / 12 / variance, abs=0.03)
    assert np.isnan(sobol_indices(values[:, :, :1]).chance_total[0])


@pytest.mark.parametrize("value", [0.0, 7.0, 1e12, 0.1 + 0.2])
def test_an_outcome_that_does_not_vary_has_no_influences_and_says_so(value: float):
    values = np.full((16, 5, 2, 1), value)
    found = sobol_indices(values)
    assert found.constant.tolist() == [True]
    for name in SobolIndices.__annotations__:
        assert name == "constant" or not getattr(found, name).any()


def test_outcomes_are_the_same_together_and_one_by_one(monkeypatch: pytest.MonkeyPatch):
    values = np.random.default_rng(4).normal(size=(32, 8, 1, 6))
    together = sobol_indices(values, second_order=True)
    monkeypatch.setattr("sim.sweep.sensitivity.sobol.ROOM", 1)
    alone = sobol_indices(values, second_order=True)
    for name in SobolIndices.__annotations__:
        np.testing.assert_allclose(getattr(together, name), getattr(alone, name), atol=1e-14)


def test_what_chance_explains_alone_is_the_covariance_of_the_base_points():
    values = (
        np.random.default_rng(8).gamma(1.0, size=(20, 5, 1, 1)) + np.arange(20)[:, None, None, None]
    )
    values[:, 1:-1] += 50  # the points between have no part in it
    a, b = values[:, 0, 0, 0], values[:, -1, 0, 0]
    middle = np.concatenate([a, b]).mean()
    expected = np.mean((a - middle) * (b - middle)) / np.concatenate([a, b]).var()
    assert sobol_indices(values).chance_first[0] == pytest.approx(expected, abs=1e-12)
