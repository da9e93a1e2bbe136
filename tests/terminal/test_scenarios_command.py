"""The list of scenarios, and all there is to know about one before it is played."""

import json

import pytest

from scenarios.load import catalogue, load
from tests.terminal.commands import call

SHIPPED = [
    "well-oiled-machine",
    "economics-in-the-2-plus-2",
    "core-partnership",
    "two-tracks",
    "design-the-forum",
    "economic-2-plus-2",
    "3-plus-3",
    "3-plus-3-trade",
    "energy-shock",
    "midterms-subsidy-race",
    "cptpp-knit-in",
    "tech-alliance",
    "article-ii-abroad",
    "partial-export-controls",
    "four-choke-points",
    "trusted-networks",
    "defence-innovation",
]


def words(text: str) -> str:
    return " ".join(text.split())


def test_the_list_has_all_seventeen_each_with_its_question():
    result = call("scenarios")
    assert result.exit_code == 0
    listed = json.loads(call("scenarios", "--json").stdout)["scenarios"]
    assert sorted(each["id"] for each in listed) == sorted(SHIPPED)
    for each in listed:
        assert each["id"] in result.stdout
        assert each["question"] == load(each["id"]).sheet.question


@pytest.mark.parametrize("name", catalogue())
def test_one_scenario_is_told_whole_but_for_the_answers(name: str):
    result = call("scenarios", name)
    assert result.exit_code == 0
    shown, sheet = words(result.stdout), load(name).sheet
    parts = [sheet.question, *sheet.story, *(arm.why for arm in sheet.arm)]
    parts += [check.question for check in sheet.check] + [each.path for each in sheet.setting]
    assert [part for part in parts if words(part) not in shown] == []
    assert not any(words(check.why) in shown for check in sheet.check)
    told = words(call("scenarios", name, "--answers").stdout)
    assert all(words(check.why) in told for check in sheet.check)
    assert told.count("(right)") == len(sheet.check) == 2


def test_as_data_the_answers_are_kept_back_too():
    made = json.loads(call("scenarios", "tech-alliance", "--json").stdout)
    assert made["forums"][0]["seats"]["At the table"] == "State, Commerce; MOFA, METI"
    assert {"arms", "settings", "claims", "agenda", "story"} <= made.keys()
    assert set(made["checks"][0]) == {"question", "answers"}
    told = json.loads(call("scenarios", "tech-alliance", "--json", "--answers").stdout)
    assert 1 <= told["checks"][0]["right"] <= len(told["checks"][0]["answers"])


def test_what_cannot_be_is_said_in_one_line():
    unknown = call("scenarios", "tech-aliance")
    assert (unknown.exit_code, unknown.stderr.count("\n")) == (2, 1)
    assert "did you mean 'tech-alliance'?" in unknown.stderr
    alone = call("scenarios", "--answers")
    assert (alone.exit_code, alone.stderr.count("\n")) == (2, 1)
