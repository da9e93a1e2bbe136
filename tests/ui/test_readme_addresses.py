"""The addresses in the README open what they say, without a word of complaint."""

import re
from pathlib import Path

import pytest

from agents.choices import choices
from agents.lobby import lobby
from sim.claims.comparison import offered
from ui.compare.address import setup_of
from ui.table.choice import game
from ui.watch.choice import choice

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
ADDRESSES = re.findall(r"`/(watch|play|compare)\?([^`]+)`", README)


def test_there_are_some():
    assert {page for page, _ in ADDRESSES} == {"watch", "play", "compare"}


@pytest.mark.parametrize(("page", "query"), ADDRESSES)
def test_an_address_of_the_readme_is_understood(page, query):
    offers = choices()
    if page == "compare":
        ids = [each["id"] for each in offers]
        cases = [each["id"] for each in offered("economic-2-plus-2")]
        assert setup_of(query, ids, lambda _: cases, ["mean_level"])[1] == []
        return
    found, note = game(query, offers)
    assert note == choice(query, offers)[1] == ""
    at = found.at
    hall = lobby(at.scenario, at.forums, at.sets, found.ai, at.arm)
    assert set(found.seats) <= {each.id for each in hall.seats}
