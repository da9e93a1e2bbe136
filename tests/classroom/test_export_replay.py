"""Every sheet of an export is made again from its log, and compared line by line."""

import csv
import hashlib
import io
import json
from pathlib import Path

import pytest

from classroom.export import sheets_again
from classroom.export.again import ArchiveError, opened_archive
from classroom.export.archive import archive
from classroom.export.sheets_again import checked_sheets
from classroom.export.sheets_compared import OLDER
from scenarios.pack import zipped
from tests.classroom.lessons import SHORT
from tests.classroom.people import human_moves


@pytest.fixture
def no_need_to_measure(files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure a class once for all that is changed in its sheets."""
    from tests.classroom.lessons import lesson, shop

    made = shop()
    monkeypatch.setattr(made, "papers", lesson().papers)
    monkeypatch.setattr(sheets_again, "measured_again", lambda archive, told: made)


def with_change(files: dict[str, bytes], name: str, data: bytes, path: Path) -> Path:
    """Write an archive with one file changed, as its manifest has it."""
    manifest = json.loads(files["manifest.json"])
    manifest["files"][name] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    path.write_bytes(zipped({**files, name: data, "manifest.json": json.dumps(manifest).encode()}))
    return path


def test_an_untouched_export_has_the_sheets_of_its_log(whole: bytes, tmp_path: Path):
    path = tmp_path / "class.zip"
    path.write_bytes(whole)
    done = []
    found = checked_sheets(opened_archive(path), lambda *so_far: done.append(so_far))
    assert len(found) == 9
    assert all(each.lines > 1 and not each.notes for each in found if each.file != "learnt.csv")
    assert done[-1][0] == done[-1][1]


SHEETS = {
    "students.csv": "decisions",
    "voices.csv": "text",
    "decisions.csv": "by",
    "tables.csv": "percentile_depth",
    "seats.csv": "ai_p50",
    "texts.csv": "level",
    "rubric.csv": "decisions",
    "questionnaires.csv": "",
}


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.usefixtures("no_need_to_measure")
def test_a_changed_line_is_named(name: str, files: dict[str, bytes], tmp_path: Path):
    lines = list(csv.reader(io.StringIO(files[name].decode("utf-8-sig"), newline="")))
    column = lines[0].index(SHEETS[name]) if SHEETS[name] else 1
    lines[2][column] = "77"
    changed = io.StringIO()
    csv.writer(changed).writerows(lines)
    path = with_change(files, name, changed.getvalue().encode(), tmp_path / "class.zip")
    why = rf"{name}, line 3: {lines[0][column]} is '77', by class"
    with pytest.raises(ArchiveError, match=why):
        checked_sheets(opened_archive(path))


@pytest.mark.usefixtures("no_need_to_measure")
def test_lines_that_were_taken_out_or_put_in_are_named(files: dict[str, bytes], tmp_path: Path):
    name, path = "tables.csv", tmp_path / "class.zip"
    lines = files[name].splitlines(keepends=True)
    checked_sheets(opened_archive(with_change(files, name, files[name], path)))
    with pytest.raises(ArchiveError, match=rf"tables.csv, line {len(lines)} is missing"):
        checked_sheets(opened_archive(with_change(files, name, b"".join(lines[:-1]), path)))
    more = b"".join([*lines, lines[-1]])
    with pytest.raises(ArchiveError, match=rf"line {len(lines) + 1} is not made by class.jsonl"):
        checked_sheets(opened_archive(with_change(files, name, more, path)))


@pytest.mark.usefixtures("no_need_to_measure")
def test_a_column_of_another_version_is_a_note(files: dict[str, bytes], tmp_path: Path):
    name = "voices.csv"
    lines = files[name].decode().split("\r\n")
    older = "\r\n".join(f"{line},old" if line else line for line in lines).encode()
    path = with_change(files, name, older, tmp_path / "class.zip")
    (note,) = [n for each in checked_sheets(opened_archive(path)) for n in each.notes]
    assert note == "voices.csv: this version has no column old"


def older(name: str, files: dict[str, bytes]) -> list[list[str]]:
    """Return a sheet as older versions wrote it: by configuration, and 0 where nobody was asked."""
    heads, *lines = csv.reader(io.StringIO(files[name].decode("utf-8-sig"), newline=""))
    if name == "rubric.csv":
        lines = [[*line[:2], line[2] or "0", *line[3:]] for line in lines]
    else:
        lines.sort(key=lambda line: (line[0], line[2], line[3], int(line[1])))
    return [heads, *lines]


def as_csv(lines: list[list[str]]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerows(lines)
    return ("\ufeff" + stream.getvalue()).encode()


@pytest.mark.parametrize("name", ["tables.csv", "seats.csv"])
@pytest.mark.usefixtures("no_need_to_measure")
def test_an_older_versions_order_is_told_in_a_sentence(
    name: str, files: dict[str, bytes], tmp_path: Path
):
    lines, path = older(name, files), tmp_path / "class.zip"
    given = with_change(files, name, as_csv(lines), path)
    assert files[name] != as_csv(lines)
    assert {n for each in checked_sheets(opened_archive(given)) for n in each.notes} == {OLDER}
    lines[-1][-1] = "77"
    given = with_change(files, name, as_csv(lines), path)
    with pytest.raises(ArchiveError, match=rf"{name}, line {len(lines)}: \w+ is '77'"):
        checked_sheets(opened_archive(given))


@pytest.mark.parametrize("data", [b"", b"[]", b'{"runs": [{}]}', b'{"runs": 3}', b"\xff"])
def test_a_debrief_that_cannot_be_read_is_told(
    data: bytes, files: dict[str, bytes], tmp_path: Path
):
    path = with_change(files, "debrief.json", data, tmp_path / "class.zip")
    with pytest.raises(ArchiveError, match=r"debrief\.json"):
        checked_sheets(opened_archive(path))


def test_an_export_in_the_middle_of_a_round_is_checked_as_far_as_it_was_measured(
    hands, tmp_path: Path
):
    room = hands.make(SHORT, people=5)
    hands.teach(room, "roster", names=["P1", "Absent"])
    hands.to(room, "play", 1)
    human_moves(hands, room, 6)
    path = tmp_path / "class.zip"
    path.write_bytes(archive(room.whole_log))
    assert len(checked_sheets(opened_archive(path))) == 9


def test_an_older_versions_noughts_are_told_in_a_sentence(hands, tmp_path: Path):
    room, path = hands.make(SHORT, people=3), tmp_path / "class.zip"
    hands.to(room, "brief")  # nobody answers
    path.write_bytes(archive(room.whole_log))
    files = dict(opened_archive(path).files)
    lines = older("rubric.csv", files)
    given = with_change(files, "rubric.csv", as_csv(lines), path)
    assert [n for each in checked_sheets(opened_archive(given)) for n in each.notes] == [OLDER]
    lines[1][2] = "1"
    given = with_change(files, "rubric.csv", as_csv(lines), path)
    with pytest.raises(ArchiveError, match=r"rubric\.csv, line 2: checks_right_at_once is '1'"):
        checked_sheets(opened_archive(given))
