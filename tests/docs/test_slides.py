"""The decks: one page each, the same in both languages, with figures that the claims bear out."""

import json
import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
DOCS = HOUSE / "docs"
DECKS = sorted((DOCS / "teach" / "slides").glob("*.md"))
SHARE = re.compile(r"[(\uff08](H\d+)\.(\d+)[)\uff09] \| (\d+) % \| (\d+) % \|")

pytest.importorskip("markdown", reason="needs the extra docs")

from tools.slides import decks, language, slides  # noqa: E402


def source(name: str) -> str:
    return (DOCS / "teach" / "slides" / name).read_text("utf-8")


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.name)
def test_every_slide_has_a_heading_little_text_and_something_to_say(path: Path):
    for each in slides(path.read_text("utf-8")):
        shown = "\n".join(line for line in each.splitlines() if not line.startswith(">"))
        assert each.startswith("#"), each
        assert "\n> " in each, each
        assert len(shown.split()) <= 90, each


@pytest.mark.parametrize("name", ["before-play", "afterwards"])
def test_both_languages_have_the_same_slides(name: str):
    one, two = slides(source(f"{name}.md")), slides(source(f"{name}.ja.md"))
    assert len(one) == len(two)
    for here, there in zip(one, two, strict=True):
        assert re.findall(r"H\d+\.\d+|\d+ %|`\w+`", there) == re.findall(
            r"H\d+\.\d+|\d+ %|`\w+`", here
        )


def test_a_deck_is_one_page_that_asks_nothing_of_the_network():
    made = decks()
    assert len(made) == len(DECKS) == 4
    for address, page in made.items():
        assert f'<html lang="{language(Path(address).stem + ".md")}">' in page
        assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
        for picture in re.findall(r'<img [^>]*src="([^"]+)"', page):
            assert (DOCS / Path(address).parent / picture).resolve().exists()
        assert page.count("<section") == page.count('<aside class="say">')


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.name)
def test_its_shares_of_worlds_are_those_of_the_claims(path: Path):
    record = json.loads((DOCS / "claims.json").read_text("utf-8"))
    known = {}
    for each in record:
        for part in (each, *each.get("parts", ())):
            if "against" in part:
                known[each["id"], part["part"]] = part
    told = SHARE.findall(path.read_text("utf-8"))
    assert len(told) == (11 if path.name.startswith("afterwards") else 0)
    for claim, number, share, against in told:
        found = known[claim, int(number)]
        assert round(100 * found["share"]) == int(share)
        assert round(100 * found["against"]) == int(against)
