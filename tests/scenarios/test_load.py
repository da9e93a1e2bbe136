"""Loading by id, reading by path, and what a scenario takes over from another."""

from pathlib import Path

import pytest

from scenarios.load import Shelf, catalogue, check, library, load, read
from scenarios.problems import Problem, ScenarioError
from tests.scenarios.small import SCENARIO, agency, figure, put, shared

CHILD = """\
id = "child"
extends = "small"
title = "Another title"
agenda = ["I02"]

[constants]
pace = { value = 0.5, unit = "per month", basis = "assumed", why = "Fast.", low = 0, high = 1 }

[agencies.jp-two.stance.I02]
salience = { value = 0.9, unit = "index", basis = "assumed", why = "Much.", low = 0, high = 1 }
"""


def shelf_with(folder: Path, **scenarios: str) -> Shelf:
    return Shelf(put(folder, shared(), small=SCENARIO, **scenarios))


def test_catalogue_lists_scenarios_and_no_shared_file(shelf: Shelf):
    assert shelf.catalogue == ("small",)
    assert not {"items", "world", "sources"} & set(catalogue())


@pytest.mark.parametrize(
    "name", ["", "items", "../small", "/etc/passwd", "small.toml", "a/b", "C:\\x", "Small", "a\0b"]
)
def test_an_id_is_never_a_path(shelf: Shelf, name: str):
    with pytest.raises(ScenarioError, match="one of small"):
        shelf.load(name)


def test_a_wrong_id_names_the_nearest(shelf: Shelf):
    with pytest.raises(ScenarioError, match="did you mean 'small'"):
        shelf.load("smal")


def test_a_scenario_in_full(shelf: Shelf):
    scenario = shelf.load("small")
    assert (scenario.id, scenario.title) == ("small", "A small scenario")
    assert scenario.configurations == {"pair": "A forum", "trade": "A forum", "both": "Both"}
    assert scenario.library.forums["pair"].link_limit.value == 3
    assert shelf.library.forums["pair"].link_limit.value != 3
    stance = scenario.library.agencies["jp-two"].stance["I02"]
    assert (stance.position.value, stance.red_line.value, stance.salience) == (1.5, 3, None)


def test_a_scenario_adds_to_a_shared_stance(tmp_path: Path):
    raw = shared()
    raw["agencies"]["jp-two"]["stance"] = {
        "I01": {"salience": figure(0.6)},
        "I02": {"position": figure(3.5, "level"), "salience": figure(0.7)},
    }
    put(tmp_path, raw, small=SCENARIO)
    stance = Shelf(tmp_path).load("small").library.agencies["jp-two"].stance
    assert stance["I01"].salience.value == 0.6
    assert stance["I02"].salience.value == 0.7
    assert stance["I02"].position.value == 1.5


def test_shipped_scenarios_are_read_once():
    name = catalogue()[0]
    assert load(name) is load(name)
    assert library() is library()


def test_a_users_file_is_read_by_path(shelf: Shelf, tmp_path: Path):
    path = tmp_path / "mine.toml"
    path.write_text(SCENARIO.replace('id = "small"', 'id = "mine"'), "utf-8")
    assert read(str(path), shelf).id == "mine"
    assert check(path, shelf) == []


def test_windows_line_ends_are_fine(shelf: Shelf, tmp_path: Path):
    path = tmp_path / "small.toml"
    path.write_bytes(SCENARIO.replace("\n", "\r\n").encode())
    assert check(path, shelf) == []


def test_extends_says_only_what_differs(tmp_path: Path):
    child = shelf_with(tmp_path, child=CHILD).load("child")
    assert child.title == "Another title"
    assert child.sheet.question == "Does it hold together?"
    assert child.sheet.agenda == ("I02",)  # a list replaces
    pace = child.library.constants.pace
    assert (pace.value, pace.basis, pace.source) == (0.5, "assumed", None)  # so does a figure
    stance = child.library.agencies["jp-two"].stance["I02"]
    assert (stance.position.value, stance.salience.value) == (1.5, 0.9)  # tables merge
    assert child.library.forums["pair"].link_limit.value == 3


def test_a_users_file_may_extend_a_shipped_scenario(shelf: Shelf, tmp_path: Path):
    path = tmp_path / "child.toml"
    path.write_text(CHILD, "utf-8")
    assert read(path, shelf).sheet.question == "Does it hold together?"


@pytest.mark.parametrize(
    ("extends", "said"),
    [
        ('"../small"', "one of child, small"),
        ('"/etc/passwd"', "one of child, small"),
        ('"a/b"', "one of child, small"),
        ("'C:\\x'", "one of child, small"),
        ('"small.toml"', "did you mean 'small'"),
        ('"smal"', "did you mean 'small'"),
        ('"items"', "one of child, small"),
        ("3", "found 3"),
        ('["small"]', "found a list"),
        ('"child"', "a circle: child -> child"),
    ],
)
def test_extends_takes_ids_only(tmp_path: Path, extends: str, said: str):
    shelf = shelf_with(tmp_path, child=CHILD.replace('"small"', extends))
    problems = check(tmp_path / "child.toml", shelf)
    assert [problem.key for problem in problems] == ["extends"]
    assert said in str(problems[0])


def test_extends_in_a_circle(tmp_path: Path):
    texts = {
        name: CHILD.replace('"child"', f'"{name}"').replace('"small"', f'"{next_one}"')
        for name, next_one in (("a", "b"), ("b", "c"), ("c", "b"))
    }
    shelf = shelf_with(tmp_path, **texts)
    for name in "abc":
        with pytest.raises(ScenarioError, match=r"a circle: .*b -> c|a circle: .*c -> b"):
            shelf.load(name)


def test_problems_are_told_of_the_file_they_are_in(tmp_path: Path):
    shelf = shelf_with(tmp_path, child=CHILD.replace("value = 0.9", "value = 1.9"))
    small = tmp_path / "small.toml"
    small.write_text(SCENARIO.replace('"Another line.", ', ""), "utf-8")
    with pytest.raises(ScenarioError) as caught:
        shelf.load("child")
    found = {(problem.file, problem.key) for problem in caught.value.problems}
    assert found == {
        ("small.toml", "story"),
        ("child.toml", "agencies.jp-two.stance.I02.salience.value"),
    }


def test_more_effects_than_room_under_another_configuration(tmp_path: Path):
    """An effect on all forums takes one row for each."""
    size = '{ value = 0.1, unit = "index", basis = "assumed", why = "A", low = 0, high = 1 }'
    effect = f'{{ kind = "stature", on = "all", size = {size} }},\n'
    text = SCENARIO.replace("effects = [\n", "effects = [\n" + effect * 31, 1)
    shelf = shelf_with(tmp_path)
    path = tmp_path / "small.toml"
    path.write_text(text.replace('forum = "both"', 'forum = "pair"'), "utf-8")
    assert [str(problem) for problem in check(path, shelf)] == [
        f"{path}: event: found 66 effects under both; allowed: at most 64"
    ]


def test_more_agencies_than_room(tmp_path: Path):
    raw = shared()
    many = [f"us-{n}" for n in range(40)]
    raw["agencies"] |= {name: agency("us", 9) for name in many}
    raw["items"]["I01"]["authority"] += [
        {"agency": name, "hold": figure("share", "mode")} for name in many
    ]
    put(tmp_path, raw, small=SCENARIO)
    problems = check(tmp_path / "small.toml", Shelf(tmp_path))
    assert {problem.key for problem in problems} == {"agenda"}
    assert "45 agencies under both; allowed: at most 32" in str(problems[-1])


def test_an_error_says_all_its_problems():
    error = ScenarioError([Problem("a.toml", "b", "1", "2"), Problem("a.toml", "c", "3", "4")])
    assert str(error) == "a.toml: b: found 1; allowed: 2\na.toml: c: found 3; allowed: 4"
