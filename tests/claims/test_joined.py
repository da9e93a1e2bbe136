"""One record for each claim, and back to its measures."""

import json
from pathlib import Path

import pytest

from scenarios.load import library
from sim.claims import register as registers
from sim.claims.joined import CLAIM, LISTS, MEASURE, UNTRIED, joined, measures, untried

SAME = {key: f"its {key}" for key in CLAIM}


def measure(claim: str, part: int) -> dict:
    return {**SAME, "id": claim, **{key: (key, part) for key in MEASURE}, "part": part}


def test_a_claim_with_several_measures_is_one_record_and_all_come_back():
    given = [measure("H2", 1), measure("H1", 2), measure("H1", 1)]
    two, one = joined(given)
    assert (one["id"], one["part"], one["why"]) == ("H1", 1, None)
    assert [part.keys() for part in one["parts"]] == [set(MEASURE)]
    assert two["parts"] == []
    assert measures(one) == [given[2], given[1]]
    assert measures(two) == [given[0]]


def test_a_claim_without_an_experiment_has_the_same_keys_and_a_reason():
    record = untried("H33", library().claims["H33"], "no such quantity")
    (tried,) = joined([measure("H1", 1)])
    assert record.keys() == tried.keys()
    assert (record["verdict"], record["why"]) == (UNTRIED, "no such quantity")
    assert record["sources"][0]["source"]
    empty = {key for key in MEASURE if record[key] in (None, [])}
    assert empty == set(MEASURE) - {"verdict"}
    assert all(record[key] == [] for key in LISTS)
    assert measures(record) == []


@pytest.mark.parametrize("text", ["", "{", "[1", '{"claims": []}'])
def test_without_records_the_register_has_none_of_what_was_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
):
    monkeypatch.setattr(registers, "RECORDS", (tmp_path,))
    assert registers.found() == ({}, {})
    (tmp_path / "claims.json").write_text(text)
    (tmp_path / "campaign.json").write_text(json.dumps({"worlds": 3}))
    assert registers.found() == ({}, {})
