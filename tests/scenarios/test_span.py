"""A scenario must last until the last text of its own forums can be adopted, put off once."""

from pathlib import Path

import pytest

from scenarios.load import Shelf, check
from tests.scenarios.small import SCENARIO

DEADLINE = """\
[forums.pair]
deadline = { value = 18, unit = "months", basis = "assumed", why = "Late.", low = 9, high = 19 }
"""
REOPEN = """\
[constants]
reopen_months = { value = 3, unit = "months", basis = "assumed", why = "Long.", low = 1, high = 5 }
"""


def told(tmp_path: Path, shelf: Shelf, horizon: str) -> list[str]:
    text = SCENARIO.replace("[forums.pair]\n", DEADLINE).replace("[constants]\n", REOPEN)
    path = tmp_path / "small.toml"
    path.write_text(text.replace("value = 24\n", horizon, 1), "utf-8")
    return [str(problem).removeprefix(f"{path}: ") for problem in check(path, shelf)]


@pytest.mark.parametrize("horizon", ["value = 24\n", "value = 30\nlow = 24\nhigh = 36\n"])
def test_long_enough(tmp_path: Path, shelf: Shelf, horizon: str):
    assert told(tmp_path, shelf, horizon) == []


def test_too_short_for_what_is_stated(tmp_path: Path, shelf: Shelf):
    assert told(tmp_path, shelf, "value = 20\n") == [
        "horizon.value: found 20 months; allowed: at least 21: "
        "the deadline of pair and one re-opening"
    ]


@pytest.mark.parametrize("horizon", ["value = 23\n", "value = 30\nlow = 23\nhigh = 36\n"])
def test_too_short_for_the_far_ends(tmp_path: Path, shelf: Shelf, horizon: str):
    (problem,) = told(tmp_path, shelf, horizon)
    assert "at least 24: the deadline of pair and one re-opening" in problem
