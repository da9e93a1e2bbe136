"""The list of what is negotiated, and all about a few items."""

import json

from scenarios.load import library, load
from tests.terminal.commands import call


def test_every_item_is_listed_with_its_name():
    result = call("items")
    assert (result.exit_code, result.stderr) == (0, "")
    shown = " ".join(result.stdout.split())
    for name, item in library().items.items():
        assert f"{name} {item.title}" in shown


def test_one_is_told_with_its_levels_and_where_it_is_on_the_agenda():
    shown = " ".join(call("items", "i12").stdout.split())
    for n, level in enumerate(library().items["I12"].levels):
        assert f"L{n} {level.text}" in shown
    (row,) = json.loads(call("items", "I12", "--json").stdout)["items"]
    assert row["title"] == library().items["I12"].title
    assert "economic-2-plus-2" in row["scenarios"]
    assert all("I12" in load(name).sheet.agenda for name in row["scenarios"])


def test_an_item_that_is_not_there_is_one_line_with_the_nearest():
    result = call("items", "I72")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "did you mean" in result.stderr
