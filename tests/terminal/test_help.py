"""What ``--help`` says of every command."""

import re

import pytest
import typer.main

import cli
from tests.terminal.commands import call
from tools.reference import every

COMMANDS = dict(every(typer.main.get_command(cli.app), ()))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_help_names_every_argument_once_and_explains_it(words: tuple[str, ...]):
    result = call(*words, "--help")
    assert result.exit_code == 0
    assert COMMANDS[words].help.rstrip().endswith(".")
    for each in COMMANDS[words].params:
        assert each.help.endswith("."), each.name
    usage = re.search(r"Usage:.*", result.stdout)[0]
    assert "[[" not in usage
    assert "..." not in usage.replace("]...", "").replace("}...", "")
