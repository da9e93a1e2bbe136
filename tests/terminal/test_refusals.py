"""What cannot be done is said in one line, with the nearest that can."""

import re
from pathlib import Path

import pytest

import cli
from tests.terminal.commands import call, process

WRONG = [
    (("run", "economic-2-plus-3"), "did you mean 'economic-2-plus-2'?"),
    (("run", "nosuch"), "'nosuch': no scenario of that name; there are"),
    (("run", "\x1b[31m\n"), r"'\x1b[31m\n': no scenario of that name"),
    (("run", "x" * 10_000), "no scenario of that name"),
    (("run", ""), "'': no scenario of that name"),
    (("run", cli.__file__), "the name of a scenario file ends in .toml"),
    (("settings", "nosuch"), "no scenario of that name"),
    (("settings", "two-tracks", "gridlok"), "did you mean 'gridlock'?"),
    (("run", "no-such-file.toml"), "a file that exists"),
    (("run",), "Missing argument 'ID'"),
    (("run", "two-tracks", "again"), "unexpected extra argument"),
    (("run", "two-tracks", "--sead", "1"), "--seed"),
    (("run", "two-tracks", "--seed"), "--seed"),
    (("run", "two-tracks", "--seed", "one"), "'--seed'"),
    (("run", "two-tracks", "--seed", "1.5"), "'--seed'"),
    (("run", "two-tracks", "--seed", "-1"), "'--seed'"),
    (("run", "two-tracks", "--seed", str(2**63)), "'--seed'"),
    (("run", "two-tracks", "--run", str(2**32)), "'--run'"),
    (("run", "two-tracks", "--forum", "two-track"), "did you mean 'two-tracks'?"),
    (("run", "two-tracks", "--strategy", "us-stat=linear"), "did you mean 'us-state'?"),
    (("run", "two-tracks", "--strategy", "us-state=liner"), "did you mean 'linear'?"),
    (("run", "two-tracks", "--strategy", "us-state"), "an equals sign"),
    (("run", "two-tracks", "--strategy", "us-forces-japan=linear"), "with a part in this run"),
    (
        ("run", "two-tracks", *("--strategy", "us-state=linear", "--strategy", "us-state=nash")),
        "--strategy: us-state: found a second strategy",
    ),
    (("run", "two-tracks", "--set", "strategy.us-stat=linear"), "--set: found 'strategy.us-stat'"),
    (("run", "two-tracks", "--set", "gridlok.us=0.5"), "did you mean 'gridlock.us'?"),
    (("run", "two-tracks", "--set", "gridlock.us=nan"), "a number from 0 to 1"),
    (("run", "two-tracks", "--set", "gridlock.us=2"), "a number from 0 to 1"),
    (("run", "two-tracks", "--set", "gridlock.us"), "an equals sign"),
    (("run", "two-tracks", "--story", "ful"), "did you mean 'full'?"),
    (("run", "two-tracks", "--log", "no/such/folder/a.jsonl"), "--log: cannot write"),
    (("run", "two-tracks", "--log", "."), "--log: cannot write"),
    (("run", "two-tracks", "--log", ""), "'--log': no file name"),
    (("print", "two-tracks", "--out", cli.__file__), "is there and is no PDF"),
    (("print", "two-tracks", "--out", "c.pdf", "--cards", "--seat", "jp-meti"), "--cards"),
    (("print", "two-tracks", "--out", "c.pdf", "--seat", "METI"), "--seat: found 'METI'"),
    (("rehearse", "economic-50", "--out", cli.__file__), "is there and is no ZIP"),
    (("rehearse", "economic-50", "--out", "no/such/c.zip"), "--out: cannot write"),
    (("rehearse", "economic-50", "--out", "."), "--out: cannot write"),
    (("brief", "two-tracks", "METI"), "SEAT: found 'METI'"),
    (("replay", ""), "'LOG': no file name"),
    (("validate", ""), "'FILE': no file name"),
    (("replay", "no-such.jsonl"), "cannot read 'no-such.jsonl'"),
    (("replay", "."), "cannot read '.'"),
    (("replay", "a\x1b[31m\nb"), r"cannot read 'a\x1b[31m\nb'"),
    (("replay",), "Missing argument 'LOG'"),
    (("validate",), "Missing argument"),
    (("play", "--port", "65536"), "'--port'"),
    (("play", "--port", "no"), "'--port'"),
    (("play", "--host", "203.0.113.7", "--no-browser"), "cannot listen on 203.0.113.7"),
    (("serve", "--keep", "1e400"), "'--keep'"),
    (("serve", "--keep", "nan"), "'--keep'"),
    (("serve", "--keep", "0"), "'--keep'"),
    (("claims", "--only", ""), "no claim is named"),
    (("rehearse", "economic-50", "--tables", "-1"), "'--tables'"),
    (("solve", "--domain", ".", "--runs", "5"), "--runs"),
    (("rnu",), "Did you mean 'run'?"),
    (("--verbose",), "--verbose"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG)
def test_one_line_on_standard_error_and_exit_2(arguments: tuple[str, ...], words: str):
    result = call(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("communique: ")
    assert words in result.stderr
    assert result.stderr.rstrip("\n").isprintable()
    assert len(result.stderr) < 600


def test_every_wrong_value_has_its_line():
    result = call("run", "two-tracks", "--set", "pase=1", "--set", "pace=7")
    assert result.exit_code == 2
    assert [("pase" in line, "pace" in line) for line in result.stderr.splitlines()] == [
        (True, True),
        (False, True),
    ]


@pytest.mark.parametrize("arguments", [WRONG[0][0], WRONG[4][0], WRONG[-1][0]])
def test_the_same_from_a_shell(arguments: tuple[str, ...]):
    running = process(*arguments)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err.count("\n")) == (2, "", 1)
    assert "Traceback" not in err


def test_a_terminal_that_knows_only_ascii_gets_ascii():
    running = process(
        *("run", "two-tracks", "--set", "horizon=3"), env={"PYTHONIOENCODING": "ascii"}
    )
    out, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (0, "")
    assert out.isascii()
    assert re.search(r"^ [+x>*-] ", out, re.M)
    assert not re.search(r"^ \? ", out, re.M)


def test_a_bug_is_not_hidden(monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("terminal.running.run_scenario", broken)
    assert isinstance(call("run", "two-tracks").exception, ZeroDivisionError)


@pytest.mark.parametrize(
    ("group", "commands"),
    [
        ((), ("scenarios", "run", "settings", "replay", "validate", "play", "bench")),
        (("new",), ("scenario",)),
        (("class",), ("replay",)),
    ],
)
def test_a_group_alone_shows_its_help_and_has_done_nothing(
    group: tuple[str, ...], commands: tuple[str, ...]
):
    for asked, code in (((), 2), (("--help",), 0), (("-h",), 0)):
        result = call(*group, *asked)
        assert (result.exit_code, result.stderr) == (code, "")
        assert all(command in result.stdout for command in commands)


def test_a_log_that_cannot_be_written_leaves_no_other(tmp_path: Path):
    (tmp_path / "a").write_text("a file, not a folder")
    assert call("run", "two-tracks", "--log", tmp_path / "a" / "b.jsonl").exit_code == 2
    assert [each.name for each in tmp_path.iterdir()] == ["a"]
