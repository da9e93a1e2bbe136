"""Every strategy is in the registry, under the name and the number that the arrays use."""

from pathlib import Path

import numpy as np
import pytest

from agents.decide import decide
from agents.registry import MODULES, STRATEGIES
from scenarios.load import library
from sim.play.moves import empty_move
from sim.rules import codes
from sim.rules.codes import ANSWER, CLEARANCE, CLOSING, FLOOR
from tests.agents.hands import hand

FOLDER = Path(__file__).parents[2] / "agents" / "strategies"
NOT_A_STRATEGY = {"__init__", "strategy"}


def test_every_file_is_a_strategy_in_the_registry():
    files = {path.stem for path in FOLDER.glob("*.py")} - NOT_A_STRATEGY
    assert {module.__name__.split(".")[-1] for module in MODULES} == files
    assert len(MODULES) == len(STRATEGIES) == len(files)


def test_names_and_numbers_are_those_of_the_rules():
    assert tuple(STRATEGIES) == codes.STRATEGIES
    assert [each.code for each in STRATEGIES.values()] == list(range(len(codes.STRATEGIES)))
    for name, strategy in STRATEGIES.items():
        assert strategy.name == name
        assert getattr(codes, name.upper().replace("-", "_")) == strategy.code


@pytest.mark.parametrize("name", STRATEGIES)
def test_a_strategy_says_what_it_is(name: str):
    strategy = STRATEGIES[name]
    assert strategy.title
    assert strategy.manner.endswith(".")
    assert 1 <= strategy.strength <= 5
    assert strategy.source in library().sources


@pytest.mark.parametrize("name", STRATEGIES)
@pytest.mark.parametrize("ask", [FLOOR, ANSWER, CLOSING, CLEARANCE])
def test_compiled_runs_find_a_strategy_by_its_number(name: str, ask: int):
    k = hand(ask, text=[2, 0], motion=[3, -1], target=[4, 4], first_die=0.25, clock=0.5)
    k.strategy[0] = STRATEGIES[name].code
    by_number, by_name = np.full_like(empty_move(), 7), empty_move()
    decide(k, by_number)  # over what an earlier move has left
    STRATEGIES[name].rule(k, by_name)
    assert by_number.tolist() == by_name.tolist()
    assert by_name[0] >= 0
