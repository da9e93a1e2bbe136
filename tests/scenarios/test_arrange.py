"""Known answers: the small world as arrays."""

import pickle
from pathlib import Path

import numpy as np
import pytest

from scenarios.arrange import arrange
from scenarios.load import Shelf
from scenarios.problems import ScenarioError
from scenarios.scenario import Scenario
from scenarios.world import World
from sim.rules.block import fields
from sim.rules.codes import EMPHASIS, LINEAR, MIXED, PRESSURE, PRINCIPAL, ROLE, TENSION
from sim.rules.params import Params
from tests.scenarios.small import SCENARIO, put, shared


@pytest.fixture(scope="module")
def world(small: Scenario) -> World:
    return arrange(small)


def used(world: World, name: str, *axes: str) -> list:
    """Return the part of an array that the run uses."""
    room = tuple(slice(len(getattr(world.cast, axis))) for axis in axes)
    return getattr(world.params, name)[room].tolist()


def test_ids_in_order(world: World):
    assert world.configuration == "both"
    assert world.forums == ("trade", "pair")
    assert world.sides == ("us", "jp")
    # us-three because it is consulted; us-four has no part in this agenda
    assert world.agencies == ("us-one", "us-two", "us-three", "jp-one", "jp-two")
    assert world.items == ("I01", "I02", "I03")
    assert world.events == ("E01", "E02")
    assert world.pressures == ("firms",)


def test_counts(world: World):
    p = world.params
    assert (p.n_forums, p.n_sides, p.n_agencies, p.n_items) == (2, 2, 5, 3)
    assert (p.n_events, p.n_effects, p.n_pressures, p.horizon) == (2, 4, 1, 24)


def test_roles(world: World):
    # us-one, us-two, us-three, jp-one, jp-two
    assert used(world, "role0", "forum", "agency") == [[0, 4, 2, 3, 4], [4, 3, 2, 4, 3]]


def test_agenda_and_items_that_no_forum_takes(world: World, small: Scenario):
    assert used(world, "agenda", "forum", "item") == [[0, 1, 0], [1, 1, 1]]
    alone = arrange(small, "trade")
    assert used(alone, "agenda", "forum", "item") == [[0, 1, 0]]
    assert alone.params.n_items == 3


def test_sides_and_authority(world: World):
    assert used(world, "side", "agency") == [0, 0, 0, 1, 1]
    assert used(world, "authority", "agency", "item") == [
        [1, 0.5, 0],
        [0, 1, 1],
        [0, 0, 0],
        [1, 0, 1],
        [0, 1, 0],
    ]


def test_positions(world: World):
    us, jp = [3.5, 3.5, 3.5], [2.5, 2.5, 2.5]
    assert used(world, "position", "agency", "item") == [us, us, us, jp, [2.5, 1.5, 2.5]]


def test_salience_follows_authority(world: World, small: Scenario):
    constants = small.library.constants
    lead, share, other = (
        getattr(constants, f"salience_{hold}").value for hold in ("lead", "share", "other")
    )
    assert used(world, "salience", "agency", "item")[0] == [lead, share, other]
    assert used(world, "salience", "agency", "item")[4] == [other, lead, other]


def test_red_lines(world: World):
    lines = np.zeros((5, 3), dtype=int)
    lines[4, 1] = 0b10000
    assert used(world, "red_line", "agency", "item") == lines.tolist()


def test_legislature(world: World):
    assert used(world, "legislature_from", "side", "item") == [[3, 3, 3], [5, 5, 5]]


def test_words_become_codes(world: World):
    assert set(used(world, "strategy", "agency")) == {LINEAR}
    assert set(used(world, "posture", "item")) == {MIXED}


def test_events(world: World):
    assert used(world, "event_month", "event") == [5, 0]
    assert used(world, "event_chance", "event") == [0, 0.1]
    p, n = world.params, world.params.n_effects
    assert p.effect_event[:n].tolist() == [0, 0, 1, 1]
    assert p.effect_kind[:n].tolist() == [EMPHASIS, TENSION, ROLE, PRESSURE]
    assert p.effect_on[:n].tolist() == [1, -1, 2, 0]
    assert p.effect_of[:n].tolist() == [1, -1, 1, -1]
    assert p.effect_size[:n].tolist() == [0.5, 0.2, PRINCIPAL, -0.1]


def variant(folder: Path, old: str, new: str) -> Scenario:
    """Return the small scenario with a piece replaced."""
    assert old in SCENARIO
    return Shelf(put(folder, shared(), small=SCENARIO.replace(old, new))).load("small")


def test_an_agency_that_is_only_consulted_takes_part(tmp_path: Path):
    scenario = variant(tmp_path, 'kind = "role", on = "us-three"', 'kind = "role", on = "us-two"')
    assert "us-three" in arrange(scenario).agencies


def test_an_agency_that_only_an_event_seats_takes_part(tmp_path: Path):
    scenario = variant(tmp_path, "[consulted]\nus-three", "[consulted]\njp-one")
    world = arrange(scenario)
    assert "us-three" in world.agencies
    assert world.params.role0[:2, 2].tolist() == [0, 0]
    assert "us-four" not in world.agencies  # its hold over I01 is none, and I04 is not there


def test_an_effect_on_an_item_off_the_agenda_is_left_out(tmp_path: Path):
    p = arrange(variant(tmp_path, 'on = "I02", of', 'on = "I04", of')).params
    assert p.effect_kind[: p.n_effects].tolist() == [TENSION, ROLE, PRESSURE]


def test_an_effect_on_all_takes_a_row_for_each(tmp_path: Path):
    p = arrange(variant(tmp_path, 'on = "I02", of = "jp"', 'on = "all"')).params
    assert p.effect_on[:3].tolist() == [0, 1, 2]
    assert p.effect_of[:3].tolist() == [-1, -1, -1]
    assert p.effect_size[:3].tolist() == [0.5, 0.5, 0.5]


def test_effects_outside_the_run_are_left_out(small: Scenario):
    p = arrange(small, "trade").params
    assert p.effect_kind[: p.n_effects].tolist() == [EMPHASIS, TENSION, PRESSURE]


def test_pressures(world: World):
    assert used(world, "pressure_side", "pressure") == [1]
    assert used(world, "pressure0", "pressure") == [0.4]
    assert used(world, "pressure_weight", "pressure", "item") == [[0.3, 0, 0]]


def test_the_scenario_has_the_last_word(world: World, small: Scenario):
    shared = small.library.forums["trade"]
    assert world.params.pace == 0.25
    assert used(world, "link_limit", "forum") == [shared.link_limit.value, 3]


def test_unused_room_is_empty(world: World):
    for field in fields(Params):
        if field.axes and not field.scalar:
            array = getattr(world.params, field.name).copy()
            axes = {"F": 2, "S": 2, "A": 5, "I": 3, "L": 5, "E": 2, "X": 4, "K": 1}
            array[tuple(slice(axes[axis]) for axis in field.axes)] = 0
            assert not array.any(), field.name


def test_every_cell_of_a_figure_is_in_the_ledger_once(world: World):
    """Each cell is written by one path; red lines by two, months and chances also by a switch."""
    counted = {"side", "posture", "agenda", "pressure_side", "effect_event", "effect_kind"}
    counted |= {"effect_on", "effect_of"}
    owners: dict[tuple[str, tuple[int, ...]], int] = {}
    for entry in world.ledger.values():
        if not entry.default and not entry.path.startswith(("event.E01.", "event.E02.")):
            for cell in entry.cells:
                owners[cell] = owners.get(cell, 0) + 1
    room = {"F": 2, "S": 2, "A": 5, "I": 3, "L": 5, "E": 2, "X": 0, "K": 1}
    for field in fields(Params):
        if field.name in counted or field.name.startswith("n_"):
            continue
        if field.name == "extra":  # only where a stance states it, as none does here
            continue
        expected = 2 if field.name == "red_line" else 1
        for index in np.ndindex(*(room[axis] for axis in field.axes)):
            if field.name == "pressure_weight" and index != (0, 0):
                continue
            assert owners.pop((field.name, index)) == expected, (field.name, index)
    assert not owners


def test_an_unknown_configuration_names_the_nearest(small: Scenario):
    with pytest.raises(ScenarioError, match="did you mean 'trade'"):
        arrange(small, "trad")


def test_words(world: World):
    assert world.name("agency", "us-one") == "Agency 1 of us"
    assert world.short("side", "jp") == "JP"
    assert world.name("event", "E01") == "A shock"
    assert world.label("I02", 2) == "Plan"
    assert world.clause("I02", 2) == "They decided to plan."
    assert world.clause("I02", 0) == ""


def test_index_names_the_nearest(world: World):
    assert world.index("agency", "jp-one") == 3
    with pytest.raises(ScenarioError, match="did you mean 'jp-one'"):
        world.index("agency", "jp-on")


def test_same_world_same_digest(world: World, small: Scenario):
    assert arrange(small).digest == world.digest
    assert arrange(small, "pair").digest != world.digest


def test_a_world_travels_to_another_process(small: Scenario):
    world = pickle.loads(pickle.dumps(arrange(small)))
    assert world.digest == arrange(small).digest
    assert world.figure("pace") == small.library.constants.pace
    world.block["turf0"][0][0] = 0.125
    assert world.params.turf0[0] == 0.125
