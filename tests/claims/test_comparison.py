"""Cases beside one another: a value that cannot be set is said and left out, the rest is played."""

import threading

import pytest

from scenarios.paths import Change
from sim.claims import comparison as compared
from sim.claims.comparison import Hand, comparison

SCENARIO = "economic-2-plus-2"


@pytest.fixture(autouse=True)
def begun(monkeypatch):
    """Play nothing: what is to be played is enough."""
    monkeypatch.setattr(compared, "rounds", lambda blocks, *rest: iter([blocks]))
    monkeypatch.setattr(compared, "picture", lambda blocks: {"blocks": blocks})


def played(*changes):
    names = [each["id"] for each in compared.offered(SCENARIO)][:2]
    hands = [Hand(Change(path, value)) for path, value in changes]
    return next(comparison(SCENARIO, names, hands, "mean_level", threading.Event()))


@pytest.mark.parametrize("last", [("gridlock.us", 9), ("gridlok.us", 0.5), ("gridlock.us", "high")])
def test_a_value_that_cannot_be_set_is_refused_although_it_is_the_last(last):
    found = played(("detail_need", 0.4), last)
    assert len(found["refused"]) == 1
    assert "gridl" in found["refused"][0]
    plain = played(("detail_need", 0.4))
    assert plain["refused"] == []
    assert [each.tobytes() for each in found["blocks"]] == [
        each.tobytes() for each in plain["blocks"]
    ]
