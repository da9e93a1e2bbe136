"""What a debrief says of a deal, and of talks that came to none."""

from types import SimpleNamespace

import numpy as np
import pytest

from ui.pictures.look_back import lessons, title
from ui.words.catalogue import words

WORLD = SimpleNamespace(short=lambda kind, name: name.upper())


def found(outcome, text, change=()):
    value = SimpleNamespace(point=SimpleNamespace(values=np.array([0.6, 0.5])))
    domain = SimpleNamespace(walk_away=np.array([0.25, 0.3]), issues=("i01", "i02"))
    solution = SimpleNamespace(domain=domain, edge=None, forecasts={"compromise": value})
    return SimpleNamespace(
        seat=0,
        outcome=outcome,
        text=text,
        values=np.array([0.25, 0.3]) if outcome == "none" else np.array([0.5, 0.4]),
        solution=solution,
        where=None,
        gift=None,
        change=SimpleNamespace(issues=change, text=(1, 0)),
    )


def told(*given):
    return " ".join(lessons(found(*given), WORLD, words("debrief", "en")))


def test_a_deal_is_set_beside_no_deal_and_both_beside_the_brief():
    said = told("full", (1, 2))
    assert "Your deal is worth 50 points to you. No deal would have been worth 25" in said
    assert "differ from your brief's" in said
    assert "All could accept it as it is" in said


def test_where_the_talks_failed_nothing_is_called_a_deal():
    said = told("none", (1, 2))
    assert "There is no deal, which leaves you with 25 points" in said
    assert "Your deal" not in said
    assert "What was agreed when the talks ended was acceptable to all" in said
    said = told("none", (2, 0), (0,))
    assert "what was agreed when the talks ended that all would have accepted: I01 from" in said


@pytest.mark.parametrize("outcome", ["none", "statement"])
def test_nothing_is_said_to_be_acceptable_where_nothing_was_agreed(outcome):
    assert "acceptable" not in told(outcome, (0, 0))
    assert "could accept" not in told(outcome, (0, 0))


def test_only_a_deal_is_called_one_in_the_picture():
    text = words("debrief", "en")
    assert title("deal", found("full", (1, 2)), text) == "Your deal"
    assert title("deal", found("none", (1, 2)), text) == "Your result"
    assert title("nash", found("none", (1, 2)), text) == "Nash"
