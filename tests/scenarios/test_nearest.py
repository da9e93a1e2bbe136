"""The word that a wrong one is likely to stand for."""

import pytest

from scenarios.ledger import HELD
from scenarios.load import library
from scenarios.problems import nearest
from sim.rules.codes import STRATEGIES

SCENARIOS = ("economic-2-plus-2", "two-tracks", "energy-shock")


@pytest.mark.parametrize(
    ("word", "choices", "meant"),
    [
        ("liner", STRATEGIES, "linear"),
        ("hard", STRATEGIES, "hardliner"),
        ("tit for tat", STRATEGIES, "tit-for-tat"),
        ("Nash", STRATEGIES, "nash"),
        ("leda", HELD, "lead"),
        ("shared", HELD, "share"),
        ("two-track", SCENARIOS, "two-tracks"),
        ("economic", SCENARIOS, "economic-2-plus-2"),
        ("two-tracks.toml", SCENARIOS, "two-tracks"),
        ("I1", ("I01", "I22"), "I01"),
        ("jp-metu", ("jp-mext", "jp-meti"), "jp-meti"),
        ("I91", ("I01", "I22"), "I01"),
    ],
)
def test_a_slip_of_the_pen_finds_its_word(word: str, choices: tuple[str, ...], meant: str):
    assert nearest(word, choices) == meant


@pytest.mark.parametrize(
    ("word", "choices"),
    [
        ("nonsense", HELD),
        ("mine", HELD),
        ("loud", HELD),
        ("banana", STRATEGIES),
        ("minister", STRATEGIES),
        ("three-tables", SCENARIOS),
        ("", STRATEGIES),
        ("x", ("I01", "I22")),
        ("tit", ("tit-for-tat", "tit-for-two-tats")),
    ],
)
def test_a_word_far_off_finds_none(word: str, choices: tuple[str, ...]):
    assert nearest(word, choices) == ""


def test_every_agency_is_found_with_one_letter_left_out():
    for name in library().agencies:
        short = name.replace("-", "", 1)
        assert nearest(short, library().agencies) == name
