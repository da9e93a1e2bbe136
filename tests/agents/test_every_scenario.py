"""Every scenario runs to its end under every strategy, and nothing is broken on the way."""

from collections.abc import Iterator

import numpy as np
import pytest

from agents.bots import bot_move
from agents.registry import STRATEGIES
from scenarios.arrange import arrange
from scenarios.compare import with_arm
from scenarios.load import catalogue, load
from scenarios.paths import Change
from scenarios.world import World
from sim.play.apply import apply
from sim.play.game import Game, new_game
from sim.play.legal import legal_moves
from sim.play.moves import CHANCE_SEAT
from sim.rules.block import fields, views
from sim.rules.codes import PRINCIPAL, UNDER_WAY
from sim.rules.seats import bound_by
from sim.rules.state import State
from sim.sweep.batch import run_many
from tests.play.invariants import (
    each_side_at_a_table_has_one_chair,
    everything_stays_in_its_range,
    watched,
)
from tests.play.playing import Step

# whoever comes first may have to compile, and one worker is enough for that
pytestmark = [pytest.mark.timeout(900), pytest.mark.xdist_group("compiling")]
NAMES = tuple(STRATEGIES)
EVERY = pytest.mark.parametrize("scenario", catalogue())
ARMS = [(name, arm.id) for name in catalogue() for arm in load(name).sheet.arm]


def mixed(scenario: str, first: int = 0) -> World:
    """Return a world whose agencies take the strategies in turn, from one of them on."""
    agencies = arrange(load(scenario)).agencies
    cast = [
        Change(f"strategy.{agency}", NAMES[(first + n) % len(NAMES)])
        for n, agency in enumerate(agencies)
    ]
    return arrange(load(scenario), changes=cast)


def games(world: World, seed: int) -> Iterator[Step]:
    """Yield every move of a game between bots, each of them a legal one."""
    game = new_game(world, seed)
    while not game.over:
        move = bot_move(game)
        if move.seat != CHANCE_SEAT:
            legal_moves(game).require(move)
        after = apply(game, move)
        yield game, move, after
        game = after


def check(world: World, seed: int) -> None:
    """Play a game with every invariant held at every move; compiled, it must end alike."""
    end = watched(games(world, seed), each_side_at_a_table_has_one_chair)
    again = run_many(world, seed, 1, keep=True).states
    assert end.block.tobytes() == again.tobytes()


@EVERY
def test_a_game_of_mixed_strategies_breaks_nothing_and_ends_as_the_compiled_run(scenario: str):
    check(mixed(scenario, catalogue().index(scenario)), seed=3)


@EVERY
@pytest.mark.parametrize("name", NAMES)
def test_every_strategy_in_every_seat_plays_to_the_end(name: str, scenario: str):
    world = arrange(load(scenario), changes=[Change("strategy", name)])
    made = run_many(world, 11, 4, keep=True)
    assert np.isfinite(made.metrics).all()
    assert ((made.outcome != UNDER_WAY) & (made.closed <= world.params.horizon)).all()
    for n in range(4):
        check_end(world, made.states[n : n + 1])
    assert run_many(world, 11, 2, first=2, keep=True).memory.tobytes() == made.memory[2:].tobytes()


def check_end(world: World, block) -> None:
    """Check the state a run ended in."""
    p, s = world.params, views(State, block)
    game = Game(world, 11, 0, block, s)
    everything_stays_in_its_range(game, None, game)
    assert game.over
    assert game.month == p.horizon
    for f in range(p.n_forums):
        for a in range(p.n_agencies):
            if s.role[f, a] >= PRINCIPAL and bound_by(p, s, f, p.side[a]):
                signed = s.statement[f, : p.n_items]
                assert not (p.red_line[a, : p.n_items] >> signed & (signed > 0)).any()


def test_a_broken_state_would_be_seen():
    world = arrange(load("energy-shock"), changes=[Change("horizon", 6)])
    block = run_many(world, 1, 1, keep=True).states.copy()
    check_end(world, block)
    for field in fields(State):
        if not field.whole:
            spoilt = block.copy()
            spoilt[field.name].flat[0] = np.nan
            with pytest.raises(AssertionError):
                check_end(world, spoilt)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("scenario", "arm"), ARMS)
def test_every_strategy_in_every_arm(scenario: str, arm: str):
    loaded = load(scenario)
    for seed, name in enumerate(NAMES):
        configuration, changes = with_arm(loaded, arm, None, (Change("strategy", name),))
        check(arrange(loaded, configuration, changes), seed)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@EVERY
def test_every_strategy_and_every_mixture_of_them(scenario: str):
    for first, name in enumerate(NAMES):
        alone = arrange(load(scenario), changes=[Change("strategy", name)])
        for seed in (21, 22):
            check(alone, seed)
        check(mixed(scenario, first), seed=23 + first)
