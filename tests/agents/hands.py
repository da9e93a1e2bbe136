"""A seat's knowledge made by hand, and what a strategy makes of it."""

from typing import Any

import numpy as np

from agents.registry import STRATEGIES
from sim.play.moves import Move, decoded, empty_move
from sim.rules.block import empty_block, views
from sim.rules.codes import ANSWER, FLOOR
from sim.rules.knowledge import Knowledge

WHOLE = 0b11110
ITEMS = tuple(f"I{n:02}" for n in range(16))


def hand(ask: int = FLOOR, wish: Any = (4.0, 4.0), care: Any = (0.5, 0.5), **known: Any):
    """Return what seat 0 of three knows; its wishes and weights of the items give its values.

    Whatever is named in ``known`` is set in the leading corner of that array.
    """
    n = len(wish)
    k = views(Knowledge, empty_block(Knowledge))
    levels = np.arange(5)
    for i in range(n):
        k.value[i] = care[i] * (1.0 - abs(levels - wish[i]) / 4.0)
    k.ask[0], k.n_items[0], k.n_agencies[0], k.link_limit[0] = ask, n, 3, 2
    k.mandate[:n], k.treated[:n], k.motion[:] = WHOLE, 1, -1
    k.others[1:3] = 1
    k.mover[0] = 1 if ask == ANSWER else -1
    k.walk_away[0] = k.value[:n, 0].sum()
    k.best[0] = k.value[:n].max(axis=1).sum()
    k.weight[:n] = care
    k.tolerance[0] = 0.05
    for name, value in known.items():
        array = getattr(k, name)
        array[tuple(slice(size) for size in np.shape(value)) or 0] = value
    if "text" in known:
        k.clean[:] = k.text > 0
    return k


def chosen(name: str, k: Knowledge) -> Move:
    """Return the move of the strategy of that name."""
    array = empty_move()
    STRATEGIES[name].rule(k, array)
    return decoded("me", ITEMS, array)


def amends(**levels: int) -> Move:
    return Move("me", "amend", tuple(levels.items()))


def aspiration(name: str, low: float = 0.0, high: float = 1.0, **known: Any) -> float:
    """Return what a strategy holds out for: the least it lets its best text of one item fall to.

    The seat has ``high`` in the text and ``low`` without a deal, and is asked for less.
    """
    k = hand(ANSWER, wish=(4.0,), care=(1.0,), text=[4], motion=[3], **known)
    k.walk_away[0], k.best[0] = low, high
    bottom, top = low, high
    for _ in range(24):
        middle = (bottom + top) / 2
        k.value[0] = [low, low, low, middle, high]
        if chosen(name, k).kind == "consent":
            top = middle
        else:
            bottom = middle
    return top
