import pytest

from tests.ui.stub import choices
from ui.watch.choice import Choice, choice


@pytest.mark.parametrize("query", [None, "", "x=1", "scenario="])
def test_without_a_wish_the_first_scenario_is_shown(query):
    assert choice(query, choices()) == (Choice("one-table", "one-table", 1), "")


def test_an_address_leads_back_to_its_choice():
    chosen = Choice("two-tables", "one-table", 7)
    assert choice(chosen.address[1:], choices()) == (chosen, "")


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("scenario=lost", "lost"),
        ("scenario=%3Cscript%3E", "<script>"),
        ("scenario=one-table&forums=lost", "lost"),
        ("seed=many", "1 to 999999"),
        ("seed=0", "1 to 999999"),
        ("seed=99999999999999999999", "1 to 999999"),
        ("seed=1e3", "1 to 999999"),
    ],
)
def test_a_wish_that_cannot_be_met_is_named_and_the_nearest_shown(query, word):
    chosen, note = choice(query, choices())
    assert chosen == Choice("one-table", "one-table", 1)
    assert word in note
    assert "nearest" in note


def test_another_scenario_is_shown_at_its_own_table():
    chosen, note = choice("scenario=two-tables&forums=", choices())
    assert (chosen.forums, note) == ("two-tables", "")
