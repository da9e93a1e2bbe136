"""Scenario discovery: PRIM and CART of the workbench find a box that is known to be there."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from scenarios.problems import ScenarioError
from sim.sweep.sensitivity import discovery
from sim.sweep.sensitivity.discovery import discover
from sim.sweep.sensitivity.runs import runs_of
from tests.sweep.toys import filled

WORKBENCH = pytest.mark.skipif(
    importlib.util.find_spec("ema_workbench") is None, reason="ema_workbench is an extra"
)
VARY = ("alone_weight=0:1", "trust=0:1", "last_chance=0:1", "strategy.us-state=micro,random,linear")
# In the order of the ledger: what the shares below are of.


def boxed(shares, runs, cases):
    """Return 1 in a box of two factors, else 0: 18 % of the room."""
    return ((shares[:, 0] > 0.7) & (shares[:, 1] < 0.6)).astype(float)


@WORKBENCH
def test_both_find_the_box_and_nothing_else(tmp_path: Path):
    filled(tmp_path, boxed, design="lhs", runs=1500, vary=VARY)
    runs = runs_of(tmp_path, "outcome")
    found = discover(runs, above=0.5)
    assert found.share == pytest.approx(0.18, abs=0.02)
    (prim,) = found.prim
    assert min(prim.coverage, prim.density) > 0.9
    assert [each.factor for each in prim.limits] == list(runs.study.factors[:2])
    low, high = prim.limits
    assert (low.low, low.high) == (pytest.approx(0.7, abs=0.03), 1.0)
    assert (high.low, high.high) == (0.0, pytest.approx(0.6, abs=0.03))
    assert prim.way[0].coverage == 1.0
    best = found.cart[0]
    assert min(best.coverage, best.density) > 0.95
    assert [each.factor for each in best.limits] == list(runs.study.factors[:2])


@WORKBENCH
def test_limits_of_words_are_words(tmp_path: Path):
    def model(shares, runs, cases):
        return (shares[:, 3] < 1 / 3).astype(float)

    study = filled(tmp_path, model, design="lhs", runs=600, vary=VARY)
    assert study.factors[3].words
    found = discover(runs_of(tmp_path, "outcome"), above=0.5)
    for each in (found.prim[0], found.cart[0]):
        assert [limit.words for limit in each.limits] == [study.factors[3].words[:1]]
        assert each.coverage == each.density == 1.0


@WORKBENCH
@pytest.mark.slow
def test_limits_of_whole_numbers_are_whole_numbers(tmp_path: Path):
    def model(shares, runs, cases):
        return ((shares[:, 0] > 0.35) & (shares[:, 0] < 0.75)).astype(float)

    study = filled(tmp_path, model, design="lhs", runs=1500, vary=("horizon=36:60", *VARY))
    assert study.factors[0].whole
    found = discover(runs_of(tmp_path, "outcome"), above=0.5)
    for each in (found.prim[0], found.cart[0]):
        limit = each.limits[0]
        assert limit.factor == study.factors[0]
        assert limit.low.is_integer()
        assert limit.high.is_integer()


@WORKBENCH
@pytest.mark.slow
def test_a_box_on_the_way_can_be_taken(tmp_path: Path):
    filled(tmp_path, boxed, design="lhs", runs=600, vary=VARY)
    runs = runs_of(tmp_path, "outcome")
    way = discover(runs, above=0.5).prim[0].way
    taken = discover(runs, above=0.5, number=3).prim[0]
    assert (taken.chosen, taken.coverage, taken.density) == (3, way[3].coverage, way[3].density)
    with pytest.raises(ScenarioError, match="a box on PRIM's way"):
        discover(runs, above=0.5, number=10_000)


@WORKBENCH
def test_noise_has_no_dense_box_of_several_limits(tmp_path: Path):
    def noise(shares, runs, cases):
        return (np.random.default_rng(len(shares)).random(len(shares)) < 0.3).astype(float)

    filled(tmp_path, noise, design="lhs", runs=1000, vary=VARY)
    found = discover(runs_of(tmp_path, "outcome"), above=0.5)
    assert all(each.density < 0.5 for each in found.prim)


@WORKBENCH
def test_limits_that_may_be_luck_are_dropped(tmp_path: Path):
    def model(shares, runs, cases):
        luck = np.random.default_rng(len(shares)).random(len(shares))
        return (luck < np.where(boxed(shares, runs, cases) > 0, 0.7, 0.1)).astype(float)

    vary = (*VARY, *(f"turf.{each}=0:1" for each in ("us-state", "us-commerce", "jp-meti")))
    study = filled(tmp_path, model, design="lhs", runs=500, vary=vary)
    wanted = {factor.path for factor in study.factors[:2]}
    runs = runs_of(tmp_path, "outcome")
    (dropped,) = discover(runs, above=0.5).prim
    kept = discover(runs, above=0.5, number=len(dropped.way) - 1).prim[0]
    assert {each.factor.path for each in dropped.limits} <= wanted
    assert not {each.factor.path for each in kept.limits} <= wanted


@WORKBENCH
def test_a_value_that_parts_nothing_is_refused(tmp_path: Path):
    filled(tmp_path, boxed, design="lhs", runs=100)
    runs = runs_of(tmp_path, "outcome")
    with pytest.raises(ScenarioError, match="none of 100 runs"):
        discover(runs, above=5.0)
    with pytest.raises(ScenarioError, match="all of 100 runs"):
        discover(runs, below=5.0)


def test_of_saltellis_blocks_only_the_base_points_count(tmp_path: Path):
    study = filled(tmp_path, boxed, failed=(0,))
    runs = runs_of(tmp_path, "outcome")
    assert len(runs.points) == 64 * 2 - 1
    assert set(runs.points % study.design.size) == {0, study.design.size - 1}
    assert runs.left_out == 1


def test_a_case_must_be_named_among_several_and_morris_is_refused(tmp_path: Path):
    forums = ("economic-2-plus-2", "security-2-plus-2")
    filled(tmp_path / "two", boxed, forums=forums, design="lhs", runs=50)
    with pytest.raises(ScenarioError, match="2 of them and none named"):
        runs_of(tmp_path / "two", "outcome")
    assert runs_of(tmp_path / "two", "outcome", forums[1]).record.forum == forums[1]
    filled(tmp_path / "morris", boxed, design="morris")
    with pytest.raises(ScenarioError, match="sobol or lhs"):
        runs_of(tmp_path / "morris", "outcome")


def test_without_the_workbench_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(discovery, "find_spec", lambda name: None)
    with pytest.raises(ScenarioError, match=r"communique\[discover\]"):
        discovery.require_workbench()
