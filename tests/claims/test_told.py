"""Experiments and their records are told in every language."""

import json
from itertools import chain
from pathlib import Path

import pytest

from scenarios.spoken import speaking
from scenarios.tongue import LANGUAGES
from sim.claims.joined import CLAIMS_FILE, measures
from sim.claims.read import experiments
from sim.claims.register import RECORDS, register
from sim.claims.told import in_words, words_in

OTHERS = [language for language in LANGUAGES if language != "en"]


def said_by_the_file():
    whole = experiments()
    for each in whole.experiment:
        yield from (arm.name for arm in each.arm)
        yield from (measure.says for measure in each.measure)
        yield from filter(None, (each.off.why, each.note))
    yield from (each.why for each in whole.untried)
    for each in whole.map:
        yield from (each.title, each.says, each.across.title, each.up.title)
        yield from (arm.name for arm in each.arm)


@pytest.mark.parametrize("language", OTHERS)
def test_all_that_experiments_say_is_told_and_nothing_else(language):
    assert set(words_in(language)) == set(said_by_the_file())
    assert all(words_in(language).values())


@pytest.mark.parametrize("language", OTHERS)
def test_the_records_kept_say_what_the_file_says(language):
    records = json.loads((Path(RECORDS[1]) / CLAIMS_FILE).read_text("utf-8"))
    found = list(chain.from_iterable(map(measures, records)))
    said = {text for each in found for text in (each["says"], each["off"], *each["arms"])}
    assert said <= set(words_in(language))


def test_a_record_is_told_in_the_language_spoken():
    record = {"id": "H1", "title": "English", "says": "as it is", "share": 0.5}
    with speaking("ja"):
        found = in_words(record)
    assert found["title"] == "席が増えるほど会合は稀になり、成果は遅れる"
    assert (found["says"], found["share"]) == ("現状のまま", 0.5)
    assert in_words(record) == record


def test_the_register_is_kept_for_each_language_by_itself():
    first = register()["claims"][0]
    with speaking("ja"):
        other = register()["claims"][0]
    assert first["tried"][0]["off"].startswith("Ministers are always free")
    assert other["tried"][0]["off"].startswith("閣僚は期限の際も")
    assert other["sources"] == ["IINA-2022、第45段落"]
