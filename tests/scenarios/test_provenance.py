"""Every citation leads to a paragraph that exists, every figure has a basis, no text is copied."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import scenarios
from scenarios.arrange import arrange
from scenarios.compare import with_arm
from scenarios.figures import NEEDS
from scenarios.load import catalogue, library, load
from tests.scenarios.citations import baseless, cited, files, runs, texts, unresolved

FOLDER = Path(scenarios.__path__[0])
HOUSE = FOLDER.parent
SHARED = HOUSE.parent / "shared"
FACTS = SHARED / "reference" / "factbase.md"
LONGEST_RUN = 11
"""Words in a row that a text of ours may share with a document."""
BIBLIOGRAPHIC = ("title", "author", "institution", "date")


def wrong_citations(folder: Path) -> list[str]:
    """Return the citations of a folder that lead nowhere."""
    found = files(folder)
    paragraphs = {key: each.get("paragraphs", 0) for key, each in found["sources.toml"].items()}
    keys = tuple(paragraphs)
    every = [each for name, raw in found.items() for each in cited(name, raw, keys)]
    assert len(every) > 50
    return [
        f"{each.where}: {each.source} {each.at}" for each in every if unresolved(each, paragraphs)
    ]


def without_basis(folder: Path) -> list[str]:
    """Return the numbers and figures of a folder that nothing explains."""
    return [each for name, raw in files(folder).items() for each in baseless(name, raw)]


def copied(folder: Path, documents: str) -> list[str]:
    """Return the texts of a folder that share a long run of words with the documents."""
    theirs = set(runs(documents, LONGEST_RUN + 1))
    return [
        f"{name}: {'.'.join(map(str, key))}: {' '.join(run)}"
        for name, raw in files(folder).items()
        for key, text in texts(raw)
        if not (name == "sources.toml" and key[-1] in BIBLIOGRAPHIC)
        for run in runs(text, LONGEST_RUN + 1)
        if run in theirs
    ]


def test_every_citation_leads_to_a_paragraph():
    assert wrong_citations(FOLDER) == []


def test_every_number_is_a_figure_with_a_basis():
    assert without_basis(FOLDER) == []


def settings() -> Iterator[tuple[str, str | None, str | None]]:
    """Yield every scenario under every arm, and under every set of forums."""
    for name in catalogue():
        yield name, None, None
        yield from ((name, arm.id, None) for arm in load(name).sheet.arm)
    yield from (("economic-2-plus-2", None, each) for each in library().configurations)


@pytest.mark.parametrize(("name", "arm", "forum"), list(settings()))
def test_no_path_of_a_run_is_unexplained(name: str, arm: str | None, forum: str | None):
    scenario = load(name)
    ledger = arrange(scenario, *with_arm(scenario, arm, forum, ())).ledger
    paragraphs = scenario.library.names.sources
    for path, entry in ledger.items():
        figure = entry.figure
        assert all(getattr(figure, key) is not None for key in NEEDS[figure.basis]), path
        assert figure.why or figure.source, path
        if figure.source and paragraphs[figure.source]:
            assert all(1 <= at <= paragraphs[figure.source] for at in figure.at), path


def test_sources_that_the_rules_name_are_in_the_register():
    known = library().names.sources
    documents = {key: count for key, count in known.items() if count}
    named = re.compile(r"\b([a-z]{3,}(?:19|20)\d\d)\b")
    places = re.compile(rf"({'|'.join(documents)}) (\d+(?:(?:, | and |-)\d+)*)")
    for folder in ("sim/rules", "sim/play", "sim/solve", "agents", "scenarios"):
        for path in (HOUSE / folder).rglob("*.py"):
            text = path.read_text("utf-8")
            assert set(named.findall(text)) <= known.keys(), path
            for source, numbers in places.findall(text):
                assert max(map(int, re.findall(r"\d+", numbers))) <= documents[source], path


# ---------------------------------------------------------------- beside the documents themselves


@pytest.fixture(scope="module")
def documents() -> dict[str, str]:
    """Return the text of each document by its key."""
    if not (SHARED / "seeds").is_dir() or not FACTS.exists():
        pytest.skip(f"the documents are not in {SHARED}")
    table = re.findall(r"^\| `([\w-]+)` \| `(\w+\.txt)` \|", FACTS.read_text("utf-8"), re.MULTILINE)
    return {key: (SHARED / "seeds" / name).read_text("utf-8") for key, name in table}


def test_the_documents_have_as_many_paragraphs_as_we_say(documents: dict[str, str]):
    stated = {key: each.paragraphs for key, each in library().sources.items() if each.paragraphs}
    counted = {
        key: len([line for line in text.splitlines() if line.strip()])
        for key, text in documents.items()
    }
    assert stated == counted


def test_the_index_of_paragraphs_has_every_place_that_is_cited(documents: dict[str, str]):
    index = FACTS.read_text("utf-8").split("## Appendix A")[1].split("## Appendix B")[0]
    places: dict[str, set[int]] = {}
    for part in re.split(r"^\*\*", index, flags=re.MULTILINE)[1:]:
        places[part.split("**")[0]] = {int(n) for n in re.findall(r"^- ¶(\d+) ", part, re.M)}
    assert places.keys() == documents.keys()
    keys = tuple(library().sources)
    for name, raw in files(FOLDER).items():
        for each in cited(name, raw, keys):
            if each.source in places:
                assert set(each.at) <= places[each.source], each


def test_no_text_of_ours_copies_a_document(documents: dict[str, str]):
    assert copied(FOLDER, "\n".join(documents.values())) == []


# ---------------------------------------------------------------- each test can fail

BROKEN = [
    ("claims.toml", "at = [45] }", "at = [58] }", wrong_citations, "IINA-2022 (58,)"),
    ("claims.toml", "at = [45] }", "at = [0] }", wrong_citations, "IINA-2022 (0,)"),
    ("claims.toml", 'source = "CARN", at', 'source = "CARM", at', wrong_citations, "CARM"),
    ("claims.toml", "(paragraph 20)", "(paragraph 220)", wrong_citations, "(220,)"),
    ("two-tracks.toml", 'source = "CSIS-2021", at', 'source = "CSIS-2021", an', wrong_citations,
     "CSIS-2021 ()"),
    ("economic-2-plus-2.toml", "IINA-2022, paragraph 33", "IINA-2022, paragraphs 33 and 63",
     wrong_citations, "(33, 63)"),
    ("world.toml", 'basis = "assumed", ', "", without_basis, "a figure without basis"),
    ("world.toml", 'why = "Taken as for the United States.", ', "", without_basis,
     "a figure without basis"),
    ("items.toml", "[I01]", "[I01]\nweight = 0.5", without_basis, "I01.weight: a number"),
    ("two-tracks.toml", "format = 1", "format = 1\nweights = [1, 2]", without_basis, "weights"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "find", "said"), BROKEN)
def test_what_is_broken_is_found(tmp_path: Path, file: str, old: str, new: str, find, said: str):
    for name in {file, "sources.toml", "claims.toml"}:
        shutil.copy(FOLDER / name, tmp_path)
    text = (tmp_path / file).read_text("utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new, 1), "utf-8")
    found = find(tmp_path)
    assert any(file in each and said in each for each in found)


def test_a_copied_sentence_is_found(tmp_path: Path):
    sentence = "One two three four five six, seven; eight “nine” ten Eleven twelve."
    (tmp_path / "own.toml").write_text(
        'title = "So: one two three four five six seven eight nine ten eleven twelve"\n'
    )
    (found,) = copied(tmp_path, sentence)
    assert found.startswith("own.toml: title: one two")
    assert copied(tmp_path, sentence.replace("twelve", "dozen")) == []
