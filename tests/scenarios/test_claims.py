"""The register of claims: all sixty, marked as what they are, and the tensions between them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scenarios.claims import INFERRED, MARKS, NORMATIVE, STATED
from scenarios.load import Shelf, catalogue, check, library, load
from tests.scenarios.small import SCENARIO, Raw, put, shared

FACTS = Path(__file__).parents[3] / "shared" / "reference" / "factbase.md"
BASIS = {"T": "stated", "T/I": "stated in part", "I": "inferred"}
SHORT = {
    "IINA": "IINA-2022",
    "CSIS": "CSIS-2021",
    "IMEMO": "IMEMO-2023",
    "CARN": "CARN",
    "A2M": "A2M-2018",
}


@pytest.fixture(scope="module")
def facts() -> dict[str, tuple[str, str, str]]:
    """Return tag, basis and text of every claim of the fact base."""
    if not FACTS.exists():
        pytest.skip(f"{FACTS} is not there")
    text = FACTS.read_text("utf-8")
    found = re.findall(r"^- \*\*(H\d+) \((\w), ([TI/]+)\) (.*)$", text, re.MULTILINE)
    return {name: (tag, basis, line) for name, tag, basis, line in found}


def test_all_sixty_are_there_in_order():
    assert list(library().claims) == [f"H{n}" for n in range(1, 61)]


def test_titles_and_statements_are_short_and_said_once():
    claims = library().claims.values()
    assert max(len(claim.title) for claim in claims) <= 70
    assert max(len(claim.statement) for claim in claims) <= 240
    for key in ("title", "statement"):
        assert len({getattr(claim, key) for claim in claims}) == len(claims)


def test_what_is_not_wholly_stated_says_what_is_ours():
    for name, claim in library().claims.items():
        assert claim.mark in MARKS
        assert claim.mark == STATED or claim.nuance, name
    assert {name for name, claim in library().claims.items() if claim.mark == INFERRED} == {
        "H54",
        "H60",
    }


def test_what_the_documents_call_for_is_normative():
    asked = {name for name, claim in library().claims.items() if claim.kind == NORMATIVE}
    assert asked >= {"H8", "H20", "H24", "H49", "H50"}
    assert library().claims["H1"].kind == "built in"
    assert library().claims["H3"].kind == "emergent"


def test_every_claim_of_a_scenario_is_in_the_register():
    for name in catalogue():
        assert set(load(name).sheet.claims) <= set(library().claims)


def test_tensions_join_claims_and_ask_something():
    tensions = library().tensions
    assert len(tensions) == 9
    for each in tensions:
        assert len(each.claims) >= 2
        assert each.question.endswith("?")


def test_tags_marks_and_paragraphs_are_those_of_the_fact_base(facts: dict[str, Any]):
    assert facts.keys() == library().claims.keys()
    for name, claim in library().claims.items():
        tag, basis, line = facts[name]
        assert (claim.tag, claim.mark) == (tag, BASIS[basis]), name
        cited = {(each.source, at) for each in claim.sources for at in each.at or ()}
        assert set(paragraphs(line.split("Vary:")[0])) <= cited, name


def paragraphs(text: str) -> Iterator[tuple[str, int]]:
    """Yield the paragraphs that a line such as "IINA ¶29-31, ¶33; CSIS ¶8" cites."""
    source = ""
    for short, first, last in re.findall(rf"({'|'.join(SHORT)})|¶(\d+)(?:-(\d+))?", text):
        source = SHORT[short] if short else source
        if first:
            yield from ((source, at) for at in range(int(first), int(last or first) + 1))


WRONG = [
    (("claim", "H1", "mark"), "certain", "claim.H1.mark", "one of stated"),
    (("claim", "H1", "mark"), "inferred", "claim.H1.nuance", 'mark = "inferred"'),
    (("claim", "H1", "mark"), "stated in part", "claim.H1.nuance", "what is ours"),
    (("claim", "H1", "effect"), "normative", "claim.H1.effect", "one of 'built in', emergent"),
    (("claim", "H1", "normative"), "yes", "claim.H1.normative", "boolean"),
    (("claim", "H1", "tag"), "D", "claim.H1.tag", "one of A, B, C"),
    (("claim", "H1", "sources"), [], "claim.H1.sources", "at least 1"),
    (("claim", "H1", "sources"), [{"source": "book"}], "claim.H1.sources[0].source", "DOC"),
    (("claim", "H1", "sources"), [{"source": "DOC"}], "claim.H1.sources[0].at", "paragraphs"),
    (("claim", "H1", "sources"), [{"source": "DOC", "at": [11]}], "claim.H1.sources[0].at", "1 to"),
    (("claim", "H1", "nuanse"), "A", "claim.H1.nuanse", "did you mean 'nuance'"),
    (("claim", "first"), {}, "claim.first", "an H and a number"),
    (("claims",), {}, "claims", "did you mean 'claim'"),
    (("tension", 0, "claims"), ["H1", "H3"], "tension[0].claims[1]", "one of H1, H2"),
    (("tension", 0, "claims"), ["H1", "H1"], "tension[0].claims[1]", "only once"),
    (("tension", 0, "claims"), ["H1"], "tension[0].claims", "two claims"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "value", "key", "said"), WRONG)
def test_what_is_wrong_is_said(
    tmp_path: Path, place: tuple[Any, ...], value: Any, key: str, said: str
):
    raw = shared()
    table: Any = raw["claims"]
    for part in place[:-1]:
        table = table[part]
    table[place[-1]] = value
    put(tmp_path, raw, small=SCENARIO)
    problems = check(tmp_path / "claims.toml", Shelf(tmp_path))
    assert any(each.key == key and said in str(each) for each in problems), problems


def test_a_tension_is_named_once(tmp_path: Path):
    raw: dict[str, Raw] = shared()
    raw["claims"]["tension"] *= 2
    put(tmp_path, raw, small=SCENARIO)
    (problem,) = check(tmp_path / "claims.toml", Shelf(tmp_path))
    assert problem.key == "tension[1].id"
