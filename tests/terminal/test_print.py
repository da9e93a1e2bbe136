"""Briefs and cards on paper: what a seat may know, nothing of another's, the same every time."""

from pathlib import Path

import pytest

from scenarios.arrange import arrange
from scenarios.load import catalogue, load
from scenarios.tongue import LANGUAGES
from sim.play.brief import brief
from terminal.printing import print_briefs, print_cards, taking_part
from tests.terminal.commands import communique

pypdf = pytest.importorskip("pypdf", reason="reads what was printed")
pytest.importorskip("reportlab", reason="needs the extra print")


def pages(file: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(file).pages]


def test_a_sheet_for_everybody_who_takes_part_with_all_of_the_brief(tmp_path: Path):
    world = arrange(load("economic-2-plus-2"))
    print_briefs(world, None, tmp_path / "b.pdf")
    found = pages(tmp_path / "b.pdf")
    chosen = list(taking_part(world))
    assert len(found) == len(chosen) == 12
    for page, (seat, forum) in zip(found, chosen, strict=True):
        told = brief(world, seat, forum)
        for _, lines in told.parts:
            for line in lines:
                assert " ".join(line.text.split()) in page


def test_a_red_line_is_marked_only_on_the_seats_own_sheet(tmp_path: Path):
    world = arrange(load("economic-2-plus-2"))
    print_briefs(world, "jp-meti", tmp_path / "meti.pdf")
    print_briefs(world, "us-state", tmp_path / "state.pdf")
    assert "×" in pages(tmp_path / "meti.pdf")[0]
    assert "×" not in pages(tmp_path / "state.pdf")[0]


def test_what_a_sheet_is_about_is_bold_and_the_rest_is_not(tmp_path: Path):
    print_briefs(arrange(load("economic-2-plus-2")), "jp-meti", tmp_path / "b.pdf")
    letters = {"/Helvetica": 0, "/Helvetica-Bold": 0}

    def count(text, _matrix, _place, font, _size):
        if font and text.strip():
            letters[font["/BaseFont"]] += len(text)

    pypdf.PdfReader(tmp_path / "b.pdf").pages[0].extract_text(visitor_text=count)
    assert 0 < letters["/Helvetica-Bold"] < letters["/Helvetica"] / 2


def test_a_card_for_each_principal_and_an_agenda_for_each_forum(tmp_path: Path):
    world = arrange(load("two-tracks"))
    print_cards(world, tmp_path / "c.pdf")
    found = pages(tmp_path / "c.pdf")
    assert len(found) == 5 + 2  # Commerce and METI; the Trade Representative, METI and MOFA
    assert found[0].count("Commerce") >= 2  # read from both sides
    assert "Each side acts alone" in found[-1]


# Paper takes its time: most scenarios are for `make test-all`.
LATER = [pytest.param(name, marks=pytest.mark.slow) for name in catalogue()[3:]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*catalogue()[:3], *LATER])
def test_every_scenario_can_be_printed(tmp_path: Path, name: str, language: str):
    world = arrange(load(name, language))
    print_briefs(world, None, tmp_path / "b.pdf")
    print_cards(world, tmp_path / "c.pdf")
    assert len(pages(tmp_path / "b.pdf")) >= len(list(taking_part(world)))
    assert pages(tmp_path / "c.pdf")


def test_the_same_scenario_makes_the_same_bytes(tmp_path: Path):
    for name in ("a.pdf", "b.pdf"):
        print_briefs(arrange(load("two-tracks")), None, tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["two-tracks", "--seat", "us-stat", "--out", "x.pdf"], "us-stat"),
        (["two-tracks", "--out", "nowhere/x.pdf"], "cannot write"),
    ],
)
def test_what_cannot_be_printed_is_said_in_a_line(tmp_path: Path, arguments, complaint: str):
    done = communique(tmp_path, "print", *arguments)
    assert done.returncode == 2
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr
