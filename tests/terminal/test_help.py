"""What ``--help`` says of every command."""

import re
import shlex

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
    assert COMMANDS[words].help.splitlines()[0].endswith(".")
    for each in COMMANDS[words].params:
        assert each.help.endswith("."), each.name
    usage = re.search(r"Usage:.*", result.stdout)[0]
    assert "[[" not in usage
    assert "..." not in usage.replace("]...", "").replace("}...", "")


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_an_example_that_it_takes(words: tuple[str, ...]):
    example = re.search(r"^Example: communique (.*)$", COMMANDS[words].help, re.M)[1]
    told = shlex.split(example)
    assert tuple(told[: len(words)]) == words
    with COMMANDS[words].make_context(words[-1], told[len(words) :]) as context:
        assert context.args == []
