"""``communique brief``."""

import json

from tests.terminal.commands import call


def test_a_brief_is_a_page_with_its_sources_below():
    found = call("brief", "economic-2-plus-2", "jp-meti")
    assert found.exit_code == 0
    page, sources = found.output.split("Where the figures come from")
    assert "Red line: never Level 4 on Export controls." in page
    assert "IMEMO-2023, paragraph 5" in sources


def test_a_brief_as_json_holds_every_figure():
    found = json.loads(call("brief", "economic-2-plus-2", "us-ustr", "--json").output)
    assert found["seat"] == "us-ustr"
    lines = [line for part in found["parts"] for line in part["lines"]]
    assert all(figure["basis"] for line in lines for figure in line["figures"])
    assert any(line["figures"] for line in lines)


def test_a_seat_that_is_not_there_is_named():
    found = call("brief", "economic-2-plus-2", "jp-metu")
    assert (found.exit_code, found.stderr.count("\n")) == (2, 1)
    assert "SEAT: found 'jp-metu'" in found.stderr
