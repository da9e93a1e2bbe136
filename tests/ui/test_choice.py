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


def test_an_arm_brings_its_table_and_values_are_kept():
    chosen, note = choice("scenario=two-tables&arm=late&set=pace%3D1&set=a.b%3D%3Cb%3E", choices())
    assert note == ""
    assert (chosen.forums, chosen.arm) == ("one-table", "late")
    assert chosen.sets == ("pace=1", "a.b=<b>")
    assert choice(chosen.address[1:], choices()) == (chosen, "")


def test_a_lost_arm_is_named():
    chosen, note = choice("scenario=two-tables&arm=lost", choices())
    assert (chosen.arm, "lost" in note) == ("", True)


def test_a_moment_and_a_view_are_no_part_of_the_run():
    chosen, _ = choice("scenario=one-table&move=7&view=statement", choices())
    assert (chosen.move, chosen.view) == (7, "statement")
    assert chosen.run == Choice("one-table", "one-table", 1)
