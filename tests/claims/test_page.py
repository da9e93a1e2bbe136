"""The page about the claims says what its records say, and these are of these experiments."""

import re

from scenarios.load import library
from sim.claims.joined import CAMPAIGN_FILE, CLAIMS_FILE, measures
from sim.claims.read import experiments
from sim.claims.register import register
from tests.claims.renew import PAGE, WIDER_FILE, read, written

CLAIMS, CAMPAIGN = read(CLAIMS_FILE), read(CAMPAIGN_FILE)
TEXT = PAGE.read_text("utf-8")


def test_the_made_part_is_made_from_the_record():
    assert written(TEXT) == TEXT


def test_the_records_are_of_all_experiments():
    known = [(t.claim, t.scenario, m.metric) for t in experiments().experiment for m in t.measure]
    measured = [each for record in CLAIMS for each in measures(record)]
    found = [(each["id"], each["scenario"], each["metric"]) for each in measured]
    assert sorted(found) == sorted(known)
    assert {each["id"] for each in CAMPAIGN["maps"]} == {each.id for each in experiments().map}


def test_there_is_one_record_for_each_claim():
    assert [each["id"] for each in CLAIMS] == list(library().claims)


def test_where_more_is_drawn_the_same_is_measured_in_as_many_worlds():
    def asked(claims: list[dict]) -> list[tuple]:
        found = [each for record in claims for each in measures(record)]
        return [(each["id"], each["part"], each["worlds"] + each["failed"]) for each in found]

    assert asked(read(WIDER_FILE)) == asked(CLAIMS)


def test_the_leading_measure_is_the_first_on_file_whatever_came_of_it():
    first = {t.claim: t.measure[0].says for t in reversed(experiments().experiment)}
    assert {each["id"]: each["says"] for each in CLAIMS if not each["why"]} == first


def test_the_register_has_all_that_was_found():
    known = register()
    assert known["worlds"] == CAMPAIGN["worlds"]
    found = {each["id"]: each["found"] for each in known["claims"]}
    assert found == {each["id"]: measures(each) for each in CLAIMS}


def test_every_claim_is_on_the_page():
    assert all(re.search(rf"\b{claim}\b", TEXT) for claim in library().claims)
