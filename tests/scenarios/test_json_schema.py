"""The schema for editors knows every shipped scenario, and finds plain mistakes."""

import copy
import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from scenarios.json_schema import scenario_schema
from scenarios.load import catalogue

FOLDER = Path(__file__).parents[2] / "scenarios"
CHECK = jsonschema.Draft202012Validator(scenario_schema())


def plain(value: Any) -> Any:
    """Return what TOML gives as JSON would have it."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def read(name: str) -> Any:
    return plain(tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")))


def test_it_is_a_schema_itself():
    jsonschema.Draft202012Validator.check_schema(scenario_schema())
    json.dumps(scenario_schema())


@pytest.mark.parametrize("name", catalogue())
def test_every_shipped_scenario_fits_it(name: str):
    assert [error.message for error in CHECK.iter_errors(read(name))] == []


WRONG = {
    "a figure without a basis": lambda s: s.update(horizon={"value": 24, "unit": "months"}),
    "a plain number": lambda s: s.update(horizon=24),
    "an assumed figure without a range": lambda s: s.update(
        horizon={"value": 24, "unit": "months", "basis": "assumed", "why": "so"}
    ),
    "a sourced figure without a source": lambda s: s.update(
        horizon={"value": 24, "unit": "months", "basis": "sourced"}
    ),
    "an unknown unit": lambda s: s["horizon"].update(unit="fortnights"),
    "an unknown key": lambda s: s.update(horizonn=1),
    "no agenda": lambda s: s.pop("agenda"),
    "an empty agenda": lambda s: s.update(agenda=[]),
    "two sentences of story": lambda s: s.update(story=["a", "b"]),
    "an unknown effect": lambda s: s["event"][0]["effects"][0].update(kind="luck"),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_plain_mistake_is_found(wrong):
    sheet = copy.deepcopy(read("economic-2-plus-2"))
    wrong(sheet)
    assert list(CHECK.iter_errors(sheet))


def test_what_another_scenario_gives_need_not_be_said_again():
    sheet = {"format": 1, "id": "x", "title": "X", "extends": "economic-2-plus-2"}
    assert list(CHECK.iter_errors(sheet)) == []
    assert list(CHECK.iter_errors({**sheet, "extends": "no-such"}))


def test_an_editor_is_told_what_a_figure_means():
    pace = scenario_schema()["$defs"]["ConstantsChange"]["properties"]["pace"]
    assert pace["description"].startswith("chance one agency clears a paper in a month")
