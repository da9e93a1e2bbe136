"""Small classes compared: what exact tests allow one to say, and what they do not."""

from itertools import combinations
from random import Random

import numpy as np
import pytest

from classroom.debrief.contrast import FEW, LESS, MORE, OPEN, Contrast, contrast
from classroom.debrief.paired import paired
from classroom.debrief.shares import fisher, shares


def rejected(first: list[float], second: list[float], shift: float) -> bool:
    """Try every division of the tables after taking a shift off the second group, one by one."""
    values = [*first, *(each - shift for each in second)]
    n = len(first)
    real = np.mean(values[n:]) - np.mean(values[:n])
    apart = []
    for chosen in combinations(range(len(values)), len(second)):
        rest = [values[k] for k in range(len(values)) if k not in chosen]
        apart.append(np.mean([values[k] for k in chosen]) - np.mean(rest))
    above = np.mean(np.array(apart) >= real - 1e-9)
    below = np.mean(np.array(apart) <= real + 1e-9)
    return min(above, below) <= 0.025 + 1e-12


@pytest.mark.parametrize("seed", range(6))
def test_the_interval_holds_what_the_exact_test_does_not_reject(seed: int):
    lot = Random(seed)
    first = [round(lot.gauss(2, 1), 1) for _ in range(4 + seed % 2)]
    second = [round(lot.gauss(3, 2), 1) for _ in range(4)]
    made = contrast(first, second)
    for shift in np.arange(-8.03, 12, 0.25):
        assert (made.low <= shift <= made.high) != rejected(first, second, shift), shift


@pytest.mark.parametrize("seed", range(4))
def test_the_probability_is_that_of_every_division(seed: int):
    lot = Random(seed)
    first = [float(lot.randint(0, 4)) for _ in range(5)]
    second = [float(lot.randint(1, 5)) for _ in range(4)]
    made = contrast(first, second)
    assert made.ways == 126
    assert made.exact
    real, values = made.difference, np.array([*first, *second])
    apart = []
    for chosen in combinations(range(9), 4):
        rest = [k for k in range(9) if k not in chosen]
        apart.append(values[list(chosen)].mean() - values[rest].mean())
    above = np.mean(np.array(apart) >= real - 1e-9)
    below = np.mean(np.array(apart) <= real + 1e-9)
    assert made.p == pytest.approx(min(1.0, 2 * min(above, below)))


def test_too_few_tables_tell_nothing_however_far_apart():
    assert contrast([0, 0, 0], [9, 9, 9]).verdict == FEW
    assert contrast([0, 0, 0], [9, 9, 9]).low is None
    assert contrast([0], [9] * 20).verdict == FEW
    assert contrast([0.1, 0.2, 0.3, 0.4], [9, 8, 7, 6]).verdict == MORE
    assert contrast([9, 8, 7, 6], [0.1, 0.2, 0.3, 0.4]).verdict == LESS
    assert contrast([1, 2, 3, 4], [1, 2, 3, 4.5]).verdict == OPEN
    assert contrast([2, 2, 2, 2], [2, 2, 2, 2]).verdict == OPEN
    assert contrast([], [1.0]) is None


def test_a_larger_class_is_drawn_by_lot_always_the_same():
    lot = Random(5)
    first = [lot.gauss(0, 1) for _ in range(25)]
    second = [lot.gauss(3, 1) for _ in range(25)]
    made = contrast(first, second)
    assert not made.exact
    assert made == contrast(first, second)
    assert made.low < made.difference < made.high
    error = np.sqrt(np.var(first, ddof=1) / 25 + np.var(second, ddof=1) / 25)
    assert made.high - made.low == pytest.approx(2 * 2.01 * error, rel=0.1)


def test_intervals_cover_what_is_true_as_often_as_they_say():
    lot = np.random.Generator(np.random.PCG64(7))
    inside = 0
    for _ in range(400):
        # strongly skewed, as the levels of few tables are
        made = contrast(lot.exponential(1, 5).tolist(), (lot.exponential(1, 6) + 0.7).tolist())
        inside += made.low <= 0.7 <= made.high
    assert inside / 400 >= 0.93


def test_shares_by_known_answers():
    # newcombe1998, table II, method 10
    for first, second, low, high in (
        ((48, 80), (56, 70), 0.0524, 0.3339),
        ((3, 10), (9, 10), 0.1705, 0.8090),
        ((2, 7), (6, 7), 0.0582, 0.8062),
        ((0, 29), (5, 56), -0.0381, 0.1926),
        ((0, 10), (10, 10), 0.6075, 1.0),
    ):
        made = shares(first, second)
        assert made.low == pytest.approx(low, abs=1e-3), first
        assert made.high == pytest.approx(high, abs=1e-3), first
    # fisher's lady tasting tea: three of four cups right, both ways
    assert fisher((3, 4), (1, 4)) == pytest.approx(34 / 70)
    assert shares((0, 4), (4, 4)).verdict == MORE
    assert shares((0, 3), (3, 3)).verdict == FEW
    assert shares((2, 5), (3, 5)).verdict == OPEN
    assert shares((0, 0), (3, 5)) is None


def test_answers_before_and_after_are_taken_person_by_person():
    made = paired([2, 2, 2, 2, 2, 2, 2], [3, 3, 3, 3, 3, 3, 3])
    assert (made.n, made.difference, made.low, made.high) == (7, 1.0, 1.0, 1.0)
    assert made.p == pytest.approx(2 / 128)
    assert paired([1, 2, 3], [2, 3, 5]).low is None
    assert paired([], []) is None
    many = paired([3.0] * 40, [3.0 + (k % 5 - 2) / 2 for k in range(40)])
    assert many.low < 0 < many.high
    assert many.p > 0.5


def test_a_contrast_says_how_many_tables_it_is_of():
    made = contrast([1, 2, 3, 4, 5], [2, 3, 4, 5])
    assert isinstance(made, Contrast)
    assert (made.n_first, made.n_second, made.first, made.second) == (5, 4, 3.0, 3.5)
