import tomllib
from pathlib import Path

import numpy as np
import pytest

from agents.bots import played_out
from scenarios.arrange import arrange
from scenarios.load import check, read
from scenarios.paths import parse
from scenarios.problems import ScenarioError
from scenarios.scenario import Scenario
from sim.play.game import new_game
from sim.rules.codes import STRATEGIES
from sim.solve.formats.read import read_domain
from sim.solve.formats.to_scenario import scenario_of
from sim.solve.of_world import of_world
from sim.solve.points import points
from tests.solve.formats.files import BASE_GAME, EMISSIONS, genius, geniusweb, profile


def imported(place: Path, folder: Path) -> Scenario:
    file = folder / "imported-one.toml"
    file.write_text(scenario_of(read_domain(place), "imported-one", place.name).text, "utf-8")
    assert check(file) == []
    return read(file)


@pytest.fixture
def places(tmp_path: Path) -> dict[str, Path]:
    for name in ("genius", "geniusweb"):
        (tmp_path / name).mkdir()
    table = tmp_path / "emissions.csv"
    table.write_text(EMISSIONS, "utf-8")
    return {
        "game": BASE_GAME,
        "genius": genius(tmp_path / "genius"),
        "geniusweb": geniusweb(tmp_path / "geniusweb", profile(), profile()),
        "table": table,
    }


def run(scenario: Scenario, strategy: str) -> None:
    world = arrange(scenario, None, [parse(f"strategy={strategy}")])
    *_, (_, game) = played_out(new_game(world, seed=1))
    assert game.over


@pytest.mark.parametrize("name", ["game", "genius", "geniusweb", "table"])
def test_what_is_imported_is_valid_and_runs_to_its_end(places, tmp_path: Path, name: str):
    run(imported(places[name], tmp_path), "linear")


@pytest.mark.slow
@pytest.mark.parametrize("strategy", STRATEGIES)
@pytest.mark.parametrize("name", ["game", "genius", "geniusweb", "table"])
def test_it_does_so_under_every_strategy(places, tmp_path: Path, name: str, strategy: str):
    run(imported(places[name], tmp_path), strategy)


@pytest.mark.parametrize("name", ["EnglandZimbabwe_ANAC2010", "GeniusWeb_Party", "Energy_ANAC2011"])
def test_the_reference_cases_can_be_imported(cases, tmp_path: Path, name: str):
    world = arrange(imported(cases / name, tmp_path))
    assert len(world.agencies) == 2


def test_parties_issues_and_values_are_the_domains(tmp_path: Path):
    domain = read_domain(BASE_GAME)
    world = arrange(imported(BASE_GAME, tmp_path))
    assert tuple(world.name("agency", each) for each in world.agencies) == domain.parties
    assert tuple(world.name("item", each) for each in world.items) == domain.issues
    names = [[world.label(item, level) for level in range(5)] for item in world.items]
    assert names[0] == ["Left open", "A1", "A2", "A3", "No value"]
    assert names[4] == ["E1", "E2", "E3", "E4", "E5"]
    assert not of_world(world, 0).forbidden[0][:, :4].any()
    assert of_world(world, 0).forbidden[0][:, 4].all()


@pytest.mark.parametrize("name", ["game", "genius", "geniusweb", "table"])
def test_texts_and_no_deal_are_worth_what_they_are_in_the_domain(places, tmp_path: Path, name: str):
    domain = read_domain(places[name])
    made = of_world(arrange(imported(places[name], tmp_path)), 0)
    first = [0 if len(v) == 5 else 1 for v in domain.values]
    if name == "table":
        first = [0]
    for p in range(len(domain.parties)):
        chosen = list(np.ndindex(domain.shape))[:: max(1, domain.outcomes // 50)]
        on_levels = [[n + at for n, at in zip(text, first, strict=True)] for text in chosen]
        if name == "table":  # three positions, evenly spaced, lie on L0, L2 and L4
            on_levels = [[2 * text[0]] for text in chosen]
        before = np.array([domain.value(text)[p] for text in chosen])
        after = np.array([made.value(tuple(text))[p] for text in on_levels])
        slope, start = np.polyfit(after, before, 1)
        np.testing.assert_allclose(start + slope * after, before, atol=1e-9 * abs(slope))
        assert start + slope * made.walk_away[p] == pytest.approx(domain.walk_away[p], abs=1e-9)


@pytest.mark.parametrize("name", ["game", "genius", "geniusweb"])
def test_the_solution_points_are_those_of_the_domain(places, tmp_path: Path, name: str):
    domain = read_domain(places[name])
    made = of_world(arrange(imported(places[name], tmp_path)), 0)
    before, after = points(domain), points(made)
    first = [0 if len(v) == 5 else 1 for v in domain.values]
    for each in ("nash", "kalai_smorodinsky"):
        text = [n - at for n, at in zip(getattr(after, each).text, first, strict=True)]
        assert tuple(text) == getattr(before, each).text


def test_a_table_of_actors_keeps_its_positions_and_saliences(places, tmp_path: Path):
    world = arrange(imported(places["table"], tmp_path))
    assert len(world.sides) == 8
    assert world.figure("position.belgium.emissions").value == 2.0
    assert world.figure("salience.belgium.emissions").value == 0.4
    assert world.figure("capability.luxembourg").value == 0.1875
    assert world.label("emissions", 1) == "5.5"


def test_every_figure_has_a_basis(tmp_path: Path):
    made = scenario_of(read_domain(BASE_GAME), "imported-one", "base").text
    waiting, figures = [tomllib.loads(made)], []
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, dict) and "value" in inner:
            figures.append(inner)
        elif isinstance(inner, dict | list):
            waiting += inner.values() if isinstance(inner, dict) else inner
    assert len(figures) > 200
    assert {each["basis"] for each in figures} == {"assumed", "external"}
    assert all(each["source"] == "imported" for each in figures if each["basis"] == "external")


def test_the_same_domain_makes_the_same_bytes():
    domain = read_domain(BASE_GAME)
    assert scenario_of(domain, "a", "base").text == scenario_of(domain, "a", "base").text


def test_a_domain_that_needs_more_levels_is_left_to_the_solver(tmp_path: Path):
    many = {
        "Fruit": {"values": ["apple", "pear"]},
        "Kilos": {"range": {"low": 1, "high": 2, "step": 0.1}},
    }
    own = profile(domain={"name": "fruit", "issuesValues": many}, reservationBid=None)
    folder = geniusweb(tmp_path, own, own)
    (folder / "fruit.json").unlink()
    with pytest.raises(ScenarioError, match="at most 5, one for each level; communique solve"):
        scenario_of(read_domain(folder), "a", "fruit")
