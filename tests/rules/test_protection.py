"""A protectionist design and the domestic-economy group are two things (claim H26).

The paper ties the subsidy race to the design, not to the group, whose conditions may even lower
such feeling. So there are two parameters, and no rule may read one where the other is meant.
"""

import re
from pathlib import Path

import numpy as np
import pytest

import sim.rules
from scenarios.arrange import arrange
from scenarios.load import catalogue, load
from scenarios.paths import Change
from sim.rules.alone import act_alone
from sim.rules.ratify import backing
from sim.rules.value import burden
from tests.rules.small import small

DESIGN, GROUP = "america_first", "faction_domestic"
RACE = {"externality": -1.0, "protection": 1.0, "alone_cost": 1.0, "zero_sum_fear": 0.0}
VIEWS = {"natsec_stance": 1.0, "domestic_stance": -1.0, "faction_natsec": 0.5}


def race(**changes) -> tuple[np.ndarray, np.ndarray]:
    """Return the measures both sides end up with alone, and what these are worth to them."""
    p, s = small(position=1.5, **{**RACE, **changes})
    for _ in range(12):
        act_alone(p, s)
    return s.measure[:2, :2].copy(), s.alone[:2, :2].copy()


def test_the_group_leaves_the_race_as_it_is():
    none, all_of_it = race(faction_domestic=0.0), race(faction_domestic=1.0)
    assert np.array_equal(none[0], all_of_it[0])
    assert np.array_equal(none[1], all_of_it[1])


def test_the_design_drives_the_race():
    assert (race(america_first=1.0)[0] > race(america_first=0.0)[0]).all()


def test_the_group_leaves_what_commitments_cost_at_home_as_it_is():
    costs = [burden(small(faction_domestic=weight, **RACE)[0], None, 0, 0) for weight in (0.0, 1.0)]
    assert costs[0] == costs[1]


@pytest.mark.parametrize("weight", [0.25, 0.5, 1.0])
def test_the_design_leaves_the_weight_of_the_groups_as_it_is(weight: float):
    """It takes the same from a bill whoever is strong; where it touches nothing, nothing."""

    def stood(design: float, protection: float) -> float:
        p, _ = small(america_first=design, protection=protection, faction_domestic=weight, **VIEWS)
        return backing(p, 0, 0)

    # (0.5 * 1 - weight * 1) / (0.5 + weight), from -1..1 to 0..1
    free = 0.5 / (0.5 + weight)
    assert stood(0.0, 1.0) == pytest.approx(free)
    assert stood(1.0, 0.0) == pytest.approx(free)
    assert stood(0.125, 1.0) == pytest.approx(free - 0.125)


@pytest.mark.parametrize("name", catalogue())
@pytest.mark.parametrize("parameter", [DESIGN, GROUP])
def test_each_is_a_figure_of_its_own(name: str, parameter: str):
    """To set one writes to its own cells and to no other."""
    scenario = load(name)
    before, after = arrange(scenario), arrange(scenario, None, [Change(parameter, 1.0)])
    differ = {
        field
        for field in before.params._fields
        if not np.array_equal(getattr(before.params, field), getattr(after.params, field))
    }
    assert differ == {parameter}


def readers(parameter: str) -> set[str]:
    """Return the files of rules that read a parameter."""
    folder = Path(sim.rules.__path__[0])
    read = re.compile(rf"\bp\.{parameter}\b")
    return {path.stem for path in folder.glob("*.py") if read.search(path.read_text("utf-8"))}


def test_only_bills_ask_for_the_group():
    assert readers(GROUP) == {"ratify"}
    assert readers(DESIGN) == {"alone", "ratify", "value"}
