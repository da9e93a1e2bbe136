"""Words of the programme are told in every language, each with its own gaps."""

import re
import tomllib
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest

from agents.registry import STRATEGIES
from scenarios import meanings, origin, unstated
from scenarios.arrange import arrange
from scenarios.dials import dials
from scenarios.figures import Figure
from scenarios.ledger import HELD
from scenarios.load import load, words_of
from scenarios.provenance import ELSE, TABLES
from scenarios.sheet_of_sources import account
from scenarios.spoken import speaking
from scenarios.told import told, words_in
from scenarios.tongue import LANGUAGES
from sim.play.replay import NOTES
from sim.rules.block import fields
from sim.rules.codes import EFFECTS, ROLES
from sim.rules.params import Params

FOLDER = Path(__file__).parents[2] / "scenarios"
OTHERS = [language for language in LANGUAGES if language != "en"]
UNSTATED = {each.why for each in vars(unstated).values() if isinstance(each, Figure)}
NAMES = {
    "meaning": {field.name for field in fields(Params)},
    "path": set(meanings.OWN),
    "event": {str(parts) for parts in meanings.EVENT},
    "effect": {kind for kind, _, _ in EFFECTS} | {"all"},
    "table": {*TABLES, ELSE},
    "form": {*origin.PLACES, "places", "list", "of", "all", "set"},
    "choice": {*STRATEGIES, *ROLES, *HELD, "on", "off"},
    "manner": set(STRATEGIES),
    "note": set(NOTES),
}


@pytest.mark.parametrize("language", OTHERS)
def test_every_name_has_its_words_and_no_other_has(language):
    assert {table: set(words) for table, words in words_in(language).items()} == NAMES


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(("table", "ours"), [("form", origin.PLACES), ("note", NOTES)])
def test_what_has_gaps_keeps_them(language, table, ours):
    def gaps(text):
        return {gap for _, gap, _, _ in Formatter().parse(text) if gap}

    for name, text in ours.items():
        assert gaps(words_in(language)[table][name]) == gaps(text)


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
    with speaking("ja"):
        changed = account("economic-2-plus-2", None, "subordinate")
    assert "この展開のために設定。もとはパートナー。" in changed["texts"]
    assert "CSIS-2021, paragraph 10" in english["texts"]


def reasons(value):
    """Yield the reasons of all figures in a value of a file."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict) and {"basis", "why"} <= value.keys():
        yield value["why"]
    for each in inner:
        yield from reasons(each)


@pytest.mark.parametrize("language", OTHERS)
def test_the_reason_of_every_figure_is_told_and_no_other(language):
    files = [tomllib.loads(each.read_text("utf-8")) for each in FOLDER.glob("*.toml")]
    ours = set(chain.from_iterable(map(reasons, files)))
    assert set(words_of(language, "reasons")) == ours | UNSTATED
    assert all(text.strip() for text in words_of(language, "reasons").values())


@pytest.mark.parametrize("language", OTHERS)
def test_a_reason_keeps_the_numbers_it_names(language):
    def numbers(text):
        return set(re.findall(r"[0-9]+", text))

    lost = [
        why
        for why, text in words_of(language, "reasons").items()
        if not numbers(why) <= numbers(text)
    ]
    assert lost == []


def test_what_may_be_moved_says_why_in_the_language_spoken():
    world = arrange(load("two-tracks"))
    found = {each["path"]: each["why"] for each in dials([world])}
    with speaking("ja"):
        told_of = {each["path"]: each["why"] for each in dials([world])}
    assert found["trust"].startswith("Set to the middle")
    assert told_of["trust"].startswith("中央に置いた")
