"""The exact Nash point of a forum, for the baseline strategy that may know it.

The text with the largest product of the principals' gains over no deal, among all texts free
of red lines that leave nobody worse off (nash1950).
"""

from itertools import product

import numpy as np

from sim.rules.block import Floats, Ints
from sim.rules.params import Params
from sim.rules.seats import seated
from sim.rules.sizes import ITEMS
from sim.rules.state import State

WIDE = 7
"""Items searched at once, as one array of 5 ** WIDE texts; any others are looped over."""


def nash_text(p: Params, s: State, f: int) -> Ints:
    """Return the levels of the Nash point, shape (I,); all 0 where no text gains for everybody."""
    seats = [a for a in range(p.n_agencies) if seated(s, f, a)]
    items = [i for i in range(p.n_items) if s.admitted[f, i]]
    gains = [[item_gains(p, s, f, a, i) for i in items] for a in seats]
    forbidden = [[red_levels(p, seats, i, level) for level in range(5)] for i in items]
    loop, wide = items[WIDE:], min(WIDE, len(items))
    best, chosen = 0.0, np.zeros(ITEMS, dtype=np.int64)
    sums = [combined([row[n] for n in range(wide)]) for row in gains]
    banned = combined([np.array(row, dtype=np.float64) for row in forbidden[:wide]]) > 0
    for levels in product(range(5), repeat=len(loop)):
        if any(forbidden[WIDE + n][level] for n, level in enumerate(levels)):
            continue
        total = np.ones(5**wide)
        for row, base in zip(gains, sums, strict=True):
            total *= np.maximum(base + sum(row[WIDE + n][x] for n, x in enumerate(levels)), 0.0)
        total[banned] = 0.0
        at = int(np.argmax(total))
        if total[at] > best:
            best = float(total[at])
            found = [*(int(x) for x in np.unravel_index(at, (5,) * wide)), *levels]
            chosen[:] = 0
            chosen[items] = found
    return chosen


def item_gains(p: Params, s: State, f: int, a: int, i: int) -> Floats:
    """Return what each level of an item adds to an agency's value of no deal, shape (5,)."""
    worth = s.worth[a, i]
    return np.asarray(s.weight[f, a, i] * (worth - worth[0]))


def red_levels(p: Params, seats: list[int], i: int, level: int) -> bool:
    """Say whether a level of an item crosses the red line of any seat."""
    return any((int(p.red_line[a, i]) >> level) & 1 for a in seats)


def combined(rows: list[Floats]) -> Floats:
    """Return the sums of all choices of one number from each row, first row slowest."""
    total = np.zeros(1)
    for row in rows:
        total = (total[:, None] + row[None, :]).ravel()
    return total
