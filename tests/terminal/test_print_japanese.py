"""Paper in Japanese, with letters that a reader brings or that are put into the file."""

import re
from pathlib import Path

import pytest

from scenarios.arrange import arrange
from scenarios.load import load
from sim.play.brief import brief
from terminal.letters import embed
from terminal.printing import print_briefs, taking_part
from terminal.refusal import RefusalError
from tests.terminal.commands import HOUSE, communique

pypdf = pytest.importorskip("pypdf", reason="reads what was printed")
reportlab = pytest.importorskip("reportlab", reason="needs the extra print")

LATIN = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


def texts(file: Path) -> list[str]:
    return ["".join(page.extract_text().split()) for page in pypdf.PdfReader(file).pages]


def fonts(file: Path) -> dict[str, bool]:
    """Return the fonts of the first page, and whether their letters are in the file."""
    found = {}
    for each in pypdf.PdfReader(file).pages[0]["/Resources"]["/Font"].values():
        inner = each.get_object().get("/DescendantFonts", [each])[0].get_object()
        described = inner.get("/FontDescriptor", each.get_object().get("/FontDescriptor"))
        kept = described is not None and "/FontFile2" in described.get_object()
        found[each.get_object()["/BaseFont"]] = kept
    return found


def test_the_briefs_are_told_in_japanese_with_every_line(tmp_path: Path):
    done = communique(tmp_path, "print", "economic-2-plus-2", "--language", "ja", "--out", "b.pdf")
    assert done.returncode == 0, done.stderr
    world = arrange(load("economic-2-plus-2", "ja"))
    found = texts(tmp_path / "b.pdf")
    for page, (seat, forum) in zip(found, taking_part(world), strict=True):
        for heading, lines in brief(world, seat, forum).parts:
            assert heading in page
            for line in lines:
                assert "".join(line.text.split()) in page
    reader = pypdf.PdfReader(tmp_path / "b.pdf")
    assert reader.metadata.title.endswith("訓令")
    assert reader.trailer["/Root"]["/Lang"] == "ja"
    # pages in one language only: no English sentence has slipped through
    assert not [word for page in found for word in re.findall(r"[A-Za-z]{8,}", page)]


def test_cards_and_agenda_are_told_in_japanese(tmp_path: Path):
    done = communique(
        tmp_path, "print", "two-tracks", "--cards", "--language", "ja", "--out", "c.pdf"
    )
    assert done.returncode == 0, done.stderr
    found = texts(tmp_path / "c.pdf")
    assert found[0].count("商務省") == 2  # read from both sides, and not twice on one
    assert "各側が単独で行う" in found[-1]


def font_with(letters: set[str], file: Path) -> None:
    """Write a TrueType font whose letters are all empty."""
    builder = pytest.importorskip("fontTools.fontBuilder", reason="makes a font")
    pens = pytest.importorskip("fontTools.pens.ttGlyphPen")
    names = {letter: f"u{ord(letter):04X}" for letter in sorted(letters)}
    every = [".notdef", *names.values()]
    made = builder.FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder(every)
    made.setupCharacterMap({ord(letter): name for letter, name in names.items()})
    made.setupGlyf({name: pens.TTGlyphPen(None).glyph() for name in every})
    made.setupHorizontalMetrics(dict.fromkeys(every, (1000, 0)))
    made.setupHorizontalHeader(ascent=880, descent=-120)
    made.setupNameTable({"familyName": "Handmade", "styleName": "Regular", "psName": "Handmade"})
    made.setupOS2()
    made.setupPost()
    made.save(file)


def test_the_letters_of_a_font_that_one_brings_are_put_into_the_file(tmp_path: Path):
    world = arrange(load("two-tracks", "ja"))
    print_briefs(world, "jp-meti", tmp_path / "readers.pdf")
    letters = {letter for page in texts(tmp_path / "readers.pdf") for letter in page}
    font_with(letters | {"国", "あ"}, tmp_path / "own.ttf")
    asked = ("two-tracks", "--seat", "jp-meti", "--language", "ja", "--out", "e.pdf")
    done = communique(tmp_path, "print", *asked, "--font", "own.ttf")
    assert done.returncode == 0, done.stderr
    own = [kept for name, kept in fonts(tmp_path / "e.pdf").items() if "Handmade" in name]
    assert own
    assert all(own)
    assert not any(fonts(tmp_path / "readers.pdf").values())


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["two-tracks", "--language", "fr"], "--language: found 'fr'; allowed: one of en, ja"),
        (["two-tracks", "--language", "ja", "--font", "x.ttf"], "cannot read 'x.ttf': No such"),
        (
            ["two-tracks", "--language", "ja", "--font", "own.toml"],
            "'own.toml' is no TrueType font",
        ),
        (["two-tracks", "--font", "short.ttf"], "--font: 'short.ttf' is damaged"),
        (["two-tracks", "--font", "latin.ttf"], "'latin.ttf' has no Japanese letters"),
        (["own.toml", "--language", "ja"], "'own.toml' is told in English only"),
    ],
)
def test_what_cannot_be_told_is_said_in_a_line(tmp_path: Path, arguments, complaint: str):
    latin = LATIN.read_bytes()
    (tmp_path / "latin.ttf").write_bytes(latin)
    (tmp_path / "short.ttf").write_bytes(latin[:3000])
    text = (HOUSE / "scenarios/two-tracks.toml").read_text("utf-8")
    (tmp_path / "own.toml").write_text(text.replace('id = "two-tracks"', 'id = "own"'), "utf-8")
    done = communique(tmp_path, "print", *arguments, "--out", "x.pdf")
    assert done.returncode == 2
    assert complaint in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "x.pdf").exists()


def test_a_font_is_refused_wherever_it_was_cut_short_or_spoilt(tmp_path: Path):
    latin, file = LATIN.read_bytes(), tmp_path / "f.ttf"
    for cut in (*range(0, len(latin), 2500), len(latin) - 40):
        file.write_bytes(latin[:cut])
        with pytest.raises(RefusalError, match=r"is damaged|is no TrueType font"):
            embed(file)
    for at in range(0, len(latin), 2500):
        file.write_bytes(latin[:at] + b"\xff" * 400 + latin[at + 400 :])
        with pytest.raises(RefusalError, match=r"is damaged|is no TrueType|no Japanese"):
            embed(file)
