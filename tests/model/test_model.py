"""The Mesa model: its clock, its data, its seeds, and that it goes when nobody holds it."""

import gc
import warnings
import weakref

import numpy as np
import pytest

from agents.bots import played_out
from scenarios.paths import parse
from scenarios.problems import ScenarioError
from sim.model import ForumModel, world_of
from sim.rules.measure import METRICS
from sim.sweep.batch import run_many

DICTIONARY = {
    *("time_to_agreement", "meetings_per_year", "authority_coverage", "max_feasible_level"),
    *("watering_down", "implementation_rate", "buy_in", "turf_reluctance", "stature"),
    *("alignment", "domestic_support", "conflict", "subsidy_race", "collateral_damage"),
    *("efficiency", "competitiveness", "carve_outs", "joint_value", "net_value"),
}
"""The metric dictionary of the fact base, section 4.9."""


def short(scenario_id: str = "economic-2-plus-2", months: int = 4, **more) -> ForumModel:
    return ForumModel(scenario_id, changes=f"horizon={months}", **{"rng": 1, **more})


def over(model: ForumModel) -> ForumModel:
    model.run_model()
    return model


def test_a_step_is_a_month_until_the_horizon():
    model = short(months=3)
    assert (model.time, model.moment.month, model.running) == (0, 0, True)
    for month in (1, 2, 3):
        model.step()
        assert (model.time, model.moment.month, model.running) == (month, month, month < 3)


def test_a_step_after_the_end_changes_nothing():
    model = over(short(months=2))
    before = model.block.tobytes()
    model.step()
    assert model.block.tobytes() == before
    assert len(model.datacollector.get_model_vars_dataframe()) == 2


def test_mesa_finds_nothing_to_warn_about():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        over(short(months=2))


def test_the_agents_are_the_worlds_agencies_in_order():
    model = short()
    assert tuple(agency.name for agency in model.agents) == model.world.agencies
    assert tuple(model.agents) == model.agencies


# Data


def test_the_model_reports_every_metric_of_every_forum_each_month():
    model = over(short("two-tracks"))
    frame = model.datacollector.get_model_vars_dataframe()
    names = [f"{metric}.{forum}" for forum in model.world.forums for metric in METRICS]
    assert list(frame.columns) == names
    assert len(frame) == 4
    last = run_many(model.world, 1, 1, plain=True).metrics[0]
    assert (frame.iloc[-1].to_numpy().reshape(last.shape) == last).all()


def test_data_may_be_collected_at_the_end_only_and_that_changes_no_run():
    monthly, once = (over(short(months=9, monthly=flag)) for flag in (True, False))
    assert monthly.block.tobytes() == once.block.tobytes()
    frames = [each.datacollector.get_model_vars_dataframe() for each in (monthly, once)]
    assert [len(frame) for frame in frames] == [9, 1]
    assert (frames[0].iloc[-1] == frames[1].iloc[-1]).all()


def test_the_metrics_are_those_of_the_fact_base():
    assert set(METRICS) >= DICTIONARY


def test_agents_report_turf_buy_in_and_satisfaction_each_month():
    model = over(short())
    frame = model.datacollector.get_agent_vars_dataframe()
    assert list(frame.columns) == ["name", "turf", "buy_in", "satisfaction"]
    assert len(frame) == 4 * len(model.agencies)
    for agency in model.agencies:
        row = frame.loc[(4, agency.unique_id)]
        told = (agency.name, agency.turf, agency.buy_in, agency.satisfaction)
        assert tuple(row) == told


# Seeds, runs and worlds


def test_a_whole_number_is_the_seed_itself():
    for given in (7, np.int64(7)):
        assert short(rng=given).start.seed == 7


@pytest.mark.parametrize("given", [None, np.random.default_rng(3), np.random.SeedSequence(3)])
def test_any_other_seed_is_drawn_and_noted(given):
    model = short(rng=given)
    again = short(rng=model.start.seed)
    assert 0 <= model.start.seed < 2**63
    assert over(model).block.tobytes() == over(again).block.tobytes()


def test_seeds_that_are_drawn_differ():
    assert short(rng=None).start.seed != short(rng=None).start.seed


def test_seeds_and_runs_make_a_difference():
    ends = {over(short(rng=seed, run=run)).block.tobytes() for seed in (1, 2) for run in (0, 1)}
    assert len(ends) == 4


@pytest.mark.parametrize("given", [{"rng": -1}, {"rng": 2**63}, {"run": -1}, {"run": 2**32}])
def test_a_seed_or_run_out_of_range_is_refused(given):
    with pytest.raises(ValueError, match=r"not within|non-negative"):
        short(**given)


@pytest.mark.parametrize(
    "changes",
    [
        ("horizon=4", "gridlock.us=0.8"),
        ["horizon=4", parse("gridlock.us=0.8")],
        (change for change in ("horizon=4", "gridlock.us=0.8")),
    ],
)
def test_changes_are_texts_or_changes(changes):
    model = ForumModel(changes=changes, rng=1)
    assert model.world.params.horizon == 4
    assert model.world.params.gridlock0[model.world.index("side", "us")] == 0.8


def test_a_configuration_sets_the_table():
    model = short(configuration="3-plus-3-energy")
    energy = model.agencies[model.world.index("agency", "us-energy")]
    assert model.world.forums == ("3-plus-3-energy",)
    assert energy.roles["3-plus-3-energy"] == "principal"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"scenario_id": "economic-2-plus-3"}, "economic-2-plus-2"),
        ({"configuration": "3-plus-3-enrgy"}, "3-plus-3-energy"),
        ({"changes": "gridlok.us=0.8"}, "gridlock.us"),
        ({"changes": "gridlock.us=8"}, "from 0 to 1"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(given, told: str):
    with pytest.raises(ScenarioError, match=told):
        ForumModel(**given, rng=1)


def test_the_runs_of_a_batch_share_one_world():
    assert short(run=1).world is short(run=2).world
    assert world_of("two-tracks", None, ()) is not world_of("two-tracks", None, ("horizon=3",))


# Models beside one another, and after


def test_models_side_by_side_do_not_meet():
    alone = over(short(rng=1)).block.tobytes()
    one, two = short(rng=1), short("two-tracks", rng=2)
    while one.running or two.running:
        two.step()
        one.step()
    assert one.block.tobytes() == alone


def test_a_run_may_be_played_on_as_a_game():
    model = short(months=6)
    model.step()
    model.step()
    moment = model.game
    digest = moment.digest
    over(model)
    assert moment.digest == digest  # the game keeps a state of its own
    *_, (_, end) = played_out(moment)
    assert end.block.tobytes() == model.block.tobytes()


def test_the_start_of_the_run_is_kept():
    model = short(months=2)
    before = model.start.block.tobytes()
    over(model)
    assert model.start.block.tobytes() == before


def test_a_model_is_freed_once_nobody_holds_it():
    model = over(short(months=2))
    kept = [weakref.ref(model), *(weakref.ref(agency) for agency in model.agencies)]
    kept.append(weakref.ref(model.block))
    del model
    gc.collect()
    assert [ref for ref in kept if ref() is not None] == []
