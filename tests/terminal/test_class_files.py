"""``communique rehearse`` and ``communique class replay``."""

import json
import zipfile
from pathlib import Path

import pytest

from classroom.export.archive import archive
from classroom.house import House
from classroom.plan import plans
from classroom.rehearse import nowhere
from classroom.store import Store, in_folder
from terminal.class_replaying import counted
from tests.terminal.commands import call


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    folder = tmp_path_factory.mktemp("class")
    out, data = folder / "class.zip", folder / "classes"
    result = call(
        *("rehearse", "economic-50", "--students", "5", "--runs", "2"),
        *("--out", out, "--data", data),
    )
    assert result.exit_code == 0, result.stderr
    return out, data, result.stdout


def test_a_rehearsal_tells_how_its_tables_ended(made):
    assert "5 students at 1 table," in made[2]
    assert "How the tables ended" in made[2]
    assert f"Export: {made[0]}" in made[2].replace("\n", "")


def test_its_people_sit_at_as_many_tables_as_are_asked_for():
    asked = ("rehearse", "economic-50", "--students", "5", "--tables", "2", "--runs", "0")
    told = json.loads(call(*asked, "--json").stdout)
    assert (told["students"], told["tables"]) == (5, 2)


def test_one_is_told_as_one():
    counts = [counted(1, "student"), counted(0, "game"), counted(1200, "line")]
    assert counts == ["1 student", "0 games", "1,200 lines"]


def test_its_export_is_played_again(made):
    result = call("class", "replay", made[0])
    assert result.exit_code == 0, result.stderr
    assert "every state is as in its log, every move" in result.stdout.replace("\n", "")
    assert "9 sheets made again from the class's log" in result.stdout
    told = json.loads(call("class", "replay", made[0], "--table", "1", "--json").stdout)
    assert {each["table"] for each in told["games"]} == {1}
    assert told["sheets"] == []  # they are of all tables
    assert call("class", "replay", made[0], "--table", "9").exit_code == 2


def test_one_of_its_games_is_told_with_the_scenario_in_the_zip(made, tmp_path: Path):
    with zipfile.ZipFile(made[0]) as opened:
        opened.extractall(tmp_path)
    game = tmp_path / "games" / "round-1" / "table-01.jsonl"
    for where in (made[0], tmp_path / "scenarios"):
        result = call("replay", game, "--scenario", where, "--story", "none")
        assert result.exit_code == 0, result.stderr
        assert "every state is as in the log" in result.stdout
    result = call("replay", game, "--scenario", tmp_path / "games")
    assert result.exit_code == 2
    assert "no such file" in result.stderr
    result = call("replay", made[0])
    assert result.exit_code == 2
    assert "communique class replay" in result.stderr.replace("\n", " ")


def test_it_is_among_the_classes_that_are_served(made):
    store = Store(in_folder(made[1]))
    rooms = list(House(store).rooms.values())
    assert [each.state.at.kind for each in rooms] == ["debrief"]
    assert f"/teach/c/{rooms[0].state.teacher}" in made[2].replace("\n", "")
    assert len(rooms[0].state.code) == 6
    store.close()


def test_an_export_of_a_class_that_has_not_played_is_checked(tmp_path: Path):
    file = tmp_path / "class.zip"
    file.write_bytes(archive([nowhere(plans()["economic-50"], 1)]))
    result = call("class", "replay", file)
    assert result.exit_code == 0, result.stderr
    assert "No game was played." in result.stdout
    assert "sheets made again" in result.stdout
    assert json.loads(call("class", "replay", file, "--json").stdout)["games"] == []
    result = call("class", "replay", file, "--table", "1")
    assert result.exit_code == 2
    assert "no game was played" in result.stderr.replace("\n", " ")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("rehearse", "economic"), "did you mean"),
        (("rehearse", "economic-50", "--students", "0"), "--students"),
        (("rehearse", "economic-50", "--out", "."), "cannot write"),
        (("class", "replay", "nowhere.zip"), "cannot read"),
        (("class", "replay", "README.md"), "no ZIP"),
        (("class",), ""),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(words: tuple[str, ...], told: str):
    result = call(*words)
    assert result.exit_code != 0
    assert "Traceback" not in result.stderr
    assert told in result.stderr.replace("\n", " ")
