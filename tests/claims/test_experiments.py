"""The experiments on file: complete, playable, and refused where they are wrong."""

import copy
from pathlib import Path
from typing import Any

import pytest

from scenarios.load import library, tables
from scenarios.problems import ScenarioError
from sim.claims.campaign import chosen
from sim.claims.expression import complaint
from sim.claims.read import FILE, experiments, read
from sim.claims.records import Experiment, Map
from sim.claims.studies import ALL, ASSUMED, OFF, study_of_claim, study_of_map

PLACE = Path(__file__).parents[2] / "sim" / "claims" / FILE
TRIALS = experiments().experiment


def test_every_core_and_secondary_claim_has_an_experiment_or_a_reason():
    told = {each.claim for each in (*TRIALS, *experiments().untried)}
    assert told == set(library().claims)
    assert {library().claims[each.claim].tag for each in experiments().untried} == {"C"}


@pytest.mark.parametrize("trial", TRIALS, ids=lambda each: f"{each.claim}-{each.scenario}")
def test_every_experiment_can_be_played(trial: Experiment):
    study = study_of_claim(trial, 16, 1, ASSUMED)
    names = [case.name for case in study.cases]
    assert names == [arm.name + end for end in ("", OFF) for arm in trial.arm]
    assert len(study.factors) > 100
    own = {path for case in study.cases for path in (change.path for change in case.changes)}
    assert own


@pytest.mark.parametrize("chart", experiments().map, ids=lambda each: each.id)
def test_every_map_can_be_played(chart: Map):
    study = study_of_map(chart, 16, 1, ASSUMED)
    assert len(study.cases) == len(chart.arm) * len(chart.across.at) * len(chart.up.at)
    assert not any(factor.seating for factor in study.factors)


def test_more_varies_where_the_sizes_of_what_is_inferred_do():
    few = study_of_claim(TRIALS[0], 16, 1, ASSUMED).factors
    many = study_of_claim(TRIALS[0], 16, 1, ALL).factors
    assert {f.path for f in few} < {f.path for f in many}
    assert "detail_need" in {f.path for f in many} - {f.path for f in few}
    assert {f.path for f in many if f.seating} == {f.path for f in few if f.seating}


def test_names_choose_claims_and_maps():
    trials, charts = chosen(["H13", "small-or-wide"])
    assert {each.claim for each in trials} == {"H13"}
    assert [each.id for each in charts] == ["small-or-wide"]
    assert chosen([]) == (experiments().experiment, experiments().map)


@pytest.mark.parametrize(
    ("name", "said"),
    [("H99", "did you mean"), ("H33", "no quantities of the model"), ("small", "small-or-wide")],
)
def test_a_wrong_name_is_refused(name: str, said: str):
    with pytest.raises(ScenarioError, match=said):
        chosen([name])


@pytest.mark.parametrize(
    "text",
    [
        "value",
        "level.I99",
        "depth()",
        "agreed(I99)",
        "stature ** 2",
        "min(stature)",
        "'a'",
        "(",
        "",
    ],
)
def test_a_measure_that_cannot_be_worked_out_is_refused(text: str):
    assert complaint(text, tuple(library().items))


Path_ = tuple[Any, ...]
WRONG: list[tuple[Path_, Any, str, str]] = [
    (("experiment", 0, "claim"), "H61", "experiment[0].claim", "one of H1"),
    (("experiment", 0, "contrast"), "slop", "experiment[0].contrast", "one of difference"),
    (("experiment", 0, "measure", 0, "metric"), "x", "experiment[0].measure[0].metric", "metrics"),
    (("experiment", 0, "measure", 0, "sign"), "flat", "experiment[0].measure[0].within", "a width"),
    (("experiment", 0, "arm", 0, "at"), None, "experiment[0].arm[0].at", "a place on a slope"),
    (("experiment", 0, "off", "why"), None, "experiment[0].off.why", "must be given"),
    (("experiment", 0, "arms"), [], "experiment[0].arms", "did you mean 'arm'"),
    (("untried", 0, "claim"), "H1", "experiment", "an experiment or a reason"),
    (("map", 0, "metric"), "valu", "map[0].metric", "metrics"),
]


@pytest.mark.parametrize(("place", "value", "key", "said"), WRONG)
def test_what_is_wrong_is_said(
    monkeypatch: pytest.MonkeyPatch, place: Path_, value: Any, key: str, said: str
):
    raw = copy.deepcopy(tables(PLACE, FILE))
    table: Any = raw
    for part in place[:-1]:
        table = table[part]
    if value is None:
        del table[place[-1]]
    else:
        table[place[-1]] = value
    monkeypatch.setattr("sim.claims.read.tables", lambda place, file: raw)
    with pytest.raises(ScenarioError) as caught:
        read(PLACE)
    told = [problem for problem in caught.value.problems if problem.key == key]
    assert told, caught.value
    assert said in str(told[0])


def trial_with(**changes: Any) -> Experiment:
    return TRIALS[0].model_copy(update=changes)


def test_a_path_or_an_arm_that_is_not_there_is_refused():
    arm = TRIALS[0].arm[0]
    nowhere = (arm.model_copy(update={"set": {"pacce": 1}}), *TRIALS[0].arm[1:])
    nobody = (arm.model_copy(update={"arm": "three-homelands"}), *TRIALS[0].arm[1:])
    off = TRIALS[0].off.model_copy(update={"set": {"availabilty": 1}})
    for wrong in (trial_with(arm=nowhere), trial_with(arm=nobody), trial_with(off=off)):
        with pytest.raises(ScenarioError):
            study_of_claim(wrong, 16, 1, ASSUMED)
