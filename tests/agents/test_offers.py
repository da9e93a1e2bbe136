"""The search for an amendment, against trying all."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.tactics.offers import EVERYTHING, OPTIONS, REFUSAL_WEIGHT, best_amendment, options
from sim.play.moves import decoded, empty_move
from tests.agents.hands import ITEMS, hand


def listed(k, care: float = 0.0, modelled: bool = False) -> dict[tuple[int, int], tuple]:
    """Return the options by item and level: the seat's own gain, and its judgement."""
    item, level = np.zeros(OPTIONS, dtype=np.int64), np.zeros(OPTIONS, dtype=np.int64)
    gain, score = np.zeros(OPTIONS), np.zeros(OPTIONS)
    count = options(k, care, modelled, item, level, gain, score)
    return {(int(item[n]), int(level[n])): (float(gain[n]), float(score[n])) for n in range(count)}


def best(k, limit: int, least: float = -9.0, most: float = EVERYTHING, care: float = 0.0):
    array = empty_move()
    score = best_amendment(k, limit, least, most, care, False, array)
    return score, dict(decoded("me", ITEMS, array).levels) if score > 0.0 else {}


def test_options_are_what_is_cleared_listed_and_not_forbidden():
    k = hand(
        wish=(4.0,) * 3,
        care=(0.5, 0.25, 0.25),
        mandate=[0b1110, 0b11110, 0b11110],
        red_line=[0b100, 0, 0],
        treated=[1, 0, 1],
        text=[0, 0, 3],
    )
    assert set(listed(k)) == {(0, 1), (0, 3), (2, 1), (2, 2), (2, 4)}
    assert listed(k)[(0, 3)] == (0.375, 0.375)
    assert listed(k)[(2, 1)] == (-0.125, -0.125)


def test_what_was_refused_counts_a_little_less_each_time():
    k = hand(refused=[[0, 0, 0, 0, 2]])
    gain, score = listed(k)[(0, 4)]
    assert score == pytest.approx(gain - 2 * REFUSAL_WEIGHT)


def test_care_weighs_what_brings_the_others_nearer():
    # Seat 1 asks for L4 of I01, seat 2 for nothing: of the two, one is two levels nearer.
    heard = [[[0.0] * 5] * 2, [[0.0] * 5, [0.0] * 4 + [1.0]]]
    k = hand(wish=(4.0, 0.0), proposed=heard)
    gain, score = listed(k, care=1.0)[(1, 2)]
    assert gain == -0.25
    assert score == gain + 0.5 * (2 / 4) / 2  # weight of one of two items, half the seats
    assert listed(k, care=0.5)[(1, 2)][1] == gain + 0.25 * (2 / 4) / 2


SEEDS = st.integers(0, 2**32 - 1)


def random_hand(seed: int, items: int):
    rng = np.random.default_rng(seed)
    return hand(
        wish=tuple(4 * rng.random(items)),
        care=tuple(rng.random(items)),
        text=rng.integers(0, 5, items),
        mandate=2 * rng.integers(0, 16, items),
        red_line=2 * rng.integers(0, 16, items) * (rng.random(items) < 0.3),
        refused=3 * rng.random((items, 5)),
        proposed=rng.integers(0, 3, (3, items, 5)),
    )


@settings(max_examples=40)
@given(SEEDS, st.integers(1, 2), st.floats(-0.5, 0.2), st.floats(0, 0.8), st.floats(0, 1))
def test_one_and_two_items_are_searched_exactly(seed, limit, least, room, care):
    k = random_hand(seed, 3)
    found, levels = best(k, limit, least, least + room, care)
    every = listed(k, care)
    written = [every[(ITEMS.index(item), level)] for item, level in levels.items()]
    assert found == pytest.approx(sum(score for _, score in written), abs=1e-8)
    scores = [0.0]
    for count in range(1, limit + 1):
        for chosen in combinations(every, count):
            gain = sum(every[pair][0] for pair in chosen)
            apart = len({item for item, _ in chosen}) == count
            if apart and least <= gain < least + room:
                scores.append(sum(every[pair][1] for pair in chosen))
    assert found == pytest.approx(max(scores), abs=1e-8)


@settings(max_examples=40)
@given(SEEDS, st.integers(1, 4), st.floats(-0.5, 0.2), st.floats(0, 0.8), st.floats(0, 1))
def test_every_amendment_keeps_to_its_bounds(seed, limit, least, room, care):
    k = random_hand(seed, 4)
    score, levels = best(k, limit, least, least + room, care)
    every = listed(k, care)
    pairs = [every[(ITEMS.index(item), level)] for item, level in levels.items()]
    assert len(pairs) <= limit
    if pairs:
        gain = sum(gain for gain, _ in pairs)
        assert least - 1e-8 <= gain < least + room + 1e-8
        assert score == pytest.approx(sum(score for _, score in pairs))


@settings(max_examples=20)
@given(SEEDS)
def test_linking_more_never_makes_it_worse(seed: int):
    k = random_hand(seed, 4)
    scores = [best(k, limit)[0] for limit in (1, 2, 3, 4)]
    assert scores == sorted(scores)
    whole = max(
        sum(max(0.0, *(listed(k).get((i, x), (0, 0))[1] for x in range(5))) for i in range(4)),
        0.0,
    )
    assert scores[-1] == pytest.approx(whole)


def test_nothing_is_written_where_nothing_is_good():
    array = empty_move()
    assert best_amendment(hand(wish=(0.0, 0.0)), 2, -9.0, EVERYTHING, 0.0, False, array) == 0.0
    assert (array == -1).all()


def test_of_equals_the_first():
    assert best(hand(wish=(4.0, 4.0)), 1)[1] == {"I00": 4}
    assert best(hand(wish=(4.0, 4.0), treated=[0, 1]), 1)[1] == {"I01": 4}
