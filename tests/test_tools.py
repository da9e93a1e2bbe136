"""The scripts that set up the environment, on machines where Python is odd or missing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[1] / "tools"
SHELL = ("sh", "cat", "cksum", "dirname", "grep", "mktemp", "mkdir", "cp", "rm")

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


def run(
    script: str, machine: Path, tools: Path = TOOLS, **more: str
) -> subprocess.CompletedProcess:
    environment = {"PATH": str(machine), "HOME": str(machine), **more}
    return subprocess.run(
        [machine / "sh", tools / script],
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


def test_uv_is_asked_where_no_python_fits(machine: Path):
    python(machine / "fetched/python")
    command(machine / "uv", f'test "$2" = find && echo {machine}/fetched/python || true')
    assert run("python", machine).stdout.strip() == f"{machine}/fetched/python"


def test_uv_itself_is_fetched_with_an_old_python(machine: Path):
    python(machine / "fetched/python")
    uv = f'test "$2" = find && echo {machine}/fetched/python || true'
    command(machine / "its-uv", uv)
    # An old python that can do two things: make an environment, and install uv into it.
    command(
        machine / "python3",
        'case "$*" in\n'
        f'"-m venv "*) mkdir "$3/bin"; cp {machine}/python3 "$3/bin/python" ;;\n'
        f'"-m pip install --quiet uv") cp {machine}/its-uv "${{0%/*}}/uv" ;;\n'
        "*) exit 1 ;;\nesac",
    )
    done = run("python", machine, TMPDIR=str(machine))
    assert done.stdout.strip() == f"{machine}/fetched/python"
    assert list(machine.glob("tmp.*")) == []  # the helper's environment is gone


@pytest.mark.parametrize("script", ["python", "venv"])
def test_without_any_python_one_sentence_says_what_to_install(machine: Path, script: str):
    copy = machine / "project"  # the project itself has an environment that fits
    shutil.copytree(TOOLS, copy / "tools")
    for name in ("pyproject.toml", "requirements.lock"):
        (copy / name).touch()
    done = run(script, machine, copy / "tools")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("Communiqué needs Python 3.12 or newer")
    assert "asking uv" in done.stderr.splitlines()[0]
    assert len(done.stderr.splitlines()) == 2
