"""How far a text is from the frontier and the Nash point, and what would make it acceptable."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.solve.change import smallest_change
from sim.solve.distances import distances, opposition
from sim.solve.domain import Domain
from sim.solve.example import DINNER
from sim.solve.frontier import frontier
from sim.solve.points import points
from tests.solve.domains import NEAR, acceptable, domain, domains


def where(made: Domain, text: tuple[int, ...]):
    return distances(made, text, frontier(made), points(made).nash)


def test_a_dinner_by_hand():
    # Soup-wine is (3, 1): stew-tea (3, 2) is 1 away and gives 1 more; Nash is stew-tea.
    found = where(DINNER, (0, 1))
    assert (found.pareto, found.left, found.nash, found.ratio) == (1.0, 1.0, 1.0, 0.0)
    assert found.acceptable
    # Stew-wine: gains (1, 2) against (2, 1), the same product.
    assert where(DINNER, (1, 1)).ratio == pytest.approx(1.0)
    # Roast-tea (1, 3): gain 0 for Ann. Soup-tea (4, 0): Bob below no deal.
    assert where(DINNER, (2, 0)).ratio == 0.0
    assert not where(DINNER, (0, 0)).acceptable


def test_gain_at_the_cost_of_another_is_not_left_on_the_table():
    made = domain([[[1.0, 2.0, 9.0], [1.0, 1.0, 0.0]]])
    assert where(made, (0,)).left == 1.0


def test_opposition_by_hand():
    # The best for each is 4; the nearest to (1, 1) is (3/4, 2/4).
    assert opposition(DINNER, frontier(DINNER)) == pytest.approx(np.hypot(0.25, 0.5))


def test_there_is_no_opposition_where_somebody_can_only_lose():
    made = domain([[[-1.0, -2.0], [1.0, 2.0]]])
    assert opposition(made, frontier(made)) is None


def test_a_red_line_is_told():
    made = domain([[[1.0, 2.0], [1.0, 2.0]]], forbidden=[[[0, 1], [0, 0]]])
    assert not where(made, (1,)).allowed
    assert where(made, (0,)).pareto == 0.0


@given(domains(), st.data())
def test_distances_are_those_to_all_texts(made: Domain, data: st.DataObject):
    some = acceptable(made)
    if not some:
        return
    text = data.draw(st.sampled_from(some))
    found = where(made, text)
    every = [made.value(t) for t in product(*map(range, made.shape)) if made.allowed(t)]
    better = [float((v - found.values).sum()) for v in every if np.all(v >= found.values - NEAR)]
    assert found.left == pytest.approx(max(better), abs=1e-6)
    assert (found.pareto == 0.0) == (found.left == 0.0)
    assert found.ratio is not None
    assert -NEAR <= found.ratio <= 1.0 + NEAR


@given(domains(), st.data())
def test_the_smallest_change_is_the_smallest(made: Domain, data: st.DataObject):
    text = tuple(data.draw(st.integers(0, size - 1)) for size in made.shape)
    found = smallest_change(made, text)
    some = acceptable(made)
    assert (found is None) == (not some)
    if found is None:
        return

    def size(other: tuple[int, ...]) -> tuple[int, int]:
        apart = [abs(a - b) for a, b in zip(text, other, strict=True)]
        return sum(each > 0 for each in apart), sum(apart)

    least = min(map(size, some))
    assert (len(found.issues), found.steps) == size(found.text) == least

    def gain(other: tuple[int, ...]) -> float:
        return float((made.value(other) - made.walk_away).min())

    tied = [other for other in some if size(other) == least]
    best = max(map(gain, tied))
    assert found.text == next(other for other in tied if gain(other) >= best - NEAR)
