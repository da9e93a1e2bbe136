"""What a sweep writes into a row's cells is, bit for bit, what ``arrange`` would."""

import re

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.problems import ScenarioError
from scenarios.ranges import ROLE
from sim.sweep.factors import Factor
from sim.sweep.scene import Scene
from tests.sweep.studies import apart, arranged_parameters, own_parameters, study

SCENARIOS = ("economic-2-plus-2", "two-tracks", "design-the-forum", "defence-innovation")


@st.composite
def rows(draw, factors: tuple[Factor, ...]):
    """Draw values: ends, words and numbers between."""
    share = st.one_of(st.sampled_from([0.0, 1.0, 0.5]), st.floats(0, 1, allow_nan=False))
    shares = draw(st.lists(share, min_size=1, max_size=12))
    turn = draw(st.integers(0, 10_000))
    picks = np.random.default_rng(turn).integers(0, len(shares), len(factors))
    return np.array(
        [factor.at(np.array([shares[n]]))[0] for factor, n in zip(factors, picks, strict=True)]
    )


def every_arm(scenario_id: str):
    return tuple(arm.id for arm in load(scenario_id).sheet.arm)


@pytest.mark.parametrize("scenario_id", SCENARIOS)
@settings(max_examples=4)
@given(data=st.data())
def test_a_row_has_the_parameters_that_arrange_gives_it(scenario_id: str, data):
    made = study(scenario_id, vary=("all",), arms=every_arm(scenario_id))
    values = data.draw(rows(made.factors))
    for scene in made.scenes:
        theirs = arranged_parameters(scene, values)
        assert apart(own_parameters(scene, values), theirs) == []


def random_factors(draw, scenario_id: str, forum: str) -> tuple[Factor, ...]:
    """Draw factors of any paths, several for the same cells among them."""
    ledger = arrange(load(scenario_id), forum).ledger
    heads = sorted({path.split(".")[0] for path in ledger})
    kinds = draw(st.lists(st.sampled_from(heads), min_size=1, max_size=5, unique=True))
    paths = [path for path in ledger if path.split(".")[0] in kinds]
    chosen = draw(st.lists(st.sampled_from(paths), min_size=1, max_size=8, unique=True))
    made = []
    for path in sorted(chosen, key=list(ledger).index):
        allowed = ledger[path].allowed
        if allowed.words:
            made.append(Factor(path, words=allowed.words))
        else:
            low, high = allowed.low, min(allowed.high, allowed.low + 9)
            made.append(Factor(path, low, high, whole=allowed.whole))
    return tuple(made)


@settings(max_examples=40)
@given(data=st.data())
def test_any_factors_under_any_case_give_what_arrange_gives(data):
    scenario_id = data.draw(st.sampled_from(SCENARIOS))
    forums = list(load(scenario_id).configurations)
    forum = data.draw(st.sampled_from(forums))
    factors = random_factors(data.draw, scenario_id, forum)
    # The case sets some of the same paths, or others for the same cells.
    values = data.draw(rows(factors))
    held = [f"{f.path}={f.value(v)}" for f, v in zip(factors, values, strict=True)]
    held = data.draw(st.lists(st.sampled_from(held), max_size=3, unique=True))
    try:
        case = study(scenario_id, forums=(forum,), changes=tuple(held), vary=()).cases[0]
    except ScenarioError:
        assume(False)
    scene = Scene(load(scenario_id), case, factors)
    values = data.draw(rows(factors))
    _, (reason,) = scene.patch.numbers(values[np.newaxis])
    if reason:
        with pytest.raises(ScenarioError, match=re.escape(reason)):
            arranged_parameters(scene, values)
    else:
        assert apart(own_parameters(scene, values), arranged_parameters(scene, values)) == []


def test_a_seat_that_is_moved_moves_the_chair():
    made = study(vary=("seat.us-state=principal,absent",))
    rows = np.array([[0.0], [1.0]])
    chairs = []
    for values in rows:
        block = own_parameters(made.scenes[0], values)
        chairs.append(int(np.flatnonzero(block["role0"][0, 0] == 4)[0]))
        assert apart(block, arranged_parameters(made.scenes[0], values)) == []
    assert chairs[0] != chairs[1]


def test_an_agency_without_a_part_may_be_given_a_seat():
    made = study(vary=("seat.au-industry=absent,principal",))
    scene = made.scenes[0]
    assert "au-industry" not in arrange(made.scenario).agencies
    assert "au-industry" in scene.world.agencies
    for value in (0.0, 1.0):
        values = np.array([value])
        ours = own_parameters(scene, values)
        assert apart(ours, arranged_parameters(scene, values)) == []


def test_what_a_case_sets_does_not_vary_in_it():
    made = study(changes=("turf=0.25", "horizon=6"))
    paths = [factor.path for factor in made.factors]
    assert "trust" in paths
    assert not any(path.startswith("turf.") for path in paths)


def test_nothing_is_both_set_and_varied():
    with pytest.raises(ScenarioError, match="either set or varied"):
        study(vary=("turf.us-state=0.1:0.9",), changes=("turf=0.25",))


def test_an_arm_stays_what_it_is():
    scenario = load("design-the-forum")
    arm = next(arm for arm in scenario.sheet.arm if any("coordinator" in path for path in arm.set))
    path = next(path for path in arm.set if "coordinator" in path)
    other = next(each.id for each in scenario.sheet.arm if path not in each.set)
    for arms in ((arm.id, other), (other, arm.id)):
        made = study("design-the-forum", vary=(path,), arms=arms)
        assert [factor.path for factor in made.factors] == [path]
        sets = {scene.case.name: bool(scene.varied) for scene in made.scenes}
        assert sets == {arm.id: False, other: True}


def test_seats_of_another_forum_vary_only_there():
    path = "role.3-plus-3-energy.us-energy"
    made = study(vary=(f"{path}=chair,principal",), forums=("economic-2-plus-2", "3-plus-3-energy"))
    assert [len(scene.varied) for scene in made.scenes] == [0, 1]
    for scene in made.scenes:
        for value in (0.0, 1.0):
            values = np.array([value])
            ours = own_parameters(scene, values)
            assert apart(ours, arranged_parameters(scene, values)) == []


def test_every_role_is_a_word_that_varies():
    made = study(vary=("role.economic-2-plus-2.jp-meti",))
    assert made.factors[0].words == ROLE.words
