"""The command as a process: pipes, Ctrl-C, what it imports, the page it serves."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from sim.play.log_lines import Log
from tests.terminal.commands import HOUSE, SHORT, process

posix = pytest.mark.skipif(os.name == "nt", reason="signals and pipes as POSIX has them")


def test_no_colour_reaches_a_pipe():
    running = process("run", "economic-2-plus-2", *SHORT, env={"TERM": "xterm-256color"})
    out, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (0, "")
    assert "\x1b" not in out
    assert "✓" in out


@posix
@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (("run", "two-tracks", "--story", "full"), 1),
        (("run", "two-tracks", "--json"), 0),
        (("validate", HOUSE / "scenarios" / "two-tracks.toml"), 0),
    ],
)
def test_a_reader_that_leaves_is_no_error(arguments: tuple[str, ...], lines: int):
    running = process(*arguments)
    for _ in range(lines):
        running.stdout.readline()
    running.stdout.close()
    assert running.stderr.read() == ""
    running.wait(timeout=60)


@posix
def test_ctrl_c_ends_it_quietly_and_leaves_a_log_that_can_be_read(tmp_path: Path):
    log = tmp_path / "a.jsonl"
    running = process("run", "economic-2-plus-2", "--set", "horizon=60", "--log", log)
    while "month 2" not in running.stdout.readline():
        pass
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (130, "")
    with log.open("rb") as stream:
        assert len(list(Log(stream))) > 1


def test_a_run_imports_neither_mesa_nor_numba_nor_solara():
    code = (
        "import sys, cli\n"
        "try: cli.app(['run', 'two-tracks', '--set', 'horizon=2', '--json'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'mesa', 'numba', 'solara', 'pandas', 'scipy'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=HOUSE, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[]"


@posix
def test_play_serves_the_page_at_the_address_it_prints_once_it_prints_it():
    running = process("play", "--no-browser", cwd=HOUSE)
    try:
        address = re.search(r"http://127\.0\.0\.1:\d+", running.stdout.readline())
        with urllib.request.urlopen(address[0], timeout=30) as page:
            assert page.status == 200
    finally:
        running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 0
    assert "Traceback" not in err
