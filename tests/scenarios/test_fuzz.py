"""Whatever a file holds, the answer is problems or a scenario: never anything else."""

import copy
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.arrange import arrange
from scenarios.load import Shelf, check, read
from scenarios.paths import parse
from scenarios.problems import Problem, ScenarioError
from tests.scenarios.small import SCENARIO, put, shared, toml

MANY = settings(max_examples=150)
TABLES = tomllib.loads(SCENARIO)
WORDS = sorted({*SCENARIO.replace('"', " ").split(), "all", "off", "../x", "\\u0000", "[key]"})
LEAVES = st.one_of(
    st.sampled_from(WORDS),
    st.integers(),
    st.integers(-1, 12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(WORDS), inner),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


def answer(path: Path, shelf: Shelf) -> None:
    """Ask for the problems of a file, and run it where it has none."""
    problems = check(path, shelf)
    for problem in problems:
        assert isinstance(problem, Problem)
        assert str(problem).isprintable()
        assert len(str(problem)) < 5000
    if problems:
        with pytest.raises(ScenarioError):
            read(path, shelf)
    else:
        scenario = read(path, shelf)
        for configuration in scenario.configurations:
            arrange(scenario, configuration)


@MANY
@given(data=st.binary(max_size=300))
def test_bytes(shelf: Shelf, place: Path, data: bytes):
    path = place / "small.toml"
    path.write_bytes(data)
    answer(path, shelf)


@MANY
@given(start=st.integers(0, len(SCENARIO)), length=st.integers(0, 40), new=st.text(max_size=12))
def test_a_scenario_with_a_piece_replaced(
    shelf: Shelf, place: Path, start: int, length: int, new: str
):
    path = place / "small.toml"
    text = SCENARIO[:start] + new + SCENARIO[start + length :]
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    answer(path, shelf)


def holders(value: Any) -> list[Any]:
    """Return every table and list within a value, itself first."""
    inner = value.values() if isinstance(value, dict) else value
    below = [each for each in inner if isinstance(each, dict | list)]
    return [value, *(each for one in below for each in holders(one))]


def mutate(data: st.DataObject, tables: dict[str, Any]) -> dict[str, Any]:
    """Return tables with one to three of their values replaced, removed, doubled or added."""
    tables = copy.deepcopy(tables)
    for _ in range(data.draw(st.integers(1, 3))):
        holder = data.draw(st.sampled_from(holders(tables)))
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        act = data.draw(st.sampled_from(["replace", "remove", "add"]))
        if act == "add" or not keys:
            if isinstance(holder, dict):
                holder[data.draw(st.sampled_from(WORDS))] = data.draw(VALUES)
            else:
                holder.append(data.draw(st.sampled_from(holder)) if holder else data.draw(VALUES))
        elif act == "remove":
            del holder[data.draw(st.sampled_from(keys))]
        else:
            holder[data.draw(st.sampled_from(keys))] = data.draw(VALUES)
    return tables


def as_text(tables: dict[str, Any]) -> str:
    """Return tables as a TOML file; dates, which JSON has not, as they were."""
    plain = copy.deepcopy(tables)
    if "start" in plain and not isinstance(plain["start"], str | int | float | list | dict):
        plain["start"] = "DATE"
    lines = "".join(f"{toml(key)} = {toml(value)}\n" for key, value in plain.items())
    return lines.replace('"DATE"', "2022-01-01")


@MANY
@given(data=st.data())
def test_a_scenario_with_values_replaced(shelf: Shelf, place: Path, data: st.DataObject):
    path = place / "small.toml"
    path.write_text(as_text(mutate(data, TABLES)), "utf-8")
    answer(path, shelf)


@settings(max_examples=60)
@given(data=st.data())
def test_shared_files_with_values_replaced(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
):
    folder = tmp_path_factory.mktemp("shared")
    raw = shared()
    name = data.draw(st.sampled_from(sorted(raw)))
    raw[name] = mutate(data, raw[name])
    put(folder, raw, small=SCENARIO)
    answer_of_shelf(Shelf(folder), folder, name)


def answer_of_shelf(shelf: Shelf, folder: Path, name: str) -> None:
    """Ask for the problems of a shared file, and run a scenario on it where it has none."""
    problems = check(folder / f"{name}.toml", shelf)
    assert all(str(problem).isprintable() for problem in problems)
    with suppress(ScenarioError):
        scenario = shelf.load("small")
        assert not problems
        for configuration in scenario.configurations:
            arrange(scenario, configuration)


@MANY
@given(text=st.text(max_size=40) | st.sampled_from(WORDS))
def test_changes(shelf: Shelf, text: str):
    with pytest.raises(ScenarioError) as caught:
        arrange(shelf.load("small"), None, [parse(text)])
    assert all(str(problem).isprintable() for problem in caught.value.problems)
