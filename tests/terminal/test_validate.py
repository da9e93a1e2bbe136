"""``communique validate`` and ``communique scenarios``."""

import json
from pathlib import Path

from scenarios.load import catalogue, library
from tests.terminal.commands import HOUSE, call


def test_shipped_files_are_correct():
    files = sorted((HOUSE / "scenarios").glob("*.toml"))
    result = call("validate", *files)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [f"{file}: correct" for file in files]


def test_every_error_is_said_with_its_place_and_the_exit_code_is_1(tmp_path: Path):
    wrong = tmp_path / "wrong.toml"
    shipped = (HOUSE / "scenarios" / "two-tracks.toml").read_text("utf-8")
    text = shipped.replace("format = 1", "format = 7", 1).replace('"I11"', '"I91"', 1)
    wrong.write_text(text, "utf-8")
    right = HOUSE / "scenarios" / "economic-2-plus-2.toml"
    result = call("validate", wrong, right)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[-1] == f"{right}: correct"
    assert len(lines) > 2
    for line in lines[:-1]:
        assert line.startswith(f"{wrong}: ")
        assert "found" in line
        assert "allowed" in line


def test_files_that_are_no_scenarios_are_errors_not_tracebacks(tmp_path: Path):
    junk = tmp_path / "junk.toml"
    junk.write_bytes(b"\x00\xff" * 100)
    result = call("validate", junk, tmp_path, tmp_path / "missing.toml")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 3


def test_the_list_has_every_scenario_and_every_forum():
    text = call("scenarios").stdout
    for name in (*catalogue(), *library().configurations):
        assert name in text


def test_as_json_each_file_has_its_problems(tmp_path: Path):
    right = HOUSE / "scenarios" / "two-tracks.toml"
    result = call("validate", right, tmp_path, "--json")
    assert result.exit_code == 1
    one, other = json.loads(result.stdout)["files"]
    assert (one["file"], one["correct"], one["problems"]) == (str(right), True, [])
    assert not other["correct"]
    assert [each["found"] for each in other["problems"]] == ["a folder"]


def test_the_list_as_json_has_the_same():
    listed = json.loads(call("scenarios", "--json").stdout)
    assert [each["id"] for each in listed["scenarios"]] == list(catalogue())
    assert [each["id"] for each in listed["forums"]] == list(library().configurations)
    assert all(each["title"] and each["question"] for each in listed["scenarios"])
