"""Outputs that cannot be written to, and files that must not be."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.terminal.commands import COMMAND, HOUSE, SHORT, call, process


def test_a_log_never_takes_the_place_of_something_else(tmp_path: Path):
    path = tmp_path / "mine.toml"
    path.write_text('format = 1\nid = "mine"\n', encoding="utf-8")
    result = call("run", "two-tracks", *SHORT, "--log", path)
    assert result.exit_code == 2
    assert "is no log" in result.stderr
    assert path.read_text(encoding="utf-8").startswith("format")


def test_a_log_may_take_the_place_of_a_log(tmp_path: Path):
    path = tmp_path / "a.jsonl"
    for _ in range(2):
        assert call("run", "two-tracks", *SHORT, "--json", "--log", path).exit_code == 0
    assert call("replay", path, "--json").exit_code == 0


def test_a_log_is_whole_though_nobody_reads_the_story(tmp_path: Path):
    path = tmp_path / "a.jsonl"
    running = process("run", "two-tracks", *SHORT, "--log", path)
    running.stdout.close()
    running.wait(timeout=100)
    running.stderr.close()
    assert call("replay", path, "--json").exit_code == 0
    assert "ends in month" not in call("replay", path, "--story", "none").stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", [("scenarios",), ("run", "two-tracks", *SHORT), ("--help",)])
def test_a_full_disk_is_said_in_one_line(command: tuple[str, ...]):
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [*COMMAND, *command],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(HOUSE)},
            timeout=100,
        )
    assert result.returncode == 2
    assert result.stderr.startswith("communique: cannot write the output")
    assert result.stderr.count("\n") == 1
