"""Shocks: on their day or by chance, once, and never out of range."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import codes
from sim.rules.block import fields
from sim.rules.events import EMPHASIS_LIMIT, events, take_effect
from sim.rules.state import State
from tests.rules.small import small, words

SHARES = ("tension", "purpose", "attention", "coordinator", "gridlock", "support", "pressure")
SHARES += ("stature", "expectation", "turf", "buy_in")
FIELDS = {field.name: field for field in fields(State)}


def shocked(month: int = 1, luck: float = 0.0, **changes):
    """Return a world with one event, of one effect, in a month with that luck."""
    p, s = small(n_events=1, n_effects=1, effect_of=-1, **changes)
    s.month[0] = month
    events(p, s, words(luck))
    return p, s


def test_attention_wears_away():
    _, s = shocked(attention_decay=[0.5, 0.25], event_month=9)
    assert s.attention[:2].tolist() == [0.5, 0.75]


def test_a_summit_comes_closer_and_passes():
    p, s = small()
    s.summit_in[0] = 1
    seen = []
    for _ in range(3):
        events(p, s, words())
        seen.append(int(s.summit_in[0]))
    assert seen == [0, -1, -1]


@pytest.mark.parametrize(("month", "happens"), [(3, 0), (4, 1), (5, 0)])
def test_a_dated_event_happens_on_its_day(month: int, happens: int):
    _, s = shocked(month, event_month=4, event_chance=1.0, effect_kind=codes.TENSION)
    assert s.happened[0] == happens


@pytest.mark.parametrize(("luck", "happens"), [(0.0, 1), (0.125, 1), (0.25, 0), (0.5, 0)])
def test_a_random_event_happens_by_its_chance(luck: float, happens: int):
    _, s = shocked(luck=luck, event_chance=0.25)
    assert s.happened[0] == happens


def test_an_event_happens_once():
    p, s = shocked(event_chance=1.0, effect_kind=codes.TENSION, effect_size=0.125)
    events(p, s, words())
    assert s.tension[0] == 0.625


def test_effects_belong_to_their_event():
    p, s = small(
        n_events=2,
        n_effects=2,
        event_month=[1, 2],
        effect_event=[0, 1],
        effect_kind=[codes.TENSION, codes.PURPOSE],
        effect_size=0.25,
    )
    s.month[0] = 1
    events(p, s, words())
    assert (s.tension[0], s.purpose[0]) == (0.75, 0.5)


def test_emphasis_on_one_side_or_all():
    p, s = small(n_effects=2, effect_kind=codes.EMPHASIS, effect_on=1, effect_of=[-1, 0])
    p.effect_size[:2] = 0.5
    take_effect(p, s, 0)
    take_effect(p, s, 1)
    assert s.emphasis[:2, :2].tolist() == [[1.0, 2.0], [1.0, 1.5]]


def test_a_role_at_one_forum_or_all():
    p, s = small(n_forums=2, n_effects=2, effect_kind=codes.ROLE, effect_on=3)
    p.effect_of[:2] = [1, -1]
    p.effect_size[:2] = [codes.ABSENT, codes.PARTNER]
    take_effect(p, s, 0)
    assert s.role[:2, 3].tolist() == [codes.PRINCIPAL, codes.ABSENT]
    take_effect(p, s, 1)
    assert s.role[:2, 3].tolist() == [codes.PARTNER, codes.PARTNER]


@pytest.mark.parametrize("name", SHARES)
@pytest.mark.parametrize(("size", "after"), [(0.25, 0.75), (0.75, 1.0), (-0.75, 0.0)])
def test_a_share_moves_by_the_size_of_the_effect(name: str, size: float, after: float):
    kind = [effect for effect, _, _ in codes.EFFECTS].index(name)
    p, s = small(n_effects=1, n_pressures=1, effect_kind=kind, effect_size=size)
    array = getattr(s, name)
    array[...] = 0.5
    take_effect(p, s, 0)
    assert array[0] == after
    assert (array[1:] == 0.5).all()


def test_a_summit_and_other_business_are_counted():
    p, s = small(n_effects=2, effect_kind=[codes.SUMMIT, codes.STANDING], effect_size=[6.0, -2.0])
    take_effect(p, s, 0)
    take_effect(p, s, 1)
    assert (s.summit_in[0], s.standing[0]) == (6, 0.0)


@given(st.integers(0, len(codes.EFFECTS) - 1), st.floats(-4, 4))
def test_an_effect_moves_what_it_names_its_way_and_nothing_else(kind: int, size: float):
    name, on, _ = codes.EFFECTS[kind]
    if name in ("role", "summit"):
        size = float(abs(math.floor(size)))
    p, s = small(n_effects=1, n_pressures=1, pressure0=0.5, effect_kind=kind, effect_of=-1)
    before = {field: np.copy(getattr(s, field)) for field in FIELDS}
    p.effect_size[0] = size
    take_effect(p, s, 0)
    target = {"summit": "summit_in"}.get(name, name)
    changed = {field for field in FIELDS if (before[field] != getattr(s, field)).any()}
    assert changed <= {target}
    if name in SHARES:
        at = 0 if on else ...
        old, new = np.ravel(before[target][at])[0], np.ravel(getattr(s, target)[at])[0]
        assert new == min(max(old + size, 0.0), 1.0)
    if name == "emphasis":
        assert 0.0 <= s.emphasis[0, 0] <= EMPHASIS_LIMIT
