"""``communique settings`` and ``communique --version``."""

import json
import tomllib

import pytest
from rich.cells import cell_len

from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import choices
from scenarios.ranges import LARGEST
from terminal.screen import NARROWEST
from tests.terminal.commands import HOUSE, call


def listed(*arguments: str) -> dict[str, dict]:
    result = call("settings", *arguments, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    return {each["path"]: each for each in json.loads(result.stdout)["settings"]}


def test_every_path_is_listed_with_what_it_means():
    rows = listed("two-tracks")
    world = arrange(load("two-tracks"))
    assert list(rows) == [entry.path for entry in choices(world)]
    assert all(row["meaning"] for row in rows.values())
    assert rows["turf.us-state"]["about"] == world.short("agency", "us-state")
    assert rows["gridlock"]["sets"] == ["gridlock.us", "gridlock.jp"]
    assert rows["gridlock"]["about"] == "all 2"


def test_what_differs_among_those_a_path_sets_is_null():
    rows = listed("two-tracks")
    for row in rows.values():
        values = {rows[path]["value"] for path in row["sets"]}
        assert row["value"] == (values.pop() if len(values) == 1 else None) or not row["sets"]


@pytest.mark.parametrize("path", ["gridlock.us", "strategy.us-state", "event.E30", "horizon"])
def test_a_run_takes_what_is_listed_and_nothing_beyond(path: str):
    row = listed("economic-2-plus-2", path)[path]
    run = ("run", "economic-2-plus-2", "--set", "horizon=2", "--json", "--set")
    run = run if path != "horizon" else (*run[:2], "--json", "--set")
    values = [row["low"]] if row["low"] is not None else row["choices"][:2]
    for value in values:
        assert call(*run, f"{path}={value}").exit_code == 0
    beyond = "none-such" if row["high"] is None else row["high"] + 1
    assert call(*run, f"{path}={beyond}").exit_code == 2


def test_words_choose_by_path_name_and_meaning():
    assert list(listed("two-tracks", "turf", "STATE")) == ["turf.us-state"]
    assert "salience.us-state.I01" in listed("economic-2-plus-2", "export controls state")
    assert list(listed("two-tracks", "chance one agency clears")) == ["pace"]


def test_another_forum_has_other_paths():
    assert "role.3-plus-3-energy.us-state" in listed("two-tracks", "--forum", "3-plus-3-energy")


def test_the_table_fits_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", str(NARROWEST))
    text = call("settings", "economic-2-plus-2").stdout
    assert max(cell_len(line) for line in text.splitlines()) <= NARROWEST
    assert f"{LARGEST:g}" not in text
    for part in ("turf.us-commerce", "reluctance to share leadership", "0 to 1", "assumed"):
        assert part in text


def test_the_version_is_that_of_the_project():
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]
    assert call("--version").stdout == f"communique {project['version']}\n"
