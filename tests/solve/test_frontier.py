"""The frontier against the plainest filter there is, compiled or not, large or small."""

from dataclasses import replace
from itertools import product
from time import process_time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sim.solve.dominance
import sim.solve.frontier
from sim.solve.domain import Domain
from sim.solve.dominance import undominated
from sim.solve.example import DINNER
from sim.solve.frontier import TooManyError, frontier
from tests.solve.domains import acceptable, domains, random_domain, texts


def efficient(rows: np.ndarray) -> list[int]:
    """Return the rows that no other beats, the first of equal ones, by comparing every pair."""
    kept = []
    for n, row in enumerate(rows):
        better = np.all(rows >= row, axis=1) & np.any(rows > row, axis=1)
        equal = np.all(rows[:n] == row, axis=1)
        if not better.any() and not equal.any():
            kept.append(n)
    return kept


def test_a_dinner_by_hand():
    # Soup-tea (4, 0), stew-tea (3, 2), stew-wine (2, 3), roast-wine (0, 4); soup-wine is (3, 1)
    # and roast-tea (1, 3).
    found = frontier(DINNER)
    assert found.texts.tolist() == [[0, 0], [1, 0], [1, 1], [2, 1]]
    assert found.values.tolist() == [[4, 0], [3, 2], [2, 3], [0, 4]]


@given(domains())
def test_the_frontier_is_what_no_text_beats(made: Domain):
    some = texts(made)
    found = frontier(made)
    rows = np.array([made.value(text) for text in some]).reshape(len(some), len(made.parties))
    best = efficient(rows)
    assert sorted(map(tuple, found.values.tolist())) == sorted(map(tuple, rows[best].tolist()))
    for text, values in zip(found.texts, found.values, strict=True):
        assert np.array_equal(made.value(tuple(text)), values)
    assert all(made.allowed(tuple(text)) for text in found.texts)


@given(domains())
def test_the_acceptable_part_is_the_same_frontier(made: Domain):
    fine = {tuple(made.value(text)) for text in acceptable(made)}
    part = {tuple(each) for each in frontier(made, rational=True).values.tolist()}
    whole = {tuple(each) for each in frontier(made).values.tolist()}
    assert part == whole & fine


@given(st.data())
def test_the_filter_keeps_what_no_vector_beats(data: st.DataObject):
    width, height = data.draw(st.integers(1, 9)), data.draw(st.integers(1, 40))
    seed, kinds = data.draw(st.integers(0, 2**32)), data.draw(st.sampled_from([2, 5, 1000]))
    rows = np.random.default_rng(seed).integers(kinds, size=(height, width)).astype(np.float64)
    assert np.flatnonzero(undominated(rows)).tolist() == efficient(rows)


@pytest.mark.parametrize("width", [pytest.param(2, marks=pytest.mark.slow), 4, 8])
def test_the_compiled_filter_keeps_the_same(monkeypatch: pytest.MonkeyPatch, width: int):
    pytest.importorskip("numba")
    rows = np.random.default_rng(width).integers(30, size=(3000, width)).astype(np.float64)
    plain = undominated(rows)
    monkeypatch.setattr(sim.solve.dominance, "MANY", 0)
    assert np.array_equal(undominated(rows), plain)
    assert np.flatnonzero(plain).tolist() == efficient(rows)


def test_the_order_of_parties_does_not_matter():
    made = random_domain(3, 4, (4, 4, 4, 4))
    order = [2, 0, 3, 1]
    other = replace(
        made,
        parties=tuple(made.parties[a] for a in order),
        worth=tuple(table[order] for table in made.worth),
    )
    assert np.array_equal(frontier(other).texts, frontier(made).texts)


def test_no_list_of_all_texts_is_needed():
    made = random_domain(1, 2, (5,) * 40)
    found = frontier(made)
    assert made.outcomes == 5**40
    assert len(found) > 100


def test_a_frontier_too_large_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sim.solve.frontier, "MOST", 50)
    with pytest.raises(TooManyError, match="more than 50"):
        frontier(random_domain(1, 6, (5, 5, 5, 5)))


def test_it_is_far_faster_than_listing_all_texts():
    made = random_domain(2, 4, (5, 5, 5, 5, 5))

    def listed() -> int:
        rows = np.array([made.value(text) for text in product(*map(range, made.shape))])
        return len(efficient(rows))

    def seconds(solve) -> tuple[float, int]:
        start = process_time()
        number = solve()
        return process_time() - start, number

    frontier(made)
    slow, number = seconds(listed)
    fast, same = min(seconds(lambda: len(frontier(made))) for _ in range(3))
    assert same == number
    assert slow > 5 * fast
