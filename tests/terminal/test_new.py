"""``communique new scenario`` writes what is right, runs, and can be taken from there."""

import json
from pathlib import Path

import pytest

from scenarios.load import check, read
from tests.terminal.commands import communique


@pytest.mark.parametrize("extends", [None, "two-tracks"])
def test_what_it_writes_is_right_and_runs(tmp_path: Path, extends: str | None):
    given = ["--extends", extends] if extends else []
    done = communique(tmp_path, "new", "scenario", "my-forum", *given)
    assert done.returncode == 0, done.stderr
    assert check(tmp_path / "my-forum.toml") == []
    run = communique(tmp_path, "run", "my-forum.toml", "--set", "horizon=3", "--story", "none")
    assert run.returncode == 0, run.stderr
    assert json.loads((tmp_path / "scenario.schema.json").read_text("utf-8"))["title"]


def test_its_arms_can_be_played(tmp_path: Path):
    communique(tmp_path, "new", "scenario", "my-forum")
    for arm in read(tmp_path / "my-forum.toml").sheet.arm:
        given = ["--arm", arm.id, "--set", "horizon=2", "--story", "none"]
        done = communique(tmp_path, "run", "my-forum.toml", *given)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["two-tracks"], "there is a scenario of that id"),
        (["../x"], "an id has"),
        (["a b"], "an id has"),
        (["mine", "--extends", "two-track"], "did you mean 'two-tracks'?"),
        (["mine", "--dir", "nowhere"], "cannot write"),
    ],
)
def test_what_cannot_be_written_is_said_in_a_line(tmp_path: Path, arguments, complaint: str):
    done = communique(tmp_path, "new", "scenario", *arguments)
    assert done.returncode == 2
    assert complaint in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_left_alone(tmp_path: Path):
    (tmp_path / "mine.toml").write_text("mine")
    done = communique(tmp_path, "new", "scenario", "mine")
    assert done.returncode == 2
    assert (tmp_path / "mine.toml").read_text() == "mine"


def test_the_schema_can_be_printed(tmp_path: Path):
    done = communique(tmp_path, "schema")
    assert json.loads(done.stdout)["properties"]["agenda"]


def test_new_by_itself_says_what_there_is(tmp_path: Path):
    done = communique(tmp_path, "new")
    assert done.returncode == 2
    assert "scenario" in done.stdout
    assert done.stderr == ""
