import json

from classroom.web.parts import Ready, news


def test_only_what_changed_is_sent_again():
    seen: dict[str, str] = {}
    assert json.loads(news(seen, {"a": {"x": 1}, "b": [2]}, 1)) == {
        "see": {"a": {"x": 1}, "b": [2]},
        "n": 1,
    }
    assert json.loads(news(seen, {"a": {"x": 1}, "b": [3]}, 2)) == {"see": {"b": [3]}, "n": 2}
    assert news(seen, {"a": {"x": 1}, "b": [3]}, 3) == ""


def test_a_part_that_has_gone_is_sent_as_null_once():
    seen: dict[str, str] = {}
    news(seen, {"a": 1, "b": 2}, 1)
    assert json.loads(news(seen, {"b": 2}, 2))["see"] == {"a": None}
    assert news(seen, {"b": 2}, 3) == ""


def test_the_clock_runs_without_being_sent():
    seen: dict[str, str] = {}
    clock = {"t": 10.0, "ends": 60.0, "running": True}
    news(seen, {"clock": clock}, 1)
    assert news(seen, {"clock": {**clock, "t": 11.0}}, 2) == ""
    assert "90.0" in news(seen, {"clock": {**clock, "t": 12.0, "ends": 90.0}}, 3)
    assert '"running":false' in news(
        seen, {"clock": {"t": 13.0, "ends": 90.0, "running": False}}, 4
    )


def test_a_part_at_hand_is_sent_as_it_lies():
    assert news({}, {"a": Ready('{"x":1}')}, 1) == '{"see":{"a":{"x":1}},"n":1}'
