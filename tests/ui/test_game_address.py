"""The address of a game says all that is needed to sit down at it again."""

import pytest

from tests.ui.stub import choices
from ui.table.choice import Game, game
from ui.watch.choice import Choice

AT = Choice("two-tables", "one-table", 7, sets=("pace=1",), move=87)


def test_an_address_leads_back_to_its_game():
    one = Game(AT, ("us-state", "jp-meti"), "hybrid", 3, "0123456789ab")
    assert game(one.query[1:], choices()) == (one, "")


@pytest.mark.parametrize(
    ("query", "run", "line"),
    [
        ("run=-1&line=x", 0, ""),
        ("run=%C2%B2&line=0123456789AB", 0, ""),
        ("run=99999999999999&line=0123456789abc", 0, ""),
        ("run=4&line=%3Cb%3E", 4, ""),
    ],
)
def test_what_makes_no_sense_is_left_out(query, run, line):
    found, _ = game(query, choices())
    assert (found.run, found.line) == (run, line)
