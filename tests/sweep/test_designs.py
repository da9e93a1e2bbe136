"""Designs: what each promises of its points, and that any slice is the slice of the whole."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from SALib.sample import sobol as oracle
from scipy.stats import qmc

from scenarios.problems import ScenarioError
from sim.sweep.designs.grid import GridDesign, grid
from sim.sweep.designs.kinds import Plan, design_of
from sim.sweep.designs.lhs import LatinDesign
from sim.sweep.designs.morris import LEVELS, STEP, MorrisDesign
from sim.sweep.designs.saltelli import SaltelliDesign
from sim.sweep.designs.sobol import SobolDesign
from sim.sweep.factors import Factor

SEEDS = st.integers(0, 2**63 - 1)
FACTORS = (
    Factor("a", 0.4, 0.8),
    Factor("b", 1, 4, whole=True),
    Factor("c", words=("on", "off")),
)
DESIGNS = (
    SobolDesign(300, 5, 11),
    LatinDesign(300, 5, 11),
    SaltelliDesign(40, 5, 11),
    SaltelliDesign(25, 5, 11, second_order=True),
    MorrisDesign(50, 5, 11),
    GridDesign((5, 4, 3, 5), (False, False, True, False)),
)


@pytest.mark.parametrize("design", DESIGNS, ids=lambda design: type(design).__name__)
@given(ends=st.tuples(st.integers(0, 300), st.integers(0, 300)).map(sorted))
def test_a_slice_is_the_slice_of_the_whole(design, ends):
    first, last = (min(end, design.points) for end in ends)
    whole = design.shares(0, design.points)
    assert ((whole >= 0) & (whole <= 1)).all()
    assert design.shares(first, last).tobytes() == whole[first:last].tobytes()
    keys = design.keys(0, design.points)
    assert keys.dtype == np.int64
    assert design.keys(first, last).tolist() == keys[first:last].tolist()


@given(size=st.integers(1, 600), factors=st.integers(1, 4), seed=SEEDS)
def test_a_latin_hypercube_has_one_point_in_each_stratum(size: int, factors: int, seed: int):
    shares = LatinDesign(size, factors, seed).shares(0, size)
    strata = np.sort(np.floor(shares * size).astype(int), axis=0)
    assert (strata == np.arange(size)[:, np.newaxis]).all()


@pytest.mark.parametrize("size", [4095, 4096, 4097, 20_000])
def test_a_large_latin_hypercube_is_one_and_pairs_its_strata_by_chance(size: int):
    shares = LatinDesign(size, 3, 5).shares(0, size)
    strata = np.sort(np.floor(shares * size).astype(int), axis=0)
    assert (strata == np.arange(size)[:, np.newaxis]).all()
    apart = np.corrcoef(shares, rowvar=False)[np.triu_indices(3, 1)]
    assert np.abs(apart).max() < 5 / np.sqrt(size)
    # Where a point lies within its stratum is chance as well.
    within = shares * size % 1
    assert abs(within.mean() - 0.5) < 5 / np.sqrt(12 * 3 * size)


def test_other_seeds_make_other_designs():
    for kind in ("sobol", "lhs", "saltelli", "morris"):
        one, two = (design_of(Plan(kind, 200), FACTORS, seed).shares(0, 20) for seed in (1, 2))
        assert one.tobytes() != two.tobytes()


@pytest.mark.filterwarnings("error")
def test_sobol_points_are_those_of_scipy_without_a_word():
    theirs = qmc.Sobol(4, rng=np.random.default_rng(9)).random(256)
    ours = SobolDesign(256, 4, 9)
    parts = [ours.shares(first, last) for first, last in pairwise((0, 1, 7, 100, 255, 256))]
    assert np.concatenate(parts).tobytes() == theirs.tobytes()


@pytest.mark.parametrize("second_order", [False, True])
@pytest.mark.parametrize("factors", [1, 2, 5])
def test_saltelli_points_stand_in_the_order_of_salib(factors: int, second_order: bool):
    names = [f"x{j}" for j in range(factors)]
    problem = {"num_vars": factors, "names": names, "bounds": [[0, 1]] * factors}
    rng = np.random.default_rng(3)
    theirs = oracle.sample(problem, 16, calc_second_order=second_order, seed=rng)
    design = SaltelliDesign(16, factors, 3, second_order)
    assert design.shares(0, design.points).tobytes() == theirs.tobytes()
    assert design.keys(0, design.points).tolist() == sorted(list(range(16)) * design.size)


@given(factors=st.integers(1, 12), seed=SEEDS, number=st.integers(0, 50))
def test_a_trajectory_moves_each_factor_once_by_the_same_step(factors, seed, number):
    design = MorrisDesign(60, factors, seed)
    first = number * design.size
    path = design.shares(first, first + design.size)
    moves = np.diff(path, axis=0)
    assert sorted(np.abs(moves).argmax(axis=1)) == list(range(factors))
    assert np.allclose(np.sort(np.abs(moves).ravel())[-factors:], STEP)
    assert np.count_nonzero(moves) == factors
    assert np.allclose(path * (LEVELS - 1), np.round(path * (LEVELS - 1)))
    assert set(design.keys(first, first + design.size)) == {number}


def test_trajectories_start_all_over_the_grid():
    starts = MorrisDesign(400, 2, 1).shares(0, 1200)[::3]
    assert len(np.unique(np.round(starts, 6), axis=0)) == LEVELS**2


def test_a_grid_has_every_combination_once():
    made = grid(FACTORS, 3)
    rows = made.shares(0, made.points)
    values = np.column_stack([factor.at(rows[:, j]) for j, factor in enumerate(FACTORS)])
    assert sorted(map(tuple, values.tolist())) == sorted(
        (a, b, c) for a in (0.4, 0.4 + 0.5 * 0.4, 0.8) for b in (1.0, 3.0, 4.0) for c in (0.0, 1.0)
    )


@given(low=st.integers(-5, 5), size=st.integers(1, 9))
def test_few_whole_numbers_are_all_on_the_grid(low: int, size: int):
    factor = Factor("x", low, low + size, whole=True)
    made = grid([factor], size + 1)
    values = factor.at(made.shares(0, made.points)[:, 0])
    assert values.tolist() == list(range(low, low + size + 1))


@given(
    low=st.floats(-1e6, 1e6),
    width=st.floats(1e-6, 1e6),
    share=st.floats(0, 1),
)
def test_a_number_stays_within_its_room(low: float, width: float, share: float):
    factor = Factor("x", low, low + width)
    value = factor.at(np.array([share]))[0]
    assert low <= value <= low + width


@given(low=st.integers(-10, 10), steps=st.integers(1, 20))
def test_whole_numbers_and_words_are_equally_likely(low: int, steps: int):
    shares = (np.arange(1000 * (steps + 1)) + 0.5) / (1000 * (steps + 1))
    for factor in (
        Factor("x", low, low + steps, whole=True),
        Factor("x", words=tuple(map(str, range(steps + 1)))),
    ):
        assert set(np.unique(factor.at(shares), return_counts=True)[1]) == {1000}
        assert factor.at(np.ones(1)).tolist() == factor.at(shares[-1:]).tolist()


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (Plan("sobl", 8), "did you mean 'sobol'"),
        (Plan("sobol", 0), "at least 1"),
        (Plan("saltelli", 4), "at least 5, the points of one block"),
        (Plan("morris", 3), "at least 4, the points of one block"),
        (Plan("factorial", steps=1), "--steps: found 1"),
        (Plan("sobol", 2**31), "where a Sobol sequence ends"),
    ],
)
def test_a_design_that_cannot_be_is_refused(plan: Plan, told: str):
    with pytest.raises(ScenarioError, match=told):
        design_of(plan, FACTORS, 1)
