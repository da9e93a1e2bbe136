"""Shares, medians, counts, contrasts and verdicts, against answers known beforehand."""

import numpy as np
import pytest
from scipy.stats import binomtest

from sim.claims.contrasts import as_claimed, by_chance, effects
from sim.claims.statistics import Count, counted, mean, median, wilson
from sim.claims.verdict import VERDICTS, verdict


@pytest.mark.parametrize(("hits", "of"), [(0, 10), (3, 10), (10, 10), (512, 1024), (1, 4096)])
def test_wilson_is_scipys(hits: int, of: int):
    known = binomtest(hits, of).proportion_ci(0.95, "wilson")
    assert wilson(hits, of) == pytest.approx((hits / of, known.low, known.high))


def test_wilson_of_nothing_knows_nothing():
    assert wilson(0, 0)[1:] == (0.0, 1.0)


def test_the_interval_of_the_median_covers_it_as_often_as_it_says():
    rng = np.random.default_rng(1)
    samples = (median(rng.exponential(size=75)) for _ in range(2000))
    covered = np.mean([low <= np.log(2.0) <= high for _, low, high in samples])
    assert 0.94 <= covered <= 0.985


def test_the_interval_of_the_mean_is_the_normal_one():
    found = mean(np.array([1.0, 2.0, 3.0]))
    assert found == pytest.approx((2.0, 2.0 - 1.959964 / np.sqrt(3), 2.0 + 1.959964 / np.sqrt(3)))


def test_worlds_are_counted_by_sign_and_rounding_is_no_effect():
    assert counted(np.array([0.5, -0.5, 1e-15, 0.0, 2.0])) == Count(2, 1, 2)


@pytest.mark.parametrize(
    ("contrast", "arms", "places", "effect"),
    [
        ("one arm", [3.0], (), 3.0),
        ("difference", [1.0, 4.0], (), 3.0),
        ("slope", [0.0, 2.0, 3.0], (4, 6, 7), 1.0),
        ("slope", [5.0, 5.0], (0, 1), 0.0),
        ("interaction", [0.0, 1.0, 2.0, 3.0], (), 0.0),
        ("interaction", [0.0, 1.0, 1.0, 5.0], (), 3.0),
        ("inverted U", [1.0, 4.0, 2.0], (), 2.0),
        ("inverted U", [1.0, 2.0, 3.0, 5.0], (), -2.0),
    ],
)
def test_effects(contrast: str, arms: list[float], places: tuple, effect: float):
    found = effects(contrast, [np.array([arm]) for arm in arms], places)
    assert found.tolist() == pytest.approx([effect])


def test_effects_are_turned_to_the_sign_claimed():
    effect = np.array([-0.6, -0.5, 0.0, 0.2])
    assert counted(as_claimed(effect, "up", 0.0)) == Count(1, 2, 1)
    assert counted(as_claimed(effect, "down", 0.0)) == Count(2, 1, 1)
    assert counted(as_claimed(effect, "flat", 0.5)) == Count(3, 1, 0)


@pytest.mark.parametrize(
    ("count", "built_in", "alike", "called"),
    [
        ((90, 10, 0), False, False, "holds widely"),
        ((90, 10, 0), True, False, "built in and shown"),
        ((62, 38, 0), False, False, "holds more often than not"),
        ((62, 38, 0), True, False, "holds more often than not"),
        ((30, 3, 67), True, False, "holds where it shows"),
        ((30, 15, 55), False, False, "leans that way"),
        ((52, 48, 0), False, False, "mixed"),
        ((1, 0, 99), False, False, "mixed"),
        ((10, 60, 30), True, False, "fails: the opposite is more common"),
        ((0, 0, 100), False, False, "no effect on this measure"),
        ((0, 0, 100), True, True, "the model has no path for it"),
        ((100, 0, 0), True, True, "the model has no path for it"),
    ],
)
def test_verdicts(count: tuple[int, int, int], built_in: bool, alike: bool, called: str):
    assert called in VERDICTS
    assert verdict(Count(*count), built_in, alike) == called


def test_what_chance_alone_would_bring_speaks_for_no_claim():
    count = Count(160, 90, 6)
    assert verdict(count, False, False) == "holds more often than not"
    assert verdict(count, False, False, by_chance("inverted U", 5)) == "mixed"
    assert verdict(count, False, False, by_chance("inverted U", 3)) == "holds more often than not"


def test_a_verdict_on_few_worlds_is_a_careful_one():
    assert verdict(Count(9, 1, 0), False, False) == "holds more often than not"
    assert verdict(Count(900, 100, 0), False, False) == "holds widely"
