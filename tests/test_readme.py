"""What the README says can be done, is done."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

import cli
from sim.sweep.entry import study_of
from tests.terminal.commands import communique

HOUSE = Path(__file__).parents[1]
README = (HOUSE / "README.md").read_text("utf-8")
TARGETS = re.search(r"^\.PHONY: (.*)$", (HOUSE / "Makefile").read_text("utf-8"), re.M)[1].split()

SHORT = ["--set", "horizon=24"]  # what is shown is that it runs; some of it is carried out by then
OFFERED = {"A first tour": "run", "Sweeps": "sweep"}
"""Sections, and the command whose options they offer."""


def section(title: str) -> str:
    return re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", README, re.S | re.M)[1]


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.S | re.M)


def tours() -> list[list[str]]:
    """Return, block by block, the arguments of the ``communique`` lines that end by themselves."""
    found = [re.findall(r"^\.venv/bin/communique (?!play)(.*)$", b, re.M) for b in blocks("sh")]
    return [lines for lines in found if lines]


def options(title: str) -> list[str]:
    """Return every set of options that a section offers for its command."""
    return re.findall(r"`(--[^`]+)`", section(title))


def test_it_starts_with_two_commands():
    assert blocks("sh")[0].splitlines() == ["make play", "make test"]


def test_it_and_the_makefile_name_the_same_targets():
    makefile = (HOUSE / "Makefile").read_text("utf-8")
    assert re.findall(r"^([a-z-]+):", makefile, re.M) == TARGETS
    assert set(re.findall(r"\bmake ([a-z][a-z-]*)(?=[`\n])", README)) == set(TARGETS)


def test_every_command_it_names_exists():
    named = set(re.findall(r"\bcommunique ([a-z][a-z-]*)", README))
    assert "play" in named
    assert named <= set(typer.main.get_command(cli.app).commands)


def test_every_link_leads_somewhere():
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", README)
    assert [link for link in links if not (HOUSE / link).exists()] == []


def timed(lines: list[str]) -> object:
    """Return a tour, which takes its time where it sweeps or rehearses."""
    slow = lines[0].split()[0] in ("sweep", "rehearse")
    return pytest.param(lines, id=lines[0], marks=[pytest.mark.slow] * slow)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("lines", [timed(each) for each in tours()])
def test_the_commands_of_a_tour_run_one_after_the_other(tmp_path: Path, lines: list[str]):
    for line in lines:
        arguments = shlex.split(line)
        done = communique(tmp_path, *arguments, *SHORT * (arguments[0] in OFFERED.values()))
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip()


@pytest.mark.parametrize("given", options("A first tour"))
def test_a_run_takes_the_options_named(tmp_path: Path, given: str):
    done = communique(tmp_path, "run", "economic-2-plus-2", *shlex.split(given), *SHORT)
    assert done.returncode == 0, done.stderr


def test_a_sweep_takes_the_options_named():
    """Ask the parser, for a sweep of each would take long; hosts are not there to be asked."""
    command = typer.main.get_command(cli.app).commands["sweep"]
    for given in options("Sweeps"):
        arguments = ["design-the-forum", "--out", "s", *shlex.split(given)]
        assert command.make_context("sweep", arguments).params["scenario"] == "design-the-forum"


@pytest.mark.parametrize("given", [each for each in options("Sweeps") if "--vary" in each])
def test_what_the_sweeps_named_vary_is_there(given: str):
    names = shlex.split(given)[1:]
    assert study_of("design-the-forum", 8, "sobol", names).factors or names == ["nothing"]


def test_a_log_kept_plays_back(tmp_path: Path):
    communique(tmp_path, "run", "economic-2-plus-2", "--log", "run.jsonl", *SHORT)
    done = communique(tmp_path, "replay", "run.jsonl")
    assert done.returncode == 0, done.stderr


@pytest.mark.timeout(900)
@pytest.mark.parametrize("text", blocks("python"))
def test_the_python_it_shows_runs(tmp_path: Path, text: str):
    environment = {**os.environ, "PYTHONPATH": str(HOUSE)}
    subprocess.run([sys.executable, "-c", text], cwd=tmp_path, env=environment, check=True)
