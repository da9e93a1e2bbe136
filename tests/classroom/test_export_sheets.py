"""What an export holds: sheets, statements, and a page that names them all."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from classroom.export.again import opened_archive, replayed
from classroom.export.archive import archive
from classroom.export.sheet import cell
from classroom.room import Room
from tests.classroom.lessons import SHORT, found, lesson
from tests.classroom.people import human_moves


def rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode("utf-8-sig"))))


def taken_away(room: Room) -> dict[str, bytes]:
    """Return the files of a class as it stands."""
    data = zipfile.ZipFile(io.BytesIO(archive(room.whole_log)))
    return {name: data.read(name) for name in data.namelist()}


def test_sheets_say_who_did_what(files: dict[str, bytes]):
    state = lesson().state
    students = rows(files, "students")
    assert [each["student"] for each in students] == [f"s{n}" for n in range(1, 16)]
    decided = rows(files, "decisions")
    assert len(decided) == sum(
        len(sitting.decisions)
        for table in state.tables.values()
        for sitting in table.sittings.values()
    )
    for each in students:
        own = [row for row in decided if row["student"] == each["student"]]
        assert len(own) == int(each["decisions"])
    assert all(row["month"] and row["forum"] for row in decided)
    tables = rows(files, "tables")
    assert len(tables) == 8
    for each in tables:
        counts = [int(each[name]) for name in ("by_people", "by_ai", "by_default")]
        assert sum(counts) == int(each["decisions"])
    points = {(r.round, r.table, seat): p for r in found().results for seat, p in r.points.items()}
    for each in rows(files, "seats"):
        place = int(each["round"]), int(each["table"]), each["seat"]
        assert float(each["points"]) == pytest.approx(points[place])
    assert {each["what"] for each in rows(files, "voices")} == {"line", "signature", "takeaway"}
    answers = rows(files, "questionnaires")
    assert answers[0].keys() >= {"explain_before", "delivery_after"}
    assert next(each["item"] for each in rows(files, "learnt")) == "explain"
    assert all(not each["mark_model"] for each in rows(files, "rubric"))


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_what_begins_a_formula_is_made_harmless_in_full_width_too(begins: str):
    assert cell(f"{begins}1+1") == f"'{begins}1+1"


def test_what_looks_like_a_formula_runs_nowhere(hands):
    room = hands.make(SHORT, people=3)
    hands.join(room, "=HYPERLINK(1)")
    hands.teach(room, "roster", names=["+Absent", "P1"])
    hands.next(room)
    sheet = rows(taken_away(room), "students")
    assert [each["name"] for each in sheet] == ["P1", "P2", "P3", "'=HYPERLINK(1)", "'+Absent"]
    assert [each["on_roster"] for each in sheet] == ["yes", "no", "no", "no", "yes"]
    assert sheet[-1]["student"] == ""


@pytest.mark.parametrize("name", ["tables", "seats", "texts"])
def test_results_stand_by_round_table_and_forum(name: str, files: dict[str, bytes]):
    places = [(int(each["round"]), int(each["table"]), each["forum"]) for each in rows(files, name)]
    assert len(set(places)) == 8
    assert places == sorted(places)


def test_who_was_never_asked_about_a_brief_was_not_wrong(hands):
    room = hands.make(SHORT, people=3)
    hands.to(room, "brief")
    (check, *_) = room.checks(room.state.students["s1"])
    wrong = next(each for each in check.answers if each != check.right)
    assert hands.do(room, "s1", "check", item=check.id, answer=wrong).ok
    hands.to(room, "play", 1)
    hands.join(room, "Late")
    names = taken_away(room)
    for sheet in ("students", "rubric"):
        right = [each["checks_right_at_once"] for each in rows(names, sheet)]
        assert right == ["0", "", "", ""], sheet


def test_statements_are_text_and_html_and_escape_what_they_quote(files: dict[str, bytes]):
    page = files["statements.html"].decode()
    assert page.count("<h1>") == 8
    assert "<script" not in page
    assert "http" not in page
    text = files["statements/round-1/table-01.txt"].decode()
    assert text.startswith("Table 1, round 1\n")
    assert max(map(len, text.splitlines())) <= 80


def test_the_readme_names_every_file_and_column(files: dict[str, bytes]):
    told = files["README.txt"].decode()
    for name in files:
        top = name.split("/")[0]
        assert top in told, name
        if name.endswith(".csv"):
            for column in csv.reader(io.StringIO(files[name].decode("utf-8-sig"))).__next__():
                assert column in told, (name, column)


def test_a_class_can_be_exported_at_any_moment(hands, tmp_path: Path):
    room = hands.make(SHORT)
    for kind in ("lobby", "joined", "play"):
        if kind == "joined":
            hands.join(room, "Ann")
            hands.join(room, "Bo")
        if kind == "play":
            hands.to(room, "play", 1)
            human_moves(hands, room, 3)
        path = tmp_path / f"{kind}.zip"
        path.write_bytes(archive(list(room.store.read(room.state.cid))))
        games = list(replayed(opened_archive(path), workers=0))
        assert len(games) == len(room.state.tables) * (kind == "play")


def test_a_seat_is_told_of_whoever_was_moved_or_taken_out_of_it(hands):
    room = hands.make(SHORT, people=3)
    hands.to(room, "play", 1)
    human_moves(hands, room, 3)
    (first, *_) = (each for each in room.state.tables[1].now.decisions if each.sid)
    assert hands.teach(room, "drop_students", sids=[first.sid]).ok
    sheet = rows(taken_away(room), "students")
    (row,) = (each for each in sheet if each["student"] == first.sid)
    was = f"round 1: table 1, {first.seat} (decided, until moved or taken out)"
    assert (row["taken_out"], row["seats"]) == ("yes", was)
