"""The solution points against all texts, one by one, and the axioms that define them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sim.solve.peaks
import sim.solve.points
import sim.solve.search
from sim.solve.domain import Domain
from sim.solve.example import DINNER
from sim.solve.points import Points, points
from tests.solve.domains import NEAR, acceptable, domain, domains, random_domain

POINTS = ("nash", "kalai_smorodinsky", "egalitarian", "welfare")


def texts(found: Points) -> list[tuple[int, ...] | None]:
    return [getattr(found, name) and getattr(found, name).text for name in POINTS]


def leximin(gains: np.ndarray) -> int:
    """Return the first row that no other is better than, from the least gain up."""
    rising = np.sort(gains, axis=1)
    best = 0
    for n in range(1, len(rising)):
        apart = np.flatnonzero(np.abs(rising[n] - rising[best]) > NEAR)
        if len(apart) and rising[n, apart[0]] > rising[best, apart[0]]:
            best = n
    return best


def by_hand(made: Domain) -> list[tuple[int, ...] | None]:
    """Return the texts of the points, found by looking at every text."""
    some = acceptable(made)
    if not some:
        return [None] * 4
    gains = np.array([made.value(t) - made.walk_away for t in some])
    able = gains.max(axis=0) > NEAR
    shares = gains[:, able] / gains[:, able].max(axis=0)
    fair = leximin(gains)
    product = np.maximum(shares, 0.0).prod(axis=1)
    nash = fair
    if product.max() > 0.0:
        nash = int(np.argmax(product >= product.max() * (1 - NEAR)))
    total = gains.sum(axis=1)
    rich = int(np.argmax(total >= total.max() - NEAR))
    return [some[n] for n in (nash, leximin(shares) if able.any() else 0, fair, rich)]


def test_a_dinner_by_hand():
    # Gains over 1: soup-wine (2, 0), stew-tea (2, 1), stew-wine (1, 2), roast-tea (0, 2); the
    # others leave somebody below 1. Each can gain 2 at most.
    found = points(DINNER)
    assert found.rational == 4
    assert texts(found) == [(1, 0), (1, 0), (1, 0), (1, 0)]
    assert found.nash is not None
    assert found.nash.values.tolist() == [3.0, 2.0]


def test_points_that_differ_by_hand():
    # Three texts: (10, 1), (6, 4), (5, 5); products 10, 24, 25; sums 11, 10, 10.
    # Shares of (10, 5): .2, .6, .5.
    made = domain([[[10.0, 6.0, 5.0], [1.0, 4.0, 5.0]]])
    assert texts(points(made)) == [(2,), (1,), (2,), (0,)]


def test_the_most_one_could_gain_is_that_of_texts_acceptable_to_all():
    # The first text is worth 100 to the first party but less than no deal to the second.
    made = domain([[[100.0, 6.0, 5.0], [-1.0, 4.0, 5.0]]])
    assert texts(points(made))[1] == (2,)


def test_of_equal_least_gains_the_next_decide():
    # Least gains 2, 2, 1; then 3 against 2.
    made = domain([[[2.0, 2.0, 1.0], [2.0, 3.0, 9.0], [9.0, 3.0, 9.0]]])
    assert texts(points(made))[2] == (1,)


def test_of_equal_texts_the_lowest_is_taken():
    made = domain([[[1.0, 0.0], [0.0, 1.0]], [[0.0, 0.0], [0.0, 0.0]]], [-1.0, -1.0])
    assert texts(points(made)) == [(0, 0)] * 4


def test_who_cannot_gain_is_left_out():
    made = domain([[[0.0, 1.0, 2.0], [0.0, 2.0, 1.0], [0.0, 0.0, 0.0]]])
    assert texts(points(made))[0] == (1,)


def test_where_only_one_can_gain_at_a_time_the_egalitarian_text_is_nash():
    made = domain([[[1.0, 0.0], [0.0, 2.0]]])
    assert texts(points(made))[0] == (1,)


def test_red_lines_and_walk_aways_leave_no_point():
    made = domain([[[1.0, 0.0], [0.0, 1.0]]], [0.5, 0.5])
    assert texts(points(made)) == [None] * 4
    assert points(made).rational == 0
    barred = domain([[[1.0], [1.0]]], forbidden=[[[0], [1]]])
    assert points(barred).rational == 0


@given(domains())
def test_points_are_those_found_by_looking_at_every_text(made: Domain):
    found = points(made)
    assert found.rational == len(acceptable(made))
    assert texts(found) == by_hand(made)


@given(domains())
def test_a_search_row_by_row_finds_every_tie(made: Domain):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sim.solve.search, "ROWS", 1)
        patch.setattr(sim.solve.search, "MOST_ROWS", 1)
        assert texts(points(made)) == by_hand(made)


@given(domains())
def test_compiled_passes_find_what_the_search_finds(made: Domain):
    pytest.importorskip("numba")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sim.solve.peaks, "MANY", 0)
        compiled = points(made)
    assert texts(compiled) == texts(points(made))


@given(domains())
def test_points_lie_on_the_frontier_of_a_domain_too_large_to_list(made: Domain):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sim.solve.points, "LISTED", 0)
        large = points(made)
    small = points(made)
    for name in POINTS:
        one, other = getattr(large, name), getattr(small, name)
        assert (one is None) == (other is None)
        assert one is None or one.values == pytest.approx(other.values)


@given(domains(), st.data())
def test_the_nash_point_knows_no_units(made: Domain, data: st.DataObject):
    parties = len(made.parties)
    each = st.lists(st.sampled_from([0.25, 1.0, 4.0, 64.0]), min_size=parties, max_size=parties)
    unit, origin = np.array(data.draw(each)), np.array(data.draw(each))
    other = replace(
        made,
        worth=tuple(table * unit[:, np.newaxis] for table in made.worth),
        base=made.base * unit + origin,
        walk_away=made.walk_away * unit + origin,
    )
    assert texts(points(other))[:2] == texts(points(made))[:2] or zero_product(made)


def zero_product(made: Domain) -> bool:
    """Say whether nobody's gain can go with everybody's, so that the egalitarian text stands in."""
    found = points(made).nash
    if found is None:
        return False
    gains = np.array([made.value(t) - made.walk_away for t in acceptable(made)])
    able = gains.max(axis=0) > NEAR
    return bool(np.any(found.values[able] - made.walk_away[able] <= NEAR))


@given(domains(), st.randoms(use_true_random=False))
def test_the_order_of_parties_does_not_matter(made: Domain, chance):
    order = list(range(len(made.parties)))
    chance.shuffle(order)
    other = replace(
        made,
        parties=tuple(made.parties[a] for a in order),
        worth=tuple(table[order] for table in made.worth),
        base=made.base[order],
        walk_away=made.walk_away[order],
        forbidden=tuple(lines[order] for lines in made.forbidden),
    )
    assert texts(points(other)) == texts(points(made))


@pytest.mark.parametrize("parties", [2, 5, 9])
def test_no_text_gives_the_worst_off_a_larger_share(parties: int):
    made = random_domain(parties, parties, (4, 4, 4), 0.3)
    found = points(made).kalai_smorodinsky
    assert found is not None
    gains = np.array([made.value(t) - made.walk_away for t in acceptable(made)])
    best = gains.max(axis=0)
    worst_off = ((found.values - made.walk_away) / best).min()
    assert worst_off == pytest.approx((gains / best).min(axis=1).max())
