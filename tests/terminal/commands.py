"""Running commands, in this process and in one of their own."""

import os
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner, Result

import cli

HOUSE = Path(__file__).parents[2]
COMMAND = (sys.executable, "-c", "import cli; cli.main()")
SHORT = ("--set", "horizon=10", "--set", "deadline=10")
"""Makes a run of the economic 2+2 one of ten months."""


def call(*arguments: str | Path) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(cli.app, [str(each) for each in arguments])


def communique(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end in a process of its own, in a folder."""
    command = [sys.executable, HOUSE / "cli.py", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def process(*arguments: str | Path, **options: object) -> subprocess.Popen[str]:
    """Start a command in a process of its own, whose output is read as UTF-8 text."""
    environment = {**os.environ, "PYTHONPATH": str(HOUSE), "PYTHONIOENCODING": "utf-8"}
    environment.pop("PYTHONUNBUFFERED", None)  # a pipe is buffered, as it is for most
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**environment, **options.pop("env", {})},
        **options,
    )
