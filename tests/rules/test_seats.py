"""Who is heard, and whose authority that brings to the table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.codes import ABSENT, CHAIR, PARTNER, PRINCIPAL, SUBORDINATE
from sim.rules.seats import (
    admissible,
    admit,
    coverage,
    heard,
    principals,
    seated,
    standing,
    takes_part,
)
from tests.rules.small import small

ROLE = st.integers(ABSENT, CHAIR)
ROLES = st.lists(ROLE, min_size=4, max_size=4)


@pytest.mark.parametrize(
    ("role", "sits", "is_heard", "place"),
    [
        (ABSENT, False, False, 0.0),
        (SUBORDINATE, False, False, 0.25),
        (PARTNER, False, True, 0.75),
        (PRINCIPAL, True, True, 1.0),
        (CHAIR, True, True, 1.0),
    ],
)
def test_what_a_role_brings(role: int, sits: bool, is_heard: bool, place: float):
    p, s = small(role0=[role, 3, 4, 3], subordinate_standing=0.25, partner_standing=0.75)
    assert bool(seated(s, 0, 0)) == sits
    assert bool(heard(s, 0, 0)) == is_heard
    assert standing(p, s, 0, 0) == place
    assert principals(p, s, 0) == 3 + sits


def test_coverage_is_the_share_of_authority_that_is_heard():
    hold = [[1.0, 0.0], [0.5, 0.0], [1.0, 0.0], [0.5, 0.0]]
    p, s = small(authority=hold, role0=[CHAIR, ABSENT, PARTNER, SUBORDINATE])
    # Side 0: the lead is heard, the share is not: 1 / 1.5. Side 1: the same, by consultation.
    assert coverage(p, s, 0, 0, 0) == coverage(p, s, 0, 1, 0) == 1.0 / 1.5
    # Nobody holds authority over item 1.
    assert coverage(p, s, 0, 0, 1) == 0.0


def test_an_item_needs_a_place_on_the_agenda_and_authority_of_every_side():
    p, s = small(role0=[CHAIR, PRINCIPAL, CHAIR, ABSENT], agenda=[[1, 1]])
    assert admissible(p, s, 0, 0)
    assert not admissible(p, s, 0, 1)  # agency 3, absent, is the only holder of side 1
    assert s.admitted[0, :2].tolist() == [1, 0]
    p, s = small(agenda=[[0, 1]])
    assert s.admitted[0, :2].tolist() == [0, 1]


def test_a_side_without_a_principal_has_no_say_in_what_is_admissible():
    p, s = small(role0=[CHAIR, PRINCIPAL, SUBORDINATE, ABSENT])
    assert not takes_part(p, s, 0, 1)
    assert admissible(p, s, 0, 0)


@given(ROLES, st.integers(0, 3), ROLE)
def test_hearing_one_more_agency_never_loses_authority(roles: list[int], a: int, role: int):
    p, s = small(role0=roles)
    role, s.role[0, a] = sorted((role, roles[a]))
    more = [coverage(p, s, 0, side, i) for side in range(2) for i in range(2)]
    s.role[0, a] = role
    less = [coverage(p, s, 0, side, i) for side in range(2) for i in range(2)]
    assert all(x <= y for x, y in zip(less, more, strict=True))
    assert all(0.0 <= x <= 1.0 for x in less + more)


@given(ROLES)
def test_coverage_admits_what_it_is_not_nothing_of(roles: list[int]):
    p, s = small(role0=roles)
    admit(p, s)
    parts = [side for side in range(2) if takes_part(p, s, 0, side)]
    for i in range(2):
        wanted = all(coverage(p, s, 0, side, i) > 0.0 for side in parts)
        assert bool(s.admitted[0, i]) == wanted
