"""A meeting of the small world, led by a script."""

from typing import Any

import numpy as np

from sim.rules.codes import ASKS, CHANCE, CONSENT, FLOOR, MINISTERIAL, NOTHING, PASS
from sim.rules.conclude import start
from sim.rules.params import Params
from sim.rules.proceedings import enact, seek
from sim.rules.state import State
from tests.rules.small import move, small

WHOLE = 0b11110
"""A mandate for every level."""


def meeting(kind: int = MINISTERIAL, month: int = 1, **changes: Any) -> tuple[Params, State]:
    """Return a small world with its forum in session on all items, every level cleared."""
    p, s = small(**changes)
    s.month[0] = month
    for f in range(p.n_forums):
        s.session[f] = kind
        s.ministerials[f] = int(kind == MINISTERIAL)
        s.treated[f, : p.n_items] = 1
        s.mandate[f, : p.n_sides, : p.n_items] = WHOLE
        start(p, s, f)
    return p, s


def asked(p: Params, s: State) -> tuple[str, int]:
    """Return what is asked next and of whom; ``("chance", -1)`` when the meetings are over."""
    if s.ask[0] in (NOTHING, CHANCE):
        seek(p, s)
    return ASKS[s.ask[0]], int(s.ask_agency[0])


def say(p: Params, s: State, *moves: np.ndarray) -> list[tuple[str, int]]:
    """Let whoever is asked make these moves, one after the other; return what each was asked."""
    seen = []
    for each in moves:
        seen.append(asked(p, s))
        enact(p, s, each)
        s.ask[0] = NOTHING
    return seen


def consent() -> np.ndarray:
    return move(CONSENT)


def passes() -> np.ndarray:
    return move(PASS)


def to_the_end(p: Params, s: State) -> list[tuple[str, int]]:
    """Let everybody pass, or consent, until the meetings are over; return what was asked."""
    seen = []
    while asked(p, s)[0] != "chance":
        seen += say(p, s, passes() if s.ask[0] == FLOOR else consent())
    return seen
