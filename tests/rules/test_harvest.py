"""Saving what is clean when nothing moves, and the last date before the deadline."""

import pytest

from agents.tactics.conduct import content
from sim.rules.convene import last_date
from tests.rules.meeting import meeting
from tests.rules.small import knowledge, small


@pytest.mark.parametrize(
    ("month", "moved", "opened", "idle"), [(8, 5, 0, 0), (8, 4, 0, 1), (8, 0, 5, 0)]
)
def test_a_text_is_idle_once_it_has_not_changed_for_long(month, moved, opened, idle):
    p, s = meeting(harvest_after=4, deadline=12)
    s.month[0], s.moved[0], s.opened[0] = month, moved, opened
    assert knowledge(p, s, 0).idle[0] == idle


def test_a_seat_saves_what_is_clean_when_nothing_moves():
    p, s = meeting(harvest_after=4)
    s.text[0, 0], s.clean[0, 0] = 2, 1
    k = knowledge(p, s, 0)
    assert not content(k, 0.9)
    k.idle[0] = 1
    assert content(k, 0.9)
    k.walk_away[0] = 0.9
    assert not content(k, 0.9)


def test_every_principal_must_be_freed_for_a_last_date():
    p, s = small(last_chance=0.0625)
    assert last_date(p, s, 0) == 0.0625
    s.role[0, 1] = 0
    assert last_date(p, s, 0) == 0.125  # three of four: the fourth root is a half
