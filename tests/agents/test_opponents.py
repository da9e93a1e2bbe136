"""Reading the others by what they have asked for."""

import numpy as np
import pytest

from agents.tactics.opponents import wishes
from tests.agents.hands import hand

# Seat 1 has asked for L2 once and L4 three times of I00, for L1 twice of I01; seat 2 for nothing.
HEARD = [[[0.0] * 5] * 2, [[0, 0, 1, 0, 3], [0, 2, 0, 0, 0]]]


@pytest.mark.parametrize(("modelled", "weights"), [(True, [4 / 6, 2 / 6]), (False, [1 / 2, 1 / 2])])
def test_a_wish_is_the_mean_request_and_its_weight_how_often(modelled: bool, weights: list[float]):
    wish, weight = np.zeros((3, 2)), np.zeros((3, 2))
    assert wishes(hand(proposed=HEARD), modelled, wish, weight) == 2
    assert wish.tolist() == [[0, 0], [3.5, 1.0], [0, 0]]  # (2 + 3 * 4) / 4
    assert weight.tolist() == [[0, 0], weights, [0, 0]]


def test_who_is_not_at_the_table_is_not_read():
    wish, weight = np.zeros((3, 2)), np.zeros((3, 2))
    assert wishes(hand(proposed=HEARD, others=[0, 0, 1]), True, wish, weight) == 1
    assert not wish.any()
    assert not weight.any()
