"""The scripts that set up the environment, on machines where Python is odd or missing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[1] / "tools"
SHELL = ("sh", "cat", "cksum", "dirname", "grep", "mktemp", "rm")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the scripts are for POSIX shells")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Return a folder that holds all the commands there are."""
    for name in SHELL:
        os.symlink(shutil.which(name), tmp_path / name)
    return tmp_path


def command(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)


def python(path: Path) -> None:
    command(path, f'exec "{sys.executable}" "$@"')


def run(script: str, machine: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(machine), "HOME": str(machine), **more}
    return subprocess.run(
        [machine / "sh", TOOLS / script],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_python_that_is_too_old_is_passed_over(machine: Path):
    command(machine / "python3", "exit 1")
    python(machine / "python3.14")
    assert run("python", machine).stdout.strip() == sys.executable


def test_a_shim_that_refuses_is_passed_over_for_a_version_behind_it(machine: Path):
    command(machine / "python3.12", "echo 'version not set' >&2; exit 127")
    command(machine / "pyenv", f"echo {machine}/versions-of-pyenv")
    command(machine / "versions-of-pyenv/versions/3.9.1/bin/python", "exit 1")
    python(machine / "versions-of-pyenv/versions/3.13.0/bin/python")
    found = run("python", machine)
    assert found.stdout.strip() == f"{machine}/versions-of-pyenv/versions/3.13.0/bin/python"


def test_the_python_named_by_the_user_comes_first(machine: Path):
    command(machine / "python3", "exit 1")
    python(machine / "mine")
    assert run("python", machine, PYTHON="mine").returncode == 0


def test_without_any_python_one_sentence_says_what_to_install(machine: Path):
    # In a copy, since the script starts by removing a .venv it cannot use.
    copy = machine / "project"
    shutil.copytree(TOOLS, copy / "tools")
    for name in ("pyproject.toml", "requirements.lock"):
        (copy / name).touch()
    done = subprocess.run(
        [machine / "sh", copy / "tools/venv"],
        env={"PATH": str(machine), "HOME": str(machine)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Communiqué needs Python 3.12 or newer")
    assert len(done.stderr.splitlines()) == 1
