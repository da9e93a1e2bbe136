"""Domains nobody here made, with answers that were computed elsewhere."""

import json

import numpy as np
import pytest

from sim.solve.distances import opposition
from sim.solve.formats.deliberation import acceptable
from sim.solve.formats.read import read_domain
from sim.solve.frontier import frontier
from sim.solve.points import points

GENIUS = ("EnglandZimbabwe_ANAC2010", "ItexvsCypress_ANAC2010", "Energy_ANAC2011")
POINTS = {
    "nash": "nash",
    "kalai_smorodinsky": "ks_maximin",
    "egalitarian": "kalai_egalitarian",
    "welfare": "max_welfare_rational",
}


@pytest.mark.parametrize("name", GENIUS)
def test_genius_domains_have_the_known_points_and_frontier(cases, name: str):
    known = json.loads((cases / "solutions.json").read_text("utf-8"))["genius_xml"][name]
    domain = read_domain(cases / name, known["profile_files"])
    own = known["own"]
    assert list(domain.issues) == [each["name"] for each in known["issues"]]
    assert [list(v) for v in domain.values] == [each["values"] for each in known["issues"]]
    assert domain.outcomes == own["n_outcomes"]
    np.testing.assert_array_equal(domain.walk_away, known["reservation"])
    found, edge = points(domain), frontier(domain)
    assert found.rational == own["n_rational"]
    for ours, theirs in POINTS.items():
        text = getattr(found, ours).text
        assert [v[n] for v, n in zip(domain.values, text, strict=True)] == own[theirs]["outcome"]
    gains = found.nash.values - domain.walk_away
    assert np.prod(gains) == pytest.approx(own["nash"]["product"], abs=1e-9)
    least = (found.egalitarian.values - domain.walk_away).min()
    assert least == pytest.approx(own["kalai_egalitarian"]["min_gain"], abs=1e-9)
    total = found.welfare.values.sum()
    assert total == pytest.approx(own["max_welfare_rational"]["sum"], abs=1e-9)
    assert len(edge) == own["n_pareto_distinct"]
    apart = own["opposition_dist_to_own_max_normalised"]
    assert opposition(domain, edge) == pytest.approx(apart, abs=1e-9)


def test_the_geniusweb_domain_has_the_known_points(cases):
    known = json.loads((cases / "solutions.json").read_text("utf-8"))["geniusweb_json"]["Party"]
    domain = read_domain(cases / "GeniusWeb_Party")
    found = points(domain)
    assert list(domain.shape) == known["shape"]
    np.testing.assert_allclose(domain.walk_away, known["reservation"], atol=1e-12)
    np.testing.assert_allclose(found.nash.values, known["nash"], atol=1e-9)
    np.testing.assert_allclose(found.welfare.values, known["max_welfare"], atol=1e-9)
    assert len(frontier(domain)) == known["n_pareto"]


def test_the_base_game_has_the_known_deals(cases):
    known = json.loads((cases / "solutions.json").read_text("utf-8"))["llm_deliberation"]["base"]
    game = read_domain(cases / "LLMDeliberation_base_MIT")
    found = points(game)
    assert game.outcomes == known["n_outcomes"]
    assert acceptable(game) == known["n_accepted_rule_n_minus_1_with_both_veto"]
    assert found.rational == known["n_unanimous"]
    for p, party in enumerate(known["parties"]):
        rows = known["scores"][party["file"]]
        assert [list(worth[p]) for worth in game.worth] == rows
        assert game.walk_away[p] == party["threshold"]
    for ours, theirs in (
        ("nash", "nash_unanimous"),
        ("kalai_smorodinsky", "ks_maximin_unanimous"),
        ("egalitarian", "egalitarian_unanimous"),
        ("welfare", "max_welfare_unanimous"),
    ):
        point = getattr(found, ours)
        deal = ",".join(v[n] for v, n in zip(game.values, point.text, strict=True))
        assert deal == known[theirs]["deal"]
        assert list(point.values) == list(known[theirs]["utils"].values())
