"""A small world for the tests: by default a 2+2 of four agencies that all want two items whole.

Agency 0 and 1 are of side 0, agency 2 and 3 of side 1. Agencies 0 and 2 lead on item 0, agencies
1 and 3 on item 1. Every number can be set by its name; most are halves and quarters, so that sums
worked out by hand are exact.
"""

from typing import Any

import numpy as np

from sim.rules.block import Block, empty_block, fields, views
from sim.rules.chance import PHASES, SLOTS
from sim.rules.codes import CHAIR, LEVELS_FROM, LINEAR, PRINCIPAL, REASON
from sim.rules.knowledge import Knowledge, know
from sim.rules.month import begin
from sim.rules.params import Params
from sim.rules.seats import admit
from sim.rules.sizes import ITEMS
from sim.rules.state import State
from sim.rules.value import revalue

DEFAULTS: dict[str, Any] = {
    "n_forums": 1,
    "n_sides": 2,
    "n_agencies": 4,
    "n_items": 2,
    "horizon": 12,
    "deadline": 8,
    "session_rounds": 1,
    "ministerial_rounds": 2,
    "link_limit": 2,
    "tiers": 1,
    "windows": 1.0,
    "session_rate": 0.5,
    "capacity": 4.0,
    "rank0": 1.0,
    "tick": 1,
    "harvest_after": 99,
    "stature0": 0.5,
    "expectation0": 0.5,
    "agenda": 1,
    "role0": [CHAIR, PRINCIPAL, CHAIR, PRINCIPAL],
    "side": [0, 0, 1, 1],
    "capability": 1.0,
    "availability": 1.0,
    "expertise": 0.5,
    "patience": 0.0,
    "delivery_capacity": 1.0,
    "strategy": LINEAR,
    "position": 4.0,
    "salience": 1.0,
    "authority": [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]],
    "coordinator0": 0.5,
    "attention0": 1.0,
    "attention_decay": 0.5,
    "gridlock0": 0.5,
    "faction_natsec": 0.5,
    "faction_domestic": 0.5,
    "business_consult": 1.0,
    "legislature_from": 5,
    "trust0": 0.5,
    "home_trust0": 0.5,
    "tension0": 0.5,
    "purpose0": 0.5,
    "detail_need": 0.5,
    "turf_weight": 0.5,
    "anxiety": 0.5,
    "pace": 1.0,
    "stall_limit": 2,
    "settle_cost": 0.25,
    "overruled_loss": 0.25,
    "recess_limit": 1,
    "reopen_months": 2,
    "refusal_memory": 0.5,
    "statement_trust": 0.5,
    "partner_standing": 0.75,
    "subordinate_standing": 0.25,
    "bill_pace": 0.5,
    "bill_window": 6,
    "delivery_rate": 0.5,
    "loyalty": 0.5,
    "effort_cost": 0.5,
    "carve_out_loss": 0.25,
    "alone_cost": 0.5,
    "learning_rate": 0.5,
    "stature_rate": 0.5,
}
"""What differs from zero."""


def params_block(**changes: Any) -> Block:
    """Return the memory of a small world; a single number is spread over its axes."""
    values = DEFAULTS | changes
    block = empty_block(Params)
    counts = {axis: values.get(name, 0) for axis, name in COUNTS.items()}
    for name, value in values.items():
        field = FIELDS[name]
        room = tuple(counts.get(axis, 5) for axis in field.axes)
        if field.scalar:
            block[name] = value
        else:
            corner = tuple(slice(n) for n in room)
            given = np.asarray(value)[corner[-np.ndim(value) :] if np.ndim(value) else ...]
            block[name][0][corner] = np.broadcast_to(given, room)
    return block


FIELDS = {field.name: field for field in fields(Params)}
COUNTS = {
    "F": "n_forums",
    "S": "n_sides",
    "A": "n_agencies",
    "I": "n_items",
    "E": "n_events",
    "X": "n_effects",
    "K": "n_pressures",
}


def small(**changes: Any) -> tuple[Params, State]:
    """Return a small world and its state before month 1."""
    p = views(Params, params_block(**changes))
    s = views(State, empty_block(State))
    begin(p, s)
    return p, s


def renewed(p: Params, s: State) -> None:
    """Reckon anew what a month reckons once, after a test has changed the state."""
    revalue(p, s)
    admit(p, s)


def words(luck: float = 0.0) -> np.ndarray:
    """Return the words of a month in which every throw of the dice comes out alike."""
    return np.full((PHASES, SLOTS), int(luck * 2**32), dtype=np.int64)


def knowledge(p: Params, s: State, a: int, f: int = 0) -> Knowledge:
    """Return what an agency knows."""
    k = views(Knowledge, empty_block(Knowledge))
    know(p, s, f, a, k)
    return k


def move(kind: int, *, item: int = -1, reason: int = 0, **levels: int) -> np.ndarray:
    """Return a move as the rules read it; levels are named ``i0=2``."""
    array = np.full(LEVELS_FROM + ITEMS, -1, dtype=np.int64)
    array[:LEVELS_FROM] = kind, item, 0
    array[REASON] = reason
    for name, level in levels.items():
        array[LEVELS_FROM + int(name[1:])] = level
    return array
