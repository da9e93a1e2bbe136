"""``--out``: whether a file can be written is tried without leaving anything behind."""

from pathlib import Path

import pytest

from terminal import printing, rehearsing
from terminal.printing import opened
from terminal.rehearsing import require_writable
from tests.terminal.commands import call


@pytest.mark.parametrize("tried", [opened, require_writable])
def test_a_try_makes_no_file_and_changes_none(tmp_path: Path, tried):
    tried(tmp_path / "new")
    assert not (tmp_path / "new").exists()
    (tmp_path / "empty").touch()
    tried(tmp_path / "empty")
    assert (tmp_path / "empty").read_bytes() == b""


@pytest.mark.parametrize(
    ("module", "work", "arguments"),
    [
        (rehearsing, "rehearsed", ("rehearse", "economic-50", "--students", "2", "--runs", "0")),
        (printing, "from_paper", ("print", "two-tracks")),
    ],
)
def test_a_command_that_is_stopped_leaves_no_empty_file(
    tmp_path: Path, monkeypatch, module, work, arguments
):
    def stopped(*_, **__):
        raise KeyboardInterrupt

    class Paper:
        write_briefs = staticmethod(stopped)

    monkeypatch.setattr(module, work, stopped if work == "rehearsed" else lambda font: Paper)
    result = call(*arguments, "--out", tmp_path / "out")
    assert result.exit_code == 130
    assert list(tmp_path.iterdir()) == []
