import json
from pathlib import Path

import pytest

from tests.solve.formats.files import BASE_GAME, EMISSIONS
from tests.terminal.commands import call


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "emissions.csv"
    file.write_text(EMISSIONS, "utf-8")
    return file


def test_an_imported_domain_runs(tmp_path: Path):
    file = tmp_path / "harbour-park.toml"
    made = call("import", BASE_GAME, "--out", file)
    assert made.exit_code == 0
    assert "worth to" in made.stdout
    assert file.read_text("utf-8").startswith("# Made by communique import")
    run = call("run", file, "--json")
    assert run.exit_code == 0
    assert json.loads(run.stdout)


def test_tables_of_many_sides_are_not_cut(tmp_path: Path):
    file = tmp_path / "harbour-park.toml"
    call("import", BASE_GAME, "--out", file)
    told = call("run", file, "--story", "none").stdout
    assert "…" not in told
    assert "░" not in told  # no room for bars; what the numbers are is said below
    assert "the share that a side has carried out" in " ".join(told.split())


def test_a_file_that_is_there_is_left_alone(table: Path):
    file = table.with_name("mine.toml")
    file.write_text("mine")
    made = call("import", table, "--out", file)
    assert made.exit_code == 2
    assert "is there already" in made.stderr
    assert file.read_text() == "mine"


@pytest.mark.parametrize(
    ("path", "out", "said"),
    [
        ("nowhere", "a.toml", "nowhere"),
        ("emissions.csv", "a b.toml", "--out"),
        ("emissions.csv", "a.txt", "--out"),
        ("emissions.csv", "no/a.toml", "cannot write"),
    ],
)
def test_what_cannot_be_imported_is_one_line(table: Path, path: str, out: str, said: str):
    made = call("import", table.parent / path, "--out", table.parent / out)
    assert made.exit_code == 2
    assert said in made.stderr
    assert made.stderr.count("\n") == 1


def test_a_scenario_is_exported_once(tmp_path: Path):
    folder = tmp_path / "domain"
    made = call("export", "economic-2-plus-2", folder, "--to", "geniusweb")
    assert made.exit_code == 0
    assert len(made.stdout.splitlines()) == len(list(folder.iterdir())) == 6
    again = call("export", "economic-2-plus-2", folder, "--to", "geniusweb")
    assert again.exit_code == 2
    assert "nothing is overwritten" in again.stderr


def test_a_game_is_solved_with_the_count_of_its_own_rule():
    made = json.loads(call("solve", "--domain", BASE_GAME, "--json").stdout)
    assert (made["acceptable"], made["unanimous"], made["rational"]) == (55, 12, 12)
    told = call("solve", "--domain", BASE_GAME).stdout
    assert "55 to all but one at most" in " ".join(told.split())


@pytest.mark.parametrize(
    ("scenario", "target", "said"),
    [
        ("economic-2-plus-2", "genius", "did you mean 'geniusweb'"),
        ("two-tracks", "geniusweb", "--forum"),
        ("nothing", "geniusweb", "nothing"),
    ],
)
def test_what_cannot_be_exported_is_one_line(tmp_path: Path, scenario, target, said):
    made = call("export", scenario, tmp_path / "domain", "--to", target)
    assert made.exit_code == 2
    assert said in made.stderr
