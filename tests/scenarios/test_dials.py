"""What a hand may move, and how far."""

from scenarios.arrange import arrange
from scenarios.dials import dials, sought
from scenarios.load import load
from scenarios.paths import Change

SCENARIO = load("economic-2-plus-2")
OFFERED = [each.path for each in SCENARIO.sheet.setting]


def test_what_a_class_is_offered_comes_first_in_its_order():
    paths = [each["path"] for each in dials([arrange(SCENARIO)])]
    assert paths[: len(OFFERED)] == OFFERED
    assert len(paths) > 100


def test_a_dial_has_the_room_that_its_figure_states():
    world = arrange(SCENARIO)
    found = {each["path"]: each for each in dials([world])}
    figure = world.figure("turf.us-commerce")
    dial = found["turf.us-commerce"]
    assert (dial["low"], dial["high"], dial["value"]) == (figure.low, figure.high, figure.value)


def test_what_is_offered_and_set_keeps_all_the_room_that_is_allowed_and_the_rest_has_none():
    kept, gone = "turf.us-commerce", "turf.us-ustr"
    world = arrange(SCENARIO, None, [Change(kept, 0.9), Change(gone, 0.9)])
    found = {each["path"]: each for each in dials([world])}
    assert (found[kept]["low"], found[kept]["high"]) == (0.0, 1.0)
    assert gone not in found


def test_a_path_that_only_another_forum_has_can_be_moved_as_well():
    tables = [arrange(SCENARIO, name) for name in ("economic-2-plus-2", "3-plus-3-energy")]
    alone, both = ({each["path"] for each in dials(some)} for some in (tables[:1], tables))
    assert "deadline.3-plus-3-energy" in both - alone


def test_words_choose_among_them():
    found = sought(dials([arrange(SCENARIO)]), "TURF commerce")
    assert [each["path"] for each in found] == ["turf.us-commerce"]
