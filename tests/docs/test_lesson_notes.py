"""There are notes on every scenario, in both languages, and they name what there is."""

import re
from pathlib import Path

import pytest

from scenarios.load import catalogue, library, load

TEACH = Path(__file__).parents[2] / "docs" / "teach"
FOLDERS = {"en": TEACH, "ja": TEACH / "ja"}
BOTH = [(name, language) for name in catalogue() for language in FOLDERS]
PLACE = re.compile(r"\(([A-Z][A-Z0-9-]+), paragraphs? (\d+)(?: and (\d+))?\)")
PLACE_JA = re.compile(r"\uff08([A-Z][A-Z0-9-]+)、第(\d+)(?:・(\d+))?段落\uff09")
READS = {"en": "What AI makes of it", "ja": "AIだけではどうなるか"}
TENSIONS = {"en": "The tension worth arguing about", "ja": "議論に値する緊張関係"}
CONTRASTS = {"en": "What to contrast", "ja": "何を比べるか"}


def notes(name: str, language: str) -> str:
    return (FOLDERS[language] / "scenarios" / f"{name}.md").read_text("utf-8")


def section(text: str, heading: str) -> str:
    return text.split(f"\n## {heading}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("language", FOLDERS)
def test_there_are_notes_on_every_scenario_and_a_list_of_them(language: str):
    pages = {path.stem for path in (FOLDERS[language] / "scenarios").glob("*.md")}
    listed = re.findall(r"^\| \[([^]]+)\]\(scenarios/([a-z0-9-]+)\.md\) \|",
                        (FOLDERS[language] / "scenarios.md").read_text("utf-8"), re.M)  # fmt: skip
    assert pages == set(catalogue())
    assert {name: title for title, name in listed} == {
        name: load(name, language).title for name in catalogue()
    }


@pytest.mark.parametrize(("name", "language"), BOTH)
def test_notes_have_the_title_and_question_of_their_scenario(name: str, language: str):
    text, sheet = notes(name, language), load(name, language).sheet
    assert text.startswith(f"# {sheet.title}\n")
    assert f"\n**{sheet.question}**\n" in text
    assert text.count("\n## ") == 6


@pytest.mark.parametrize(("name", "language"), BOTH)
def test_the_arms_they_name_exist(name: str, language: str):
    known = {arm.id for arm in load(name).sheet.arm}
    told = section(notes(name, language), CONTRASTS[language])
    named = set(re.findall(r"`([a-z0-9-]+)`", told))
    assert named
    assert named <= known


@pytest.mark.parametrize(("name", "language"), BOTH)
def test_the_tension_they_name_is_one_of_the_papers(name: str, language: str):
    told = section(notes(name, language), TENSIONS[language])
    known = {each.title for each in load("two-tracks", language).library.tensions}
    assert set(re.findall(r"\*\*(.*?)。?\*\*", told)) <= known


@pytest.mark.parametrize("name", catalogue())
def test_both_languages_name_the_same_paragraphs_and_they_exist(name: str):
    own, other = PLACE.findall(notes(name, "en")), PLACE_JA.findall(notes(name, "ja"))
    assert sorted(own) == sorted(other)
    assert own
    for source, *places in own:
        paragraphs = library().sources[source].paragraphs
        assert all(1 <= int(place) <= paragraphs for place in places if place)


@pytest.mark.parametrize(("name", "language"), BOTH)
def test_the_figures_they_read_are_those_of_their_table(name: str, language: str):
    told = section(notes(name, language), READS[language])
    table = "\n".join(re.findall(r"^\|.*$", told, re.M))
    prose = told.split("<!-- /runs -->")[1]
    cells = set(re.findall(r"\d+ %|\d\.\d\d", table))
    read = set(re.findall(r"\d+ %|\d\.\d\d", prose))
    assert read
    assert read <= cells


@pytest.mark.parametrize("language", FOLDERS)
def test_every_tension_is_told_with_its_claims(language: str):
    text = (FOLDERS[language] / "scenarios.md").read_text("utf-8")
    told = re.findall(r"^- \*\*.*$", text, re.M)
    titles = [re.findall(r"\*\*(.*?)。?\*\*", line)[0] for line in told]
    assert titles == [each.title for each in load("two-tracks", language).library.tensions]
    claims = [set(re.findall(r"\bH\d+\b", line.replace("、", " "))) for line in told]
    assert claims == [set(each.claims) for each in library().tensions]


@pytest.mark.parametrize(("name", "language"), BOTH)
def test_the_rows_of_their_table_have_the_titles_of_the_arms(name: str, language: str):
    titles = {arm.id: arm.title for arm in load(name, language).sheet.arm}
    rows = re.findall(r"^\| `([a-z0-9-]+)` (.*?) \|", notes(name, language), re.M)
    assert rows
    assert [title for arm, title in rows if not title.startswith(titles[arm])] == []
