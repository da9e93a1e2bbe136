"""What is said of the rules' first compile where no bar can be drawn."""

import pytest

from sim.rules import compiled
from sim.sweep import stand_ins
from terminal.progress import COMPILING, say_compiling


@pytest.mark.parametrize(
    ("can", "kept", "told"),
    [
        (True, False, f"{COMPILING} (about a minute)\n"),
        (True, True, ""),
        (False, False, ""),
    ],
)
def test_a_pipe_is_told_once_and_only_where_there_is_something_to_compile(
    capsys, monkeypatch, can: bool, kept: bool, told: str
):
    monkeypatch.setattr(compiled, "can_compile", lambda: can)
    monkeypatch.setattr(stand_ins, "at_hand", lambda: kept)
    say_compiling()
    out, err = capsys.readouterr()
    assert (out, err) == ("", told)
