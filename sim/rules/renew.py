"""New talks at a forum that meets for good: a new text on top of the statement in force.

A committee of ministers does not end with its first statement (IINA-2022 41-43: the security 2+2
met for decades and its agenda grew). After a rest the forum opens the text again. What is in
force stays so, and is what no deal is worth, unless all agree on something else.
"""

from sim.rules.codes import UNDER_WAY
from sim.rules.rule import rule


@rule
def renew(p, s):
    """Open new talks at every forum whose rest is over and that still has a month for them."""
    for f in range(p.n_forums):
        if p.renewal[f] == 0 or s.outcome[f] == UNDER_WAY or s.month[0] >= p.horizon:
            continue
        if s.month[0] - s.closed[f] >= p.renewal[f]:
            open_talks(p, s, f)


@rule
def open_talks(p, s, f):
    """Put all items back in brackets, each at the level in force, with a deadline of its own."""
    s.outcome[f] = UNDER_WAY
    s.opened[f] = s.month[0] - 1
    s.deadline[f] = min(s.opened[f] + p.deadline[f], p.horizon)
    s.reopened[f] = 0
    s.closing[f] = 0
    for side in range(p.n_sides):
        s.chair_texts[f, side] = 0
        s.recesses[f, side] = 0
    for i in range(p.n_items):
        s.text[f, i] = s.statement[f, i]
        s.clean[f, i] = 0
        s.tabled[f, i] = -1
        s.objector[f, i] = -1
        s.reason[f, i] = 0
    for a in range(p.n_agencies):
        s.offers[f, a] = 0
        s.lowest_offer[f, a] = 0.0
        s.steps_down[f, a] = 0
        s.received[f, a] = 0.0
        for i in range(p.n_items):
            s.contested[f, a, i] = 0
            for level in range(5):
                s.proposed[f, a, i, level] = 0.0
