"""A world's forum as a domain: the rules' own numbers, at the start and within a run."""

from itertools import islice, product

import numpy as np
import pytest

from agents.bots import played_out
from scenarios.arrange import arrange
from scenarios.load import catalogue, load
from scenarios.paths import parse
from scenarios.world import World
from sim.play.game import new_game
from sim.rules.codes import PRINCIPAL
from sim.rules.nash import nash_text
from sim.rules.sizes import ITEMS
from sim.rules.value import text_value
from sim.solve.compromise import compromise
from sim.solve.forecast import weighted_mean
from sim.solve.of_world import of_world, text_of
from sim.solve.points import points


def every_forum() -> list[tuple[str, int]]:
    return [(name, f) for name in catalogue() for f in range(len(arrange(load(name)).forums))]


def levels_of(world: World, f: int, text: tuple[int, ...]) -> np.ndarray:
    levels = np.zeros(ITEMS, dtype=np.int64)
    levels[np.flatnonzero(world.params.agenda[f])] = text
    return levels


@pytest.mark.parametrize(("name", "f"), every_forum())
def test_a_text_is_worth_what_the_rules_say_bit_for_bit(name: str, f: int):
    world = arrange(load(name))
    state = new_game(world).state
    made = of_world(world, f)
    assert made.parties == tuple(
        each for a, each in enumerate(world.agencies) if world.params.role0[f, a] >= PRINCIPAL
    )
    for text in islice(product(*map(range, made.shape)), 0, None, made.outcomes // 50 + 1):
        levels = levels_of(world, f, text)
        assert text_of(world, f, levels) == text
        seats = [world.index("agency", each) for each in made.parties]
        rules = [text_value(world.params, state, f, a, levels) for a in seats]
        assert made.value(text).tolist() == rules
    assert made.value((0,) * len(made.issues)).tolist() == made.walk_away.tolist()


@pytest.mark.parametrize(("name", "f"), every_forum())
def test_the_nash_point_is_the_one_the_rules_know(name: str, f: int):
    world = arrange(load(name))
    made = of_world(world, f)
    found = points(made).nash
    known = text_of(world, f, nash_text(world.params, new_game(world).state, f))
    if found is not None and np.all(found.values > made.walk_away):
        # Of two texts with the same product the rules may take the other.
        gains = [np.prod(made.value(each) - made.walk_away) for each in (found.text, known)]
        assert gains[0] == pytest.approx(gains[1])


def test_the_compromise_is_the_one_told_after_a_run():
    world = arrange(load("economic-2-plus-2"))
    made = of_world(world, 0)
    agenda = np.flatnonzero(world.params.agenda[0])
    assert made.stances is not None
    assert weighted_mean(made.stances).tolist() == compromise(world.params, 0)[agenda].tolist()


def test_a_red_line_is_forbidden():
    world = arrange(load("economic-2-plus-2"), None, [parse("red_line.jp-meti.I01=3")])
    made = of_world(world, 0)
    seat, issue = made.parties.index("jp-meti"), made.issues.index("I01")
    assert made.forbidden[issue][seat].tolist() == [0, 0, 0, 0, 1]
    assert sum(int(each.sum()) for each in made.forbidden) == 1


def test_nothing_can_be_agreed_on_an_item_that_is_not_admitted():
    world = arrange(load("economic-2-plus-2"))
    state = new_game(world).state
    state.admitted[0, world.index("item", "I01")] = 0
    made = of_world(world, 0, state)
    assert made.forbidden[made.issues.index("I01")].any(axis=0).tolist() == [False] + 4 * [True]


def test_the_end_of_a_run_can_be_solved():
    world = arrange(load("economic-2-plus-2"), None, [parse("horizon=10"), parse("deadline=10")])
    *_, (_, end) = played_out(new_game(world, 3))
    made = of_world(world, 0, end.state)
    text = text_of(world, 0, end.state.statement[0])
    seats = [world.index("agency", each) for each in made.parties]
    levels = end.state.statement[0]
    rules = [text_value(world.params, end.state, 0, a, levels) for a in seats]
    assert made.value(text).tolist() == rules
    assert made.walk_away.tolist() == end.state.walk_away[0, seats].tolist()
