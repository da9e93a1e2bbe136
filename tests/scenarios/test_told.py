"""Words of the programme are told in every language, each with its own gaps."""

from string import Formatter

import pytest

from agents.registry import STRATEGIES
from scenarios import meanings, origin, unstated
from scenarios.figures import Figure
from scenarios.ledger import HELD
from scenarios.load import load
from scenarios.provenance import ELSE, TABLES
from scenarios.sheet_of_sources import account
from scenarios.spoken import speaking
from scenarios.told import told, words_in
from scenarios.tongue import LANGUAGES
from sim.rules.block import fields
from sim.rules.codes import EFFECTS, ROLES
from sim.rules.params import Params

OTHERS = [language for language in LANGUAGES if language != "en"]
WHYS = {each.why for each in vars(unstated).values() if isinstance(each, Figure)}
NAMES = {
    "meaning": {field.name for field in fields(Params)},
    "path": set(meanings.OWN),
    "event": {str(parts) for parts in meanings.EVENT},
    "effect": {kind for kind, _, _ in EFFECTS} | {"all"},
    "table": {*TABLES, ELSE},
    "unstated": WHYS,
    "form": {*origin.PLACES, "places", "list", "of", "all"},
    "choice": {*STRATEGIES, *ROLES, *HELD, "on", "off"},
    "manner": set(STRATEGIES),
}


@pytest.mark.parametrize("language", OTHERS)
def test_every_name_has_its_words_and_no_other_has(language):
    assert {table: set(words) for table, words in words_in(language).items()} == NAMES


@pytest.mark.parametrize("language", OTHERS)
def test_a_place_keeps_its_gaps(language):
    for name, form in origin.PLACES.items():
        gaps = [{gap for _, gap, _, _ in Formatter().parse(one) if gap} for one in (
            form, words_in(language)["form"][name])]  # fmt: skip
        assert gaps[0] == gaps[1]


def test_a_name_that_a_language_lacks_is_told_in_english():
    with speaking("ja"):
        assert told("manner", "guest", "Does what it likes.") == "Does what it likes."


def test_a_scenarios_sources_are_told_in_the_language_spoken_each_kept_by_itself():
    english = account("two-tracks")
    with speaking("ja"):
        japanese = account("two-tracks")
    assert next(each["name"] for each in english["tables"]) == "Seats"
    assert next(each["name"] for each in japanese["tables"]) == "席"
    assert "CSIS-2021、第10段落" in japanese["texts"]
    assert "CSIS-2021, paragraph 10" in english["texts"]


def test_a_reason_of_our_files_stays_in_the_language_of_the_documents():
    with speaking("ja"):
        told_of = account("two-tracks")
    assert load("two-tracks").sheet.horizon.why in told_of["texts"]
