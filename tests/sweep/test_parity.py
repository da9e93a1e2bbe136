"""Game = plain Python = compiled = Mesa: one bit that differs in a run's last state is a fault."""

import pytest

from agents.registry import STRATEGIES
from scenarios.load import catalogue, load
from sim.play.game import new_game
from sim.rules.seats import seated
from tests.sweep.engines import Case, breaches, differences, plain

pytestmark = pytest.mark.timeout(900)  # the first test of a worker may have to compile

SCENARIOS = ("economic-2-plus-2", "two-tracks")
RUNS = 200
PART = 5


# What is played in Python takes its time: the other parts are for `make test-all`.
LATER = [pytest.param(n, marks=pytest.mark.slow) for n in range(PART, RUNS, PART)]


@pytest.mark.parametrize("first", [0, *LATER])
@pytest.mark.parametrize("scenario_id", SCENARIOS)
def test_two_hundred_runs_end_in_the_same_state(scenario_id: str, first: int):
    runs = range(first, first + PART)
    assert breaches(Case(scenario_id), 2021, runs, "plain", "mesa") == []


@pytest.mark.parametrize("first", [0, *LATER])
@pytest.mark.parametrize("scenario_id", SCENARIOS)
def test_games_between_bots_end_in_the_same_state(scenario_id: str, first: int):
    assert breaches(Case(scenario_id), 2021, range(first, first + PART), "game") == []


@pytest.mark.parametrize("strategy", STRATEGIES)
@pytest.mark.parametrize("scenario_id", SCENARIOS)
def test_any_strategy_in_all_seats(scenario_id: str, strategy: str):
    case = Case(scenario_id, None, (f"strategy={strategy}",))
    assert breaches(case, 5, range(1), "plain", "game") == []


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_any_strategy_in_any_seat(strategy: str):
    world = Case("economic-2-plus-2").world
    state = new_game(world).state
    for a, agency in enumerate(world.agencies):
        if seated(state, 0, a):
            changed = Case(
                "economic-2-plus-2", None, (f"strategy.{agency}={strategy}", "horizon=24")
            )
            assert breaches(changed, 7, range(1), "game") == []


CONFIGURATIONS = list(load("economic-2-plus-2").library.configurations)
STEP = 6
REST = [pytest.param(n, marks=pytest.mark.slow) for n in range(1, STEP)]


@pytest.mark.parametrize("part", [0, *REST])
@pytest.mark.parametrize("configuration", CONFIGURATIONS)
def test_any_configuration(configuration: str, part: int):
    # every configuration meets some scenarios, and every scenario some configurations
    first = (CONFIGURATIONS.index(configuration) + part) % STEP
    for scenario_id in catalogue()[first::STEP]:
        assert breaches(Case(scenario_id, configuration), 3, range(1), "mesa") == []


@pytest.mark.parametrize(
    ("seed", "run"), [(0, 0), (2**32, 2**32 - 1), (2**63 - 1, 1), (2**63 - 1, 2**32 - 1)]
)
def test_any_seed_and_run(seed: int, run: int):
    case = Case("two-tracks", None, ("horizon=12",))
    assert breaches(case, seed, range(run, run + 1)) == []


@pytest.mark.parametrize("horizon", [1, 2, 120])
def test_any_horizon(horizon: int):
    assert breaches(Case("economic-2-plus-2", None, (f"horizon={horizon}",)), 4, range(1)) == []


def test_runs_and_seeds_differ_from_one_another():
    case = Case("economic-2-plus-2", None, ("horizon=6",))
    first, second = plain(case, 1, range(2))
    other = plain(case, 2, range(1))[0]
    assert differences(first, second)
    assert differences(first, other)


def test_a_single_bit_is_seen():
    ours = plain(Case("two-tracks", None, ("horizon=2",)), 1, range(1))[0]
    theirs = ours.copy()
    theirs["trust"].view("i8")[0, 1, 2] ^= 1
    assert differences(ours, theirs) == ["trust"]
