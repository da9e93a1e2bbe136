"""Phase 1, events: dated and random shocks, and what time itself wears away.

Sources: IINA-2022 39 (leaders' attention is needed), 42 and 50 (shocks change the agenda).
"""

from sim.rules import chance
from sim.rules.chance import uniform
from sim.rules.codes import (
    ATTENTION,
    BUY_IN,
    COORDINATOR,
    EMPHASIS,
    EXPECTATION,
    GRIDLOCK,
    PRESSURE,
    PURPOSE,
    RANK,
    ROLE,
    STANDING,
    STATURE,
    SUMMIT,
    SUPPORT,
    TENSION,
    TURF,
)
from sim.rules.rule import rule
from sim.rules.value import clip

EVENT_SLOTS = chance.EVENTS
EMPHASIS_LIMIT = 5.0
"""No run of shocks makes an item matter more than five times as much as before."""


@rule
def events(p, s, words):
    """Let this month's events happen: dated ones on their day, random ones by chance, each once."""
    for side in range(p.n_sides):
        s.attention[side] = s.attention[side] * (1.0 - p.attention_decay[side])
    if s.summit_in[0] >= 0:
        s.summit_in[0] -= 1
    for e in range(p.n_events):
        due = p.event_month[e] == s.month[0]
        struck = p.event_month[e] == 0 and uniform(words, EVENT_SLOTS, e) < p.event_chance[e]
        if s.happened[e] == 0 and (due or struck):
            s.happened[e] = 1
            for x in range(p.n_effects):
                if p.effect_event[x] == e:
                    take_effect(p, s, x)


@rule
def take_effect(p, s, x):
    """Apply one effect of an event to the state; shares stay within 0..1."""
    kind = p.effect_kind[x]
    on = p.effect_on[x]
    of = p.effect_of[x]
    size = p.effect_size[x]
    if kind == EMPHASIS:
        for side in range(p.n_sides):
            if of == -1 or of == side:
                s.emphasis[side, on] = clip(s.emphasis[side, on] + size, 0.0, EMPHASIS_LIMIT)
    elif kind == TENSION:
        s.tension[0] = clip(s.tension[0] + size, 0.0, 1.0)
    elif kind == PURPOSE:
        s.purpose[0] = clip(s.purpose[0] + size, 0.0, 1.0)
    elif kind == SUMMIT:
        s.summit_in[0] = int(size)
    elif kind == ATTENTION:
        s.attention[on] = clip(s.attention[on] + size, 0.0, 1.0)
    elif kind == COORDINATOR:
        s.coordinator[on] = clip(s.coordinator[on] + size, 0.0, 1.0)
    elif kind == GRIDLOCK:
        s.gridlock[on] = clip(s.gridlock[on] + size, 0.0, 1.0)
    elif kind == SUPPORT:
        s.support[on] = clip(s.support[on] + size, 0.0, 1.0)
    elif kind == PRESSURE:
        s.pressure[on] = clip(s.pressure[on] + size, 0.0, 1.0)
    elif kind == STANDING:
        s.standing[on] = max(0.0, s.standing[on] + size)
    elif kind == STATURE:
        s.stature[on] = clip(s.stature[on] + size, 0.0, 1.0)
    elif kind == EXPECTATION:
        s.expectation[on] = clip(s.expectation[on] + size, 0.0, 1.0)
    elif kind == TURF:
        s.turf[on] = clip(s.turf[on] + size, 0.0, 1.0)
    elif kind == BUY_IN:
        s.buy_in[on] = clip(s.buy_in[on] + size, 0.0, 1.0)
    elif kind == RANK:
        s.rank[on] = clip(s.rank[on] + size, 0.0, 1.0)
    elif kind == ROLE:
        for f in range(p.n_forums):
            if of == -1 or of == f:
                s.role[f, on] = int(size)
