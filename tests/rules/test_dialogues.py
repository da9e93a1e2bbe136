"""Two dialogues on parts of an agenda can never do better than one forum on all of it."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.rules.value import text_value, walk_away
from tests.rules.small import small

ALL = [[1, 1, 1]]
APART = [[1, 1, 0], [0, 0, 1]]
TEXTS = [np.array([*levels] + [0] * 13) for levels in product(range(5), repeat=3)]


def world(agenda, **figures):
    return small(n_items=3, n_forums=len(agenda), agenda=agenda, authority=1.0, **figures)


def feasible(p, s, f: int, text: np.ndarray) -> bool:
    """Say whether every principal could live with a text of a forum."""
    own = np.where(p.agenda[f] == 1, text, 0)
    for a in range(p.n_agencies):
        if any(int(p.red_line[a, i]) >> int(own[i]) & 1 for i in range(3)):
            return False
        if text_value(p, s, f, a, own) < walk_away(p, s, f, a) - 1e-12:
            return False
    return True


def welfare(p, s, text: np.ndarray) -> float:
    """Return the sum of the principals' values of a text on all items."""
    return sum(text_value(p, s, 0, a, text) for a in range(p.n_agencies))


@settings(max_examples=20)
@given(st.integers(0, 2**32 - 1))
def test_what_two_dialogues_can_reach_one_forum_can(seed: int):
    rng = np.random.default_rng(seed)
    figures = {
        "position": 4 * rng.random((4, 3)),
        "salience": rng.random((4, 3)),
        "outside": 0.3 * rng.random((4, 3)),
        "red_line": 2 * rng.integers(0, 16, (4, 3)) * (rng.random((4, 3)) < 0.2),
    }
    joint, apart = world(ALL, **figures), world(APART, **figures)
    both = [text for text in TEXTS if all(feasible(*apart, f, text) for f in (0, 1))]
    whole = [text for text in TEXTS if feasible(*joint, 0, text)]
    assert {tuple(text) for text in both} <= {tuple(text) for text in whole}
    assert max(welfare(*joint, t) for t in both) <= max(welfare(*joint, t) for t in whole)


def test_a_trade_that_only_one_forum_can_make():
    # Each side wants one of the items whole and the other not at all, and cares three times
    # more for the one. Apart, neither item can be agreed; linked, both gain.
    wish = [[4.0, 0.0, 0.0], [4.0, 0.0, 0.0], [0.0, 0.0, 4.0], [0.0, 0.0, 4.0]]
    care = [[0.75, 0.0, 0.25], [0.75, 0.0, 0.25], [0.25, 0.0, 0.75], [0.25, 0.0, 0.75]]
    joint, apart = (world(agenda, position=wish, salience=care) for agenda in (ALL, APART))
    trade = np.array([4, 0, 4] + [0] * 13)
    assert feasible(*joint, 0, trade)
    assert not feasible(*apart, 0, trade)
    assert not feasible(*apart, 1, trade)
    nothing = np.zeros(16, dtype=np.int64)
    assert welfare(*joint, trade) == 3.0  # 0.75 each
    assert welfare(*joint, nothing) == 1.0
