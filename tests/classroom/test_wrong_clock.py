"""Classes are deleted by their age; a clock that is wrong for a while deletes none."""

import pytest

from classroom.too_old import DAY, HOUR


@pytest.fixture
def kept(hands):
    """A class, looked through once by a clock that is right."""
    room = hands.make(people=2)
    hands.house.forget_old(30)
    return room


def there(hands) -> int:
    return len(hands.store.classes())


def test_what_is_old_is_deleted_day_by_day(hands, kept):
    for _ in range(29):
        hands.now += DAY
        hands.house.forget_old(30)
    assert there(hands) == 1
    hands.now += 2 * DAY
    hands.house.forget_old(30)
    assert there(hands) == 0


def test_a_clock_set_a_year_ahead_deletes_nothing_and_may_be_set_right(hands, kept, caplog):
    hands.make(people=1)
    hands.now += 365 * DAY
    hands.house.forget_old(30)
    assert "365.0 days ahead" in caplog.text
    assert "2 are deleted in 24.0 hours" in caplog.text
    hands.now += 20 * HOUR
    hands.house.forget_old(30)
    hands.now -= 365 * DAY
    for _ in range(20):
        hands.house.forget_old(30)
        hands.now += DAY
    assert there(hands) == 2


def test_after_a_long_rest_a_day_passes_first_even_over_restarts(hands, kept):
    hands.now += 60 * DAY
    hands.restart().forget_old(30)
    assert there(hands) == 1
    hands.now += 7 * DAY
    hands.restart().forget_old(30)
    assert there(hands) == 0


def test_a_clock_that_goes_back_deletes_nothing(hands, kept, caplog):
    hands.now += 29 * DAY
    hands.house.forget_old(30)
    young = hands.make(people=1)
    hands.now -= 1000 * DAY
    hands.house.forget_old(30)
    hands.now += 1000 * DAY
    hands.house.forget_old(30)
    hands.now += 10 * HOUR
    hands.house.forget_old(30)
    assert young.state.cid in hands.store.classes()
    assert there(hands) == 2
