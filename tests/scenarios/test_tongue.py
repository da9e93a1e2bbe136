"""Another language changes what is read and nothing that is played."""

import tomllib
from pathlib import Path
from string import Formatter

import pytest

from scenarios.arrange import arrange
from scenarios.load import catalogue, load, phrases
from scenarios.problems import ScenarioError
from scenarios.tongue import LANGUAGES, overlaid, texts

FOLDER = Path(__file__).parents[2] / "scenarios"
OTHERS = [language for language in LANGUAGES if language != "en"]


def raw(name):
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", catalogue())
def test_a_scenario_plays_the_same_in_every_language(name, language):
    own, other = load(name), load(name, language)
    assert arrange(own).digest == arrange(other).digest
    assert (own.language, other.language) == ("en", language)


def test_only_what_a_person_reads_is_a_text():
    paths = texts(raw("economic-2-plus-2"))
    assert {"title", "story.0", "arm.partner.why", "check.0.answers.1"} <= set(paths)
    assert not [path for path in paths if path.endswith(".id") or ".effects" in path]
    assert "constants.tension.why" not in texts(raw("world"))


def test_titles_of_the_literature_stay_as_they_are():
    paths = texts(raw("sources"))
    assert {"IINA-2022.one_line", "CARN.note", "X-1.title"} <= set(paths)
    assert not [path for path in paths if path.startswith("putnam1988") or path == "CARN.title"]


def test_a_path_that_leads_nowhere_is_named_with_the_nearest():
    with pytest.raises(ScenarioError, match=r"ja/x\.toml: story\.9: .*did you mean 'story\.\d'"):
        overlaid(raw("two-tracks"), {"story.9": "…"}, "ja/x.toml")


def test_an_unknown_language_is_refused():
    with pytest.raises(ScenarioError, match="allowed"):
        load("two-tracks", "tlh")


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda file: file.stem)
def test_every_text_is_told_in_every_language(file, language):
    place = FOLDER / language / file.name
    told = tomllib.loads(place.read_text("utf-8"))
    assert list(set(texts(raw(file.stem))) ^ set(told)) == []
    assert [path for path, text in told.items() if not text.strip()] == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_there_with_the_same_gaps(language):
    def flat(table, path=""):
        for key, value in table.items():
            if isinstance(value, dict):
                yield from flat(value, f"{path}{key}.")
            else:
                yield f"{path}{key}", value

    own, other = dict(flat(phrases())), dict(flat(phrases(language)))
    assert set(own) == set(other)
    for key, text in other.items():
        gaps = {gap for _, gap, _, _ in Formatter().parse(str(text)) if gap}
        known = {gap for _, gap, _, _ in Formatter().parse(str(own[key])) if gap}
        assert gaps <= known, key
