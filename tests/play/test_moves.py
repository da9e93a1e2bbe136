"""Moves as data."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.play.moves import KINDS, Move, amend, decoded, encoded, from_json, objection
from sim.rules.codes import AMEND, ITEM, KIND, LEVELS_FROM, MOVES, OBJECT, REASON, REASONS
from tests.play.worlds import small_world

WORLD = small_world(n_items=4, authority=1.0)
ITEMS = st.sampled_from(WORLD.items)
LEVELS = st.dictionaries(ITEMS, st.integers(1, 4)).map(lambda levels: tuple(levels.items()))
WORDS = st.dictionaries(st.text(max_size=3), st.lists(st.integers(0, 2**32 - 1), max_size=3))
MOVES_OF_SEATS = st.one_of(
    st.builds(Move, st.just("a1"), st.sampled_from(["amend", "chair text"]), LEVELS),
    st.builds(Move, st.just("a1"), st.sampled_from(["pass", "close", "recess", "consent"])),
    st.builds(Move, st.just("a1"), st.just("appeal"), item=ITEMS),
    st.builds(Move, st.just("a1"), st.just("object"), item=ITEMS, reason=st.sampled_from(REASONS)),
)
DRAWS = WORDS.map(
    lambda words: Move("chance", "draw", words=tuple((k, tuple(v)) for k, v in words.items()))
)


@given(MOVES_OF_SEATS | DRAWS)
def test_a_move_reads_back_from_its_json(move: Move):
    assert from_json(json.loads(json.dumps(move.as_json()))) == move


@given(MOVES_OF_SEATS)
def test_a_move_reads_back_from_the_array_of_the_rules(move: Move):
    back = decoded("a1", WORLD.items, encoded(WORLD, move))
    # Reason "none" is no reason, in the array as on the page.
    assert back == (move if move.reason != "none" else objection("a1", move.item, ""))


def test_the_array_by_hand():
    array = encoded(WORLD, amend("a0", I01=3, I03=1))
    assert array[KIND] == AMEND
    assert array[ITEM] == -1
    assert array[LEVELS_FROM:].tolist() == [-1, 3, -1, 1] + [-1] * 12
    array = encoded(WORLD, objection("a0", "I02", "red line"))
    assert array[:LEVELS_FROM].tolist() == [OBJECT, 2, REASONS.index("red line")]
    assert array[REASON] == 1


def test_levels_are_written_down_in_one_order():
    assert amend("a0", I03=1, I01=3) == amend("a0", I01=3, I03=1)
    assert list(amend("a0", I03=1, I01=3).as_json()["levels"]) == ["I01", "I03"]


def test_what_is_empty_is_left_out():
    assert Move("a0", "pass").as_json() == {"seat": "a0", "move": "pass"}


def test_every_kind_of_the_rules_can_be_written():
    assert set(MOVES) < set(KINDS)
    assert len(set(REASONS)) == len(REASONS)


BAD = [
    {},
    {"seat": 1, "move": "pass"},
    {"seat": "a0"},
    {"seat": "a0", "move": "jump"},
    {"seat": "a0", "move": ["pass"]},
    {"seat": "a0", "move": "object", "item": 3},
    {"seat": "a0", "move": "object", "item": "I00", "reason": None},
    {"seat": "a0", "move": "amend", "levels": [1]},
    {"seat": "a0", "move": "amend", "levels": {"I00": "2"}},
    {"seat": "a0", "move": "amend", "levels": {"I00": 2.0}},
    {"seat": "a0", "move": "amend", "levels": {"I00": True}},
    {"seat": "chance", "move": "draw", "words": {"events": 3}},
    {"seat": "chance", "move": "draw", "words": {"events": [0.5]}},
    {"seat": "chance", "move": "draw", "words": [1]},
]


@pytest.mark.parametrize("line", BAD)
def test_what_is_no_move_is_refused_in_words(line: dict[str, object]):
    with pytest.raises(ValueError, match=r"not a move|must be"):
        from_json(line)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(["seat", "move", "levels", "item", "reason"]), JSON))
def test_any_data_is_a_move_or_refused(line: dict[str, object]):
    try:
        move = from_json(line)
    except ValueError:
        return
    assert move.kind in KINDS
    assert from_json(move.as_json()) == move
