"""Every page has all its words in every language, with the same gaps, and none left in English."""

import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest

from scenarios.tongue import LANGUAGES, OWN

WORDS = Path(__file__).parents[2] / "ui" / "words"
PAGES = sorted(file.stem for file in (WORDS / OWN).glob("*.toml"))
OTHERS = sorted(set(LANGUAGES) - {OWN})
LATIN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ+]+")
NAMES = {
    *("Communiqué", "AI", "MiCRO", "JSON", "CSV", "ZIP", "PNG", "SVG", "PDF", "TOML"),
    *("Lines", "JavaScript", "MB", "QR", "Shift", "Enter", "Escape"),
    *("amber", "kite", "river", "moon"),  # a code as somebody is given it
}
"""What is written the same in every language."""


def flat(table, path=""):
    """Return the texts of a catalogue by path."""
    found = {}
    for key, value in table.items():
        several = dict(enumerate(value)) if isinstance(value, list) else value
        whole = f"{path}.{key}"
        found |= flat(several, whole) if isinstance(several, dict) else {whole: several}
    return found


def texts(page, language):
    place = WORDS / language / f"{page}.toml"
    return flat(tomllib.loads(place.read_text("utf-8"))) if place.is_file() else {}


def gaps(text):
    return sorted({name for _, name, _, _ in Formatter().parse(text) if name is not None})


def left(text):
    """Return the words of a text that are not written in its language."""
    bare = re.sub(r"\{[^{}]*\}|<[^<>]*>|https?:\S+", " ", text)
    return [word for word in LATIN.findall(bare) if word not in NAMES]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_all_its_words_and_no_others(page, language):
    own, other = texts(page, OWN), texts(page, language)
    assert {"lacks": sorted(own.keys() - other.keys())} == {"lacks": []}
    assert {"has besides": sorted(other.keys() - own.keys())} == {"has besides": []}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("page", PAGES)
def test_words_have_the_same_gaps_in_every_language(page, language):
    own, other = texts(page, OWN), texts(page, language)
    both = own.keys() & other.keys()
    assert {key: gaps(other[key]) for key in both} == {key: gaps(own[key]) for key in both}


@pytest.mark.parametrize("page", PAGES)
def test_no_word_is_left_in_english(page):
    found = {key: left(text) for key, text in texts(page, "ja").items()}
    assert {key: words for key, words in found.items() if words} == {}


@pytest.mark.parametrize("language", OTHERS)
def test_no_page_is_there_in_one_language_only(language):
    assert sorted(file.stem for file in (WORDS / language).glob("*.toml")) == PAGES


def test_a_word_left_in_english_is_noticed():
    assert left("{count}件のCSVを<b>Save</b>する。AI") == ["Save"]
    assert gaps("{b} {a} {a}") == ["a", "b"]
