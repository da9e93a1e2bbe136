"""Bills: who backs them, what blocks them, and what a level without one may still do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.chance import BILLS
from sim.rules.codes import FULL, LAPSED, NO_BILL, PASSED, PENDING
from sim.rules.ratify import backing, bills_pending, lawful_level, passage, ratify
from tests.rules.small import small, words

SHARE = st.floats(0, 1)
VIEW = st.floats(-1, 1)


def before_the_house(**changes):
    """Return a world with one bill, of side 0, for level 4 of item 0."""
    p, s = small(legislature_from=[[3, 5], [5, 5]], **changes)
    s.month[0] = s.closed[0] = 2
    s.outcome[0] = s.in_force[0] = FULL
    s.party[0, :2] = 1
    s.statement[0, :2] = [4, 2]
    s.bill[0, 0, 0] = PENDING
    return p, s


def test_factions_back_a_bill_by_their_strength():
    p, _ = small(
        faction_natsec=0.75,
        faction_domestic=0.25,
        natsec_stance=[1.0, 0.0],
        domestic_stance=[0.0, -1.0],
    )
    # (0.75 * 1 + 0.25 * 0) / 1 = 0.75, and from -1..1 to 0..1: 0.875
    assert backing(p, 0, 0) == 0.875
    # (0.25 * -1) / 1 = -0.25, which is 0.375
    assert backing(p, 0, 1) == 0.375


def test_without_factions_nobody_minds():
    p, _ = small(faction_natsec=0.0, faction_domestic=0.0, natsec_stance=1.0)
    assert backing(p, 0, 0) == 0.5


def test_a_protectionist_design_takes_its_part_whatever_the_factions_say():
    p, _ = small(america_first=[0.5, 0.0], protection=0.5, natsec_stance=1.0, domestic_stance=1.0)
    assert [backing(p, side, 0) for side in (0, 1)] == [0.75, 1.0]


def test_the_chance_a_bill_passes():
    p, s = small(bill_pace=0.5, liaison=0.5, gridlock0=0.5, bindingness=0.5, natsec_stance=1.0)
    p.domestic_stance[:2] = 1.0
    # 0.5 * (1 + 0.5) * 1 * (1 - 0.5) * (1 - 0.5 * 2 / 4) = 0.28125
    assert passage(p, s, 0, 0, 2) == 0.28125


@given(SHARE, SHARE, VIEW, VIEW, SHARE, SHARE, st.integers(1, 4), st.floats(0, 1))
def test_what_lowers_and_raises_passage(natsec, domestic, one, other, america, bound, level, more):
    p, s = small(
        faction_natsec=natsec,
        faction_domestic=domestic,
        natsec_stance=one,
        domestic_stance=other,
        america_first=america,
        protection=0.5,
        bindingness=bound,
        gridlock0=0.5,
        liaison=0.5,
    )
    now = passage(p, s, 0, 0, level)
    assert 0.0 <= now <= 1.0
    s.gridlock[0] = 0.5 + 0.5 * more
    assert passage(p, s, 0, 0, level) <= now
    s.gridlock[0] = 0.5
    assert passage(p, s, 0, 0, min(level + 1, 4)) <= now
    p.liaison[0] = 0.5 + 0.5 * more
    assert passage(p, s, 0, 0, level) >= now
    p.liaison[0] = 0.5
    p.america_first[0] = america + (1 - america) * more
    assert passage(p, s, 0, 0, level) <= now


@pytest.mark.parametrize(("luck", "state"), [(0.0, PASSED), (0.125, PENDING)])
def test_luck_passes_a_bill_by_its_chance(luck: float, state: int):
    p, s = before_the_house(bill_pace=0.5, natsec_stance=0.0, gridlock0=0.5)
    ratify(p, s, words(luck))  # 0.5 * 0.5 * 0.5 = 0.125
    assert s.bill[0, 0, 0] == state
    assert bool(bills_pending(p, s)) == (state == PENDING)


@pytest.mark.parametrize(("luck", "exemptions"), [(0.125, 1), (0.25, 0)])
def test_industries_win_exemptions_by_their_clout(luck: float, exemptions: int):
    p, s = before_the_house(bill_pace=1.0, buy_domestic=0.5, industry_clout=0.5)
    dealt = words()
    dealt[BILLS, 1] = int(luck * 2**32)
    ratify(p, s, dealt)
    assert s.carve_outs[0, :2, :2].tolist() == [[exemptions, 0], [0, 0]]


def test_a_bill_lapses_when_its_window_closes():
    p, s = before_the_house(bill_window=6, bill_pace=0.0)
    for month in (2, 7):
        s.month[0] = month
        ratify(p, s, words())
        assert s.bill[0, 0, 0] == PENDING
    s.month[0] = 8
    ratify(p, s, words())
    assert s.bill[0, 0, 0] == LAPSED
    assert not bills_pending(p, s)


@pytest.mark.parametrize(("bill", "level"), [(NO_BILL, 4), (PENDING, 2), (PASSED, 4), (LAPSED, 2)])
def test_without_a_law_what_needs_none_may_be_done(bill: int, level: int):
    p, s = before_the_house()
    s.bill[0, 0, 0] = bill
    assert lawful_level(p, s, 0, 0, 0) == level
    assert lawful_level(p, s, 0, 1, 0) == 4


def test_each_bill_has_numbers_of_its_own():
    p, s = before_the_house(bill_pace=1.0, natsec_stance=1.0, domestic_stance=1.0, gridlock0=0.0)
    s.bill[0, :2, :2] = PENDING
    dealt = words(0.75)
    dealt[BILLS, 2 * (1 * 2 + 1)] = 0  # side 1, item 1
    p.bindingness[:2] = 1.0  # L4 cannot pass, L2 can: 1 - 2/4
    ratify(p, s, dealt)
    assert s.bill[0, :2, :2].tolist() == [[PENDING, PENDING], [PENDING, PASSED]]


def test_backing_is_a_share():
    p, _ = small(natsec_stance=-1.0, domestic_stance=-1.0, america_first=1.0, protection=1.0)
    assert backing(p, 0, 0) == 0.0
    p, _ = small(natsec_stance=1.0, domestic_stance=1.0)
    assert backing(p, 0, 0) == 1.0


def test_passage_is_a_chance():
    p, s = small(bill_pace=1.0, liaison=1.0, gridlock0=0.0, natsec_stance=1.0, domestic_stance=1.0)
    assert passage(p, s, 0, 0, 4) == 1.0
