"""The exact Nash point, against a search of all texts."""

from itertools import product

import numpy as np
import pytest

from sim.rules.codes import ABSENT, PRINCIPAL
from sim.rules.nash import nash_text
from sim.rules.value import text_value
from tests.rules.small import renewed, small


def gains(p, s, levels) -> float:
    """Return the product of the principals' gains; 0 where one loses or a red line is crossed."""
    text = np.zeros(16, dtype=np.int64)
    text[: len(levels)] = levels
    total = 1.0
    for a in range(p.n_agencies):
        if s.role[0, a] < PRINCIPAL:
            continue
        if any(int(p.red_line[a, i]) >> level & 1 for i, level in enumerate(levels)):
            return 0.0
        total *= max(text_value(p, s, 0, a, text) - s.walk_away[0, a], 0.0)
    return total


def searched(p, s) -> float:
    """Return the largest product that any text reaches, by trying all."""
    open_levels = [range(5) if s.admitted[0, i] else range(1) for i in range(p.n_items)]
    return max(gains(p, s, levels) for levels in product(*open_levels))


@pytest.mark.parametrize("seed", range(40))
def test_no_text_has_a_larger_product(seed: int):
    rng = np.random.default_rng(seed)
    n_items, n_agencies = int(rng.integers(1, 4)), int(rng.integers(2, 5))
    p, s = small(
        n_agencies=n_agencies,
        n_items=n_items,
        side=rng.permutation([0, 1, 0, 1][:n_agencies]),
        role0=rng.choice([ABSENT, PRINCIPAL, PRINCIPAL], n_agencies),
        position=4 * rng.random((n_agencies, n_items)),
        salience=rng.random((n_agencies, n_items)),
        outside=0.2 * rng.random((n_agencies, n_items)),
        red_line=2 * rng.integers(0, 16, (n_agencies, n_items)) * (seed % 2),
        authority=rng.choice([0.0, 1.0, 1.0], (n_agencies, n_items)),
        agenda=rng.choice([0, 1, 1], (1, n_items)),
    )
    found = nash_text(p, s, 0)
    best = searched(p, s)
    if (s.role[0, :n_agencies] >= PRINCIPAL).any():
        assert gains(p, s, found[:n_items]) == pytest.approx(best, abs=1e-12)
        assert (found[:n_items][s.admitted[0, :n_items] == 0] == 0).all()
        assert best > 0.0 or not found.any()
    assert (found[n_items:] == 0).all()


def test_by_hand():
    # Side 0 wants item 0 whole and item 1 not at all, side 1 the reverse; each cares three times
    # more for what it wants. At levels x and y they gain (3 x - y) / 16 and (3 y - x) / 16.
    wish = [[4.0, 0.0], [4.0, 0.0], [0.0, 4.0], [0.0, 4.0]]
    care = [[0.75, 0.25], [0.75, 0.25], [0.25, 0.75], [0.25, 0.75]]
    p, s = small(position=wish, salience=care, authority=1.0)
    assert nash_text(p, s, 0)[:2].tolist() == [4, 4]  # 8 * 8
    p.red_line[2, 0] = 0b11000  # x is at most 2, and (6 - y)(3 y - 2) is 16, 21, 20 from y = 2 on
    assert nash_text(p, s, 0)[:2].tolist() == [2, 3]


def test_where_nobody_gains_there_is_no_such_text():
    p, s = small(position=0.0)
    assert not nash_text(p, s, 0).any()


def test_more_items_than_are_searched_at_once():
    """Nine items, two of them looped over; each is worth having whole to everybody."""
    p, s = small(n_items=9, authority=1.0, position=4.0)
    assert nash_text(p, s, 0)[:9].tolist() == [4] * 9
    p.red_line[1, 8] = 0b10000
    p.red_line[2, 0] = 0b11100
    renewed(p, s)
    assert nash_text(p, s, 0)[:9].tolist() == [1, 4, 4, 4, 4, 4, 4, 4, 3]
