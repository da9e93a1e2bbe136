"""``communique replay``."""

import json
import re
from pathlib import Path

import pytest

from tests.terminal.commands import SHORT, call


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("logs") / "run.jsonl"
    assert call("run", "economic-2-plus-2", *SHORT, "--log", path).exit_code == 0
    return path


def copied(log: Path, name: str, old: str, new: str) -> Path:
    path = log.with_name(name)
    path.write_text(log.read_text("utf-8").replace(old, new, 1), "utf-8", newline="\n")
    return path


def test_a_replay_tells_the_same_story_and_ends_with_the_same_digest(log: Path):
    run = call("run", "economic-2-plus-2", *SHORT).stdout
    replay = call("replay", log)
    assert replay.exit_code == 0
    assert replay.stdout.startswith(run)
    last = replay.stdout.splitlines()[-1]
    digest = json.loads(log.read_text("utf-8").splitlines()[-1])["state"]
    assert last.endswith(f"every state is as in the log, digest {digest}.")


def test_as_json_it_is_the_account_of_the_run(log: Path):
    run = call("run", "economic-2-plus-2", *SHORT, "--json")
    assert call("replay", log, "--json").stdout == run.stdout


def test_a_changed_line_is_named_and_the_exit_code_is_1(log: Path):
    changed = copied(log, "changed.jsonl", '"move":"consent"', '"move":"pass"')
    pairs = zip(log.read_bytes().splitlines(), changed.read_bytes().splitlines(), strict=True)
    line = next(n for n, (one, other) in enumerate(pairs, 1) if one != other)
    result = call("replay", changed, "--story", "none")
    assert result.exit_code == 1
    assert f"changed.jsonl: line {line}: " in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_change_that_is_wrong_is_the_logs_and_no_options(log: Path):
    for wrong, said in (('"horison=10"', "found 'horison'"), ('"horizon"', "found 'horizon'")):
        result = call("replay", copied(log, "wrong.jsonl", '"horizon=10"', wrong))
        assert result.exit_code == 1
        assert f"wrong.jsonl: line 1: changes: {said}" in result.stderr
        assert "--set" not in result.stderr


def test_a_log_that_links_to_itself_is_said_to(tmp_path: Path):
    path = tmp_path / "loop.jsonl"
    path.symlink_to(path)
    result = call("replay", path)
    assert result.exit_code == 2
    assert "symbolic links" in result.stderr


def test_a_log_of_other_rules_is_noted_on_standard_error(log: Path):
    rules = json.loads(log.read_text("utf-8").splitlines()[0])["rules"]
    other = copied(log, "other.jsonl", rules, "0" * 12)
    result = call("replay", other, "--story", "none")
    assert result.exit_code == 0
    assert "note: the log was made by other rules" in result.stderr


def test_a_log_that_was_cut_off_says_so(log: Path):
    part = log.with_name("part.jsonl")
    part.write_bytes(log.read_bytes()[:-40])
    result = call("replay", part, "--story", "none")
    assert result.exit_code == 0
    assert "The last line was cut off" in result.stdout
    assert re.search(r"The log ends in month (9|10) of 10\.", result.stdout)
    assert not json.loads(call("replay", part, "--json").stdout)["over"]


@pytest.mark.parametrize("data", [b"", b"\x7fELF\x02\x01\xff", b"x" * 200_000, b"{}\n"])
def test_what_is_no_log_is_refused(tmp_path: Path, data: bytes):
    path = tmp_path / "b.jsonl"
    path.write_bytes(data)
    result = call("replay", path)
    assert result.exit_code == 1
    assert f"{path.name}: line 1: " in result.stderr
    assert result.stderr.count("\n") == 1
