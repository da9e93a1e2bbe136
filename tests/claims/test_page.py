"""The page about the claims says what its record says, and the record is of these experiments."""

import json
import re

from scenarios.load import library
from sim.claims.read import experiments
from tests.claims.renew import PAGE, RECORD, written

DATA = json.loads(RECORD.read_text("utf-8"))
TEXT = PAGE.read_text("utf-8")


def test_the_made_part_is_made_from_the_record():
    assert written(TEXT, DATA) == TEXT


def test_the_record_is_of_all_experiments():
    known = [(t.claim, t.scenario, m.metric) for t in experiments().experiment for m in t.measure]
    found = [(each["id"], each["scenario"], each["metric"]) for each in DATA["claims"]]
    assert sorted(found) == sorted(known)
    assert {each["id"] for each in DATA["maps"]} == {each.id for each in experiments().map}


def test_every_claim_is_on_the_page():
    assert all(re.search(rf"\b{claim}\b", TEXT) for claim in library().claims)
