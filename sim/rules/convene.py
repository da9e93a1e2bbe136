"""Phase 2, convene: whether a forum meets this month, and with which items on its list.

Sources: IINA-2022 41 (tiers below the ministers, summits feed the forum), 44 (a crowded
agenda), 45 (meetings are hard to schedule, more seats make it harder).
"""

from math import sqrt

import numpy as np

from sim.rules import chance
from sim.rules.chance import uniform
from sim.rules.codes import MINISTERIAL, NO_MEETING, PARTNER, UNDER_WAY, WORKING
from sim.rules.rule import rule
from sim.rules.seats import principals, seated, sides_present

CONVENE_SLOTS = chance.CONVENE
SUMMIT_SIGHT = 3
"""Months ahead at which a leaders' summit begins to clear ministers' calendars."""


@rule
def common_date(p, s, f):
    """Return the chance a month that all principals of a forum find a date, 0..1.

    ``windows * product of availability`` over the principals, each consulted partner
    taking its own share; rarer with every seat, so the expected wait grows convexly
    (IINA-2022 45). A summit within three months lifts it (IINA-2022 41).
    """
    chance_of_date = p.windows[f]
    for a in range(p.n_agencies):
        if seated(s, f, a):
            chance_of_date *= p.availability[a]
        elif s.role[f, a] == PARTNER:
            chance_of_date *= 1.0 - p.partner_burden
    if s.summit_in[0] >= 0 and s.summit_in[0] * p.tick <= SUMMIT_SIGHT:
        chance_of_date *= 1.0 + p.summit_boost
    return min(chance_of_date, 1.0)


@rule
def last_date(p, s, f):
    """Return the chance that the principals find a date at the deadline, 0..1.

    Each must free itself, so it too falls with every seat (IINA-2022 45): a quarter of the
    exponent for each, as the parameter is told for four.
    """
    each = sqrt(sqrt(p.last_chance))
    chance_of_date = 1.0
    for _ in range(principals(p, s, f)):
        chance_of_date *= each
    return chance_of_date


@rule
def session_chance(p, f):
    """Return the chance a month that at least one tier below the ministers meets, 0..1."""
    nobody = 1.0
    for _ in range(p.tiers[f]):
        nobody *= 1.0 - p.session_rate[f]
    return 1.0 - nobody


@rule
def list_items(p, s, f, words):
    """Choose the items a meeting treats: as many as the agenda leaves room for, weightiest first.

    Of a session's ``capacity`` the other business on the agenda takes its proportional
    share (IINA-2022 44). A little chance enters the order, so no item is shut out for good.
    """
    waiting = np.zeros(p.n_items)
    count = 0
    seats = principals(p, s, f)
    for i in range(p.n_items):
        s.treated[f, i] = 0
        waiting[i] = -1.0
        if s.admitted[f, i] == 1:
            total = 0.0
            for a in range(p.n_agencies):
                if seated(s, f, a):
                    total += s.weight[f, a, i]
            if total == 0.0:
                continue
            count += 1
            waiting[i] = total / seats + 0.2 * uniform(words, CONVENE_SLOTS, 2 * p.n_forums + i)
    if count == 0:
        return
    room = int(p.capacity[f] * count / (count + s.standing[f]))
    for _ in range(min(max(room, 1), count)):
        first = 0
        for i in range(p.n_items):
            if waiting[i] > waiting[first]:
                first = i
        s.treated[f, first] = 1
        waiting[first] = -1.0


@rule
def convene(p, s, words):
    """Decide for every forum still under way whether ministers, officials or nobody meets."""
    for f in range(p.n_forums):
        s.session[f] = NO_MEETING
        if s.outcome[f] != UNDER_WAY or sides_present(p, s, f) < 2:
            continue
        date = common_date(p, s, f)
        if s.month[0] >= s.deadline[f]:
            date = max(date, last_date(p, s, f))
        if uniform(words, CONVENE_SLOTS, 2 * f) < date:
            s.session[f] = MINISTERIAL
            s.ministerials[f] += 1
        elif uniform(words, CONVENE_SLOTS, 2 * f + 1) < session_chance(p, f):
            s.session[f] = WORKING
            s.sessions[f] += 1
        if s.session[f] != NO_MEETING:
            list_items(p, s, f, words)
