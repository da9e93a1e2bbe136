"""Everybody present is seated, and no two tables are short of people."""

from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from classroom.seating import alternating, dealt, preview, reseated, sizes

SEATS = ["us-a", "us-b", "us-c", "jp-a", "jp-b", "jp-c"]
SIDES = {seat: seat[:2] for seat in SEATS}


@given(st.integers(1, 400), st.integers(2, 12), st.integers(0, 3))
def test_everybody_has_a_table_and_at_most_one_table_is_short(people, seats, per_seat):
    found = sizes(people, seats, per_seat)
    assert sum(found) == people
    short = [each for each in found if each < seats]
    assert len(short) <= 1
    if people >= seats:
        assert all(each >= ceil(seats / 2) for each in found)


@given(st.integers(1, 400), st.integers(2, 12), st.integers(1, 60))
def test_asked_for_tables_are_even(people, seats, tables):
    found = sizes(people, seats, tables=tables)
    assert sum(found) == people
    assert max(found) - min(found) <= 1
    assert len(found) == min(tables, people)


@given(st.integers(1, 60), st.integers(0, 9))
def test_sides_are_even_at_every_table(people, seed):
    sids = [f"s{k}" for k in range(people)]
    counts = sizes(people, len(SEATS))
    places = dealt(sids, SEATS, SIDES, counts, seed)
    assert set(places) == set(sids)
    for table, count in enumerate(counts, 1):
        own = [seat for tid, seat in places.values() if tid == table]
        assert len(own) == count
        by_side = [sum(SIDES[seat] == side for seat in own) for side in ("us", "jp")]
        assert abs(by_side[0] - by_side[1]) <= 1
        assert max(map(own.count, own)) - min(map(own.count, set(SEATS))) <= 1


def test_the_lot_depends_on_the_seed():
    sids = [f"s{k}" for k in range(30)]
    one, two = (dealt(sids, SEATS, SIDES, [6] * 5, seed) for seed in (1, 2))
    assert one != two
    assert one == dealt(sids, SEATS, SIDES, [6] * 5, 1)


@given(st.lists(st.sampled_from([*SEATS, "gone"]), max_size=12), st.integers(1, 6))
def test_at_another_forum_people_keep_their_seats_where_they_can(own, count):
    seats = SEATS[:count]
    people = {f"s{k}": seat for k, seat in enumerate(own)}
    found = reseated(people, seats, SIDES)
    assert set(found) == set(people)
    for sid, seat in people.items():
        first = next(s for s in people if people[s] == seat) == sid
        if first and seat in seats:
            assert found[sid] == seat
    used = [list(found.values()).count(seat) for seat in seats]
    if people:
        assert max(used) - min(used) <= 1 or len(set(own)) < len(own)


def test_who_loses_a_seat_stays_on_their_side_where_it_has_one_free():
    sides = {**SIDES, "us-gone": "us", "jp-gone": "jp"}
    found = reseated({"x": "us-gone", "y": "jp-gone", "z": "us-a"}, SEATS, sides)
    assert [sides[found[sid]] for sid in "xyz"] == ["us", "jp", "us"]


def test_known_answers():
    assert preview(34, 6).ai_seats == 2
    assert sizes(0, 6) == []
    assert sizes(13, 6) == [7, 6]
    assert sizes(200, 6) == [12] * 16 + [8]
    assert alternating(SEATS, SIDES)[:4] == ["us-a", "jp-a", "us-b", "jp-b"]
