"""What an effect depends on: found where it is, and not where it is not."""

import numpy as np

from sim.claims.dependence import dependences, ranks
from sim.sweep.factors import Factor

NUMBERS = tuple(Factor(f"number-{n}", 0.0, 1.0) for n in range(298))
WORDS = (
    Factor("mode", words=("absent", "subordinate", "partner")),
    Factor("event", words=("on", "off")),
)
WORLDS = 512


def drawn(seed: int) -> tuple[tuple[Factor, ...], np.ndarray, np.random.Generator]:
    rng = np.random.default_rng(seed)
    shares = rng.random((WORLDS, 300))
    factors = (*NUMBERS, *WORDS)
    return factors, np.column_stack([f.at(shares[:, j]) for j, f in enumerate(factors)]), rng


def test_two_causes_among_three_hundred_are_found_the_stronger_first():
    factors, values, rng = drawn(1)
    effect = 2.0 * values[:, 7] - values[:, 200] + 0.5 * rng.normal(size=WORLDS)
    found, floor = dependences(effect, factors, values, 1)
    assert [each.path for each in found] == ["number-7", "number-200"]
    assert found[0].correlation > 0 > found[1].correlation
    assert 0.1 < floor < 0.25


def test_a_word_is_found_as_the_word_it_is():
    factors, values, rng = drawn(2)
    effect = (values[:, 298] == 2.0) + 0.5 * rng.normal(size=WORLDS)
    found, _ = dependences(effect, factors, values, 1)
    assert [each.path for each in found] == ["mode=partner"]


def test_a_bent_effect_counts_by_its_order():
    factors, values, _ = drawn(3)
    found, _ = dependences(np.exp(20.0 * values[:, 3]), factors, values, 1)
    assert [each.path for each in found] == ["number-3"]
    assert found[0].correlation > 0.999


def test_of_two_that_are_drawn_alike_only_one_takes_the_credit():
    factors, values, rng = drawn(4)
    values[:, 5] = values[:, 4]
    effect = values[:, 4] + 0.1 * rng.normal(size=WORLDS)
    found, _ = dependences(effect, factors, values, 1)
    assert len(found) == 1


def test_noise_depends_on_nothing_in_all_but_a_few_cases():
    named = 0
    for seed in range(20):
        factors, values, rng = drawn(100 + seed)
        named += len(dependences(rng.normal(size=WORLDS), factors, values, seed)[0]) > 0
    assert named <= 4


def test_an_effect_that_never_varies_depends_on_nothing():
    factors, values, _ = drawn(5)
    assert dependences(np.zeros(WORLDS), factors, values, 1)[0] == ()
    assert dependences(np.arange(WORLDS), (), np.zeros((WORLDS, 0)), 1)[0] == ()


def test_equal_values_share_their_rank():
    assert ranks(np.array([5.0, 1.0, 5.0, 5.0])).tolist() == [2.0, 0.0, 2.0, 2.0]
