"""No agency is favoured for its place in the arrays.

What does depend on the order is who is asked first where several could be, and who is named
where several objected or withheld: the rota, the last objector, the first withholder. So the
speaking order is held here, and those names are not compared. Sums over agencies may round
otherwise.
"""

import numpy as np
import pytest

from agents.decide import decide
from sim.rules.block import empty_block, views
from sim.rules.chance import MISREAD, PHASES, SLOTS
from sim.rules.codes import (
    ANSWERING,
    CHAIR,
    CLOSING_UP,
    FLOOR,
    MINISTERIAL,
    PARTNER,
    PRINCIPAL,
    STRATEGIES,
    SUBORDINATE,
)
from sim.rules.conclude import start
from sim.rules.knowledge import Knowledge, know
from sim.rules.month import begin, close_month, open_month
from sim.rules.proceedings import enact, pose, seek_answer
from sim.rules.state import State
from tests.rules.permuted import differences, two_orders
from tests.rules.small import move

N = 6
ITEMS = 3
WHOLE = 0b11110
NAMES = {"stalled_by", "objector", "reason"}
"""State variables that name one agency, or its reason, where there may be several."""


def figures(rng: np.random.Generator) -> dict[str, object]:
    """Return a world without ties: every figure of an agency is its own."""
    side = rng.permutation([0, 0, 0, 1, 1, 1])
    role = rng.choice([0, SUBORDINATE, PARTNER, PRINCIPAL], N)
    for each in (0, 1):
        role[np.flatnonzero(side == each)[:2]] = [CHAIR, PRINCIPAL]
    return {
        "n_agencies": N,
        "n_items": ITEMS,
        "side": side,
        "role0": role,
        "position": 4 * rng.random((N, ITEMS)),
        "salience": rng.random((N, ITEMS)),
        "outside": 0.1 * rng.random((N, ITEMS)),
        "authority": rng.choice([0.0, 0.5, 1.0], (N, ITEMS)),
        "turf0": rng.random(N),
        "patience": rng.random(N),
        "expertise": rng.random(N),
        "availability": 0.5 + 0.5 * rng.random(N),
        "delivery_capacity": rng.random(N),
        "strategy": rng.integers(0, len(STRATEGIES), N),
        "trust0": rng.random(),
        "tolerance": 0.2 * rng.random(),
        "uncertainty": 1.0,
        "externality": 2 * rng.random(ITEMS) - 1,
        "side_payments": 9.0,
        "settle_cost": 9.0,
    }


def begun(p) -> State:
    s = views(State, empty_block(State))
    begin(p, s)
    return s


@pytest.mark.parametrize("seed", range(6))
def test_months_without_meetings(seed: int):
    rng = np.random.default_rng(seed)
    order = rng.permutation(N)
    one, other = two_orders(order, **figures(rng) | {"windows": 0.0, "tiers": 0, "deadline": 9})
    left, right = begun(one), begun(other)
    for _ in range(6):
        words = rng.integers(0, 2**32, (PHASES, SLOTS))
        same = words.copy()
        rows = words[MISREAD, : N * ITEMS].reshape(N, ITEMS)
        same[MISREAD, : N * ITEMS] = rows[np.argsort(order)].ravel()
        open_month(one, left, words)
        open_month(other, right, same)
        assert set(differences(one, left, right, order)) <= NAMES
        left.outcome[0] = right.outcome[0] = rng.choice([0, 4])
        left.in_force[0] = right.in_force[0] = left.outcome[0]
        left.party[0] = right.party[0] = 1
        left.statement[0, :ITEMS] = right.statement[0, :ITEMS] = rng.integers(0, 5, ITEMS)
        close_month(one, left, words)
        close_month(other, right, same)
        assert set(differences(one, left, right, order)) <= NAMES
        left.outcome[0] = right.outcome[0] = 0
        left.in_force[0] = right.in_force[0] = 0


def answer(p, s, dice: np.ndarray) -> None:
    """Let the seat that is asked move by its strategy, with the dice it is given."""
    k = views(Knowledge, empty_block(Knowledge))
    know(p, s, 0, s.ask_agency[0], k)
    k.first_die[0], k.second_die[0] = dice
    made = move(0)
    decide(k, made)
    enact(p, s, made)


def take_turns(p, s, speakers: np.ndarray, dice: np.ndarray) -> None:
    """Give the floor to these speakers, one after the other, and settle what each moves."""
    for n, a in enumerate(speakers):
        pose(s, FLOOR, 0, a)
        answer(p, s, dice[n, a])
        while s.stage[0] in (ANSWERING, CLOSING_UP):
            if seek_answer(p, s, 0, s.stage[0]):
                answer(p, s, dice[n, s.ask_agency[0]])


@pytest.mark.parametrize("seed", range(12))
def test_meetings_with_the_speaking_order_held(seed: int):
    rng = np.random.default_rng(seed)
    order = rng.permutation(N)
    worlds = two_orders(order, **figures(rng) | {"link_limit": int(rng.integers(1, 4))})
    principals = np.flatnonzero(worlds[0].role0[0, :N] >= PRINCIPAL)
    speakers = rng.choice(principals, 30)
    dice = rng.random((30, N, 2))
    month, target = rng.integers(1, 8), rng.integers(0, 5, ITEMS)
    states = []
    for p, places in zip(worlds, (np.arange(N), order), strict=True):
        s = begun(p)
        s.month[0], s.session[0] = month, MINISTERIAL
        s.mandate[0, :2, :ITEMS], s.treated[0, :ITEMS], s.target[0, :ITEMS] = WHOLE, 1, target
        start(p, s, 0)
        take_turns(p, s, places[speakers], dice[:, np.argsort(places)])
        states.append(s)
    last = {"ask_agency"}  # the last to be asked for an answer
    assert set(differences(worlds[0], *states, order)) <= NAMES | last
    assert states[0].amendments[0] > 0
