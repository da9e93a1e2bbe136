"""Scenarios that bring their own library."""

from pathlib import Path

import pytest

from scenarios.load import check, read
from sim.solve.formats.read import read_domain
from sim.solve.formats.to_scenario import scenario_of
from tests.solve.formats.files import BASE_GAME


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "own.toml"
    made.write_text(scenario_of(read_domain(BASE_GAME), "own", "base").text, "utf-8")
    return made


def test_nothing_of_the_shared_world_is_there_but_constants_and_sources(file: Path):
    library = read(file).library
    assert set(library.forums) == set(library.configurations) == {"table"}
    assert "us-state" not in library.agencies
    assert "imported" in library.sources
    assert len(library.sources) > 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('side = "side-mayor"', 'side = "side-major"', "library.agencies.mayor.side"),
        ("[library.items.a]", "[library.item.a]", "library.item: "),
        ('side-mayor = ["mayor"]', 'side-mayor = ["union"]', "library.forum.table.seats"),
        ('forum = "table"', 'forum = "economic-2-plus-2"', "forum: found"),
        ('agenda = ["a"', 'agenda = ["I01"', "agenda[0]"),
        ("[library.sides.side-mayor]", "[library.sides.x_y]", "library.sides"),
    ],
)
def test_what_is_wrong_is_said_with_the_whole_key(file: Path, old: str, new: str, said: str):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    problems = check(file)
    assert any(said in str(each) for each in problems)
    assert all(str(each).startswith(str(file)) for each in problems)


def test_a_library_that_is_no_table_is_refused(file: Path):
    text = file.read_text("utf-8")
    file.write_text(text[: text.index("[library")].replace("format = 1", "format = 1\nlibrary = 3"))
    assert check(file) != []
