"""Equations as the model description prints them give what the rules give, figure by figure."""

import re
from math import isclose
from typing import Any

import numpy as np
import pytest

from sim.rules.alone import pay_off
from sim.rules.convene import last_date, session_chance
from sim.rules.deliver import expected_return, inclination, reach
from sim.rules.learn import calm_trust, sentiment
from sim.rules.mandate import feasible
from sim.rules.ratify import backing, passage
from sim.rules.seats import coverage, grip, standing
from sim.rules.value import clip, worth_at
from tests.docs.test_odd import submodels
from tests.rules.small import small

SIGNS = {"·": "*", "−": "-", "²": "**2", "^": "**", " parameter": "0", "lawful level": "lawful"}


def printed(rule: str, begins: str) -> str:
    """Return what follows some words in a submodel, to the end of the equation, as Python."""
    rest = submodels()[rule].split(begins, 1)[1]
    equation = re.match(r"(?:[^\n;`]|\n(?=\s+[+−]))+", rest)[0]
    for sign, meaning in SIGNS.items():
        equation = equation.replace(sign, meaning)
    equation = re.sub(r"\|([^|]+)\|", r"abs(\1)", equation)
    equation = re.sub(r"\[[^\]]*\]|(?<=\w)\((?:a|side)\)", "", equation)
    return " ".join(equation.split())


def solved(rule: str, begins: str, **known: Any) -> float:
    return eval(printed(rule, begins), {"clip": clip, "max": max, "min": min, "abs": abs}, known)


def same(a: float, b: float) -> bool:
    return isclose(float(a), float(b), rel_tol=1e-12, abs_tol=1e-12)


@pytest.fixture(params=range(8))
def dice(request: pytest.FixtureRequest) -> np.random.Generator:
    return np.random.default_rng(request.param)


def test_a_tier_meets(dice):
    rate, tiers = dice.random(), int(dice.integers(0, 5))
    p, _ = small(session_rate=rate, tiers=tiers)
    assert same(solved("session_chance", "`", session_rate=rate, tiers=tiers), session_chance(p, 0))


def test_a_last_date(dice):
    chance = dice.random()
    p, s = small(last_chance=chance)
    assert same(solved("last_date", "deadline: `", last_chance=chance, n=4), last_date(p, s, 0))


def test_backing_and_passage(dice):
    names = ("faction_natsec", "faction_domestic", "america_first", "protection", "bindingness")
    given = {name: dice.random() for name in (*names, "liaison", "gridlock0", "bill_pace")}
    given |= {name: 2 * dice.random() - 1 for name in ("natsec_stance", "domestic_stance")}
    p, s = small(**given)
    view = solved("backing", "view = ", **given)
    assert same(solved("backing", "backing = ", view=view, **given), backing(p, 0, 0))
    known = {**given, "gridlock": given["gridlock0"], "backing": backing(p, 0, 0), "l": 3}
    assert same(solved("passage", "passes: `", **known), passage(p, s, 0, 0, 3))


def test_reach(dice):
    p, s = small(carve_out_loss=dice.random() / 2)
    level, carved = int(dice.integers(1, 5)), int(dice.integers(0, 3))
    s.statement[0, 0], s.carve_outs[0, 0, 0] = level, carved
    known = {"lawful": level, "level": level, "carve_outs": carved}
    told = solved("reach", "most: `", carve_out_loss=p.carve_out_loss, **known)
    assert same(told, reach(p, s, 0, 0, 0))


def test_trust_before_anything_is_agreed(dice):
    p, s = small(trust0=dice.random(), tension0=dice.random())
    told = solved("calm_trust", "agreed: `", trust0=p.trust0, tension=s.tension[0])
    assert same(told, calm_trust(p, s))


def test_sentiment(dice):
    p, s = small(conditionality=dice.random(), business_consult=dice.random())
    before = s.support[0] = dice.random()
    known = {"c": p.conditionality[0], "business_consult": p.business_consult[0]}
    rate = {"learning_rate": p.learning_rate}
    step = solved("sentiment", "support += ", support=before, **known, **rate)
    sentiment(p, s, 0)
    assert same(s.support[0] - before, step)


def test_what_a_level_is_worth(dice):
    given = {"alone_weight": dice.random(), "outside": dice.random(), "stature0": dice.random()}
    p, s = small(**given)
    s.alone[0, 0] = dice.random()
    x, load = 4 * dice.random(), dice.random()
    known = {"x": x, "load": load, "alone": s.alone[0, 0], "pull": s.stature[0], "extra": 0.0}
    at_zero = solved("worth_at", "level 0: ", **known, **given)
    assert same(at_zero, worth_at(p, s, 0, 0, 0, x, load))
    for level in range(1, 5):
        told = solved("worth_at", "level l: ", l=level, **known)
        assert same(told, worth_at(p, s, 0, 0, level, x, load))


def test_enough_authority_for_detail(dice):
    p, s = small(detail_need=dice.random(), authority=[[1, 0], [0.5, 1], [1, 0], [0.5, 1]])
    s.role[0, 1] = 0
    known = {"coverage": coverage(p, s, 0, 0, 0), "detail_need": p.detail_need}
    for level in range(1, 5):
        told = solved("feasible", "detail: `", l=level, **known)
        assert told == feasible(p, s, 0, 0, 0, level)


def test_whether_to_deliver(dice):
    p, s = small(delivery_capacity=dice.random())
    s.role[0, 0] = int(dice.integers(1, 4))
    s.statement[0, 0] = 3
    s.trust[:] = dice.random(s.trust.shape)
    s.turf[0], s.buy_in[0], s.purpose[0] = dice.random(3)
    known = {
        "gain": s.worth[0, 0, 3] - s.worth[0, 0, 0],
        "expected_return": expected_return(p, s, 0, 0),
        "standing": standing(p, s, 0, 0),
        "grip": grip(s, 0),
        "turf": s.turf[0],
        "buy_in": s.buy_in[0],
        "purpose": s.purpose[0],
        "delivery_capacity": p.delivery_capacity[0],
    }
    constants = {n: getattr(p, n) for n in ("loyalty", "turf_weight", "effort_cost")}
    told = solved("inclination", "inclination = ", **known, **constants)
    assert same(told, inclination(p, s, 0, 0, 0))


@pytest.mark.parametrize("spill", [0.6, 0.0, -0.7])
def test_pay_off(dice, spill: float):
    given = {name: dice.random() for name in ("zero_sum_fear", "america_first", "protection")}
    p, _ = small(externality=spill, alone_cost=dice.random(), **given)
    w, m, o = dice.random(3)
    known = {"e": spill, "w": w, "m": m, "o": o, "alone_cost": p.alone_cost}
    if spill >= 0:
        done = solved("pay_off", "done = ", **known)
        told = solved("pay_off", "pay-off = ", done=done, **known)
    else:
        known["zeal"] = solved("pay_off", "zeal = ", **given)
        known["behind"] = solved("pay_off", "behind = ", **known)
        known["ahead"] = solved("pay_off", "ahead = ", **known)
        race = "ahead = max(0, m − o)\n         pay-off = "
        told = solved("pay_off", race, **known)
    assert same(told, pay_off(p, 0, 0, w, m, o))
