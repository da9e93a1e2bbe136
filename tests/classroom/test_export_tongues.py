"""What an export says in the languages that its class spoke."""

import io
import re
import zipfile

from classroom.entry import Entry
from classroom.export.archive import archive, folded, sheets_of
from classroom.export.readme import FILES, MEASURES, PAGE
from classroom.said import tables
from tests.classroom.lessons import found, lesson

KANA = re.compile("[\u3040-\u30ff]")


def unzipped(data: bytes) -> dict[str, str]:
    inside = zipfile.ZipFile(io.BytesIO(data))
    return {name: inside.read(name).decode() for name in inside.namelist()}


def spoken_in() -> list[Entry]:
    """Return the lesson's log with somebody in it who chose Japanese."""
    *entries, last = lesson().entries
    spoke = Entry(last.n + 1, last.at, last.t, "spoke", {"sid": "s1", "language": "ja"})
    return [*entries, last, spoke]


def test_who_reads_japanese_finds_statements_and_columns_in_japanese():
    files = unzipped(archive(spoken_in(), found(), lesson().papers))
    plain = unzipped(archive(lesson().entries, found(), lesson().papers))
    assert not [name for name in plain if ".ja." in name]
    assert {name for name in files if ".ja." not in name} == set(plain)
    assert files["statements.html"] == plain["statements.html"]
    page = files["statements.ja.html"]
    assert "<html lang=ja>" in page
    assert page.count("<h1>") == plain["statements.html"].count("<h1>") == 8
    assert page.count("<li>") == plain["statements.html"].count("<li>")
    assert "No commitments" not in page
    assert "国内での説明" in page or "<li>" not in page
    assert KANA.search(files["statements/round-1/table-01.ja.txt"])
    assert "テーブルの番号" in files["README.ja.txt"]


def test_the_page_that_explains_the_sheets_is_whole_in_japanese():
    known = tables("ja")
    state = folded("export", lesson().entries)
    sheets = sheets_of(lesson().entries, state, found(), lesson().papers)
    columns = {column.means for each in sheets for column in each.columns}
    assert columns - set(known["column"]) == set()
    assert {each.about for each in sheets} - set(known["sheet"]) == set()
    assert {means for _, means in FILES} - set(known["file"]) == set()
    assert {means for _, means in MEASURES} - set(known["measure"]) == set()
    assert set(PAGE) == set(known["page"])
    for key, english in PAGE.items():
        gaps = re.findall(r"\{\w+\}", english)
        assert sorted(gaps) == sorted(re.findall(r"\{\w+\}", known["page"][key])), key
