"""Phase 9, learn: turf, commitment, trust, stature and purpose drift with experience, both ways.

Everything moves a fixed share of the way towards what experience suggests, every month, so
progress is slow and can be lost. Sources: IINA-2022 42-43 (reluctance faded with joint gains,
stature grew), 46 (expectations), 48 (long run), 52-53 (shared purpose); A2M-2018 4 (tension).
"""

import numpy as np

from sim.rules.codes import CLEAN, UNDER_WAY
from sim.rules.rule import rule
from sim.rules.seats import bound_by, heard, seated, standing
from sim.rules.value import clip, text_value


@rule
def agreed_share(p, s, f):
    """Return the share of the admissible items out of brackets or in force already, 0..1."""
    open_items = 0
    done = 0
    for i in range(p.n_items):
        if s.admitted[f, i] == 1:
            open_items += 1
            if (s.clean[f, i] == 1 and s.text[f, i] > 0) or s.statement[f, i] > 0:
                done += 1
    if open_items == 0:
        return 0.0
    return done / open_items


@rule
def delivered_share(p, s, f, side):
    """Return the mean share of its commitments a side has carried out, 0..1."""
    total = 0.0
    count = 0
    for i in range(p.n_items):
        if s.statement[f, i] > 0:
            total += s.delivered[f, side, i]
            count += 1
    if count == 0:
        return 0.0
    return total / count


@rule
def success(p, s, f):
    """Return what the forum has to show, 0..1: agreed text, half; once adopted, delivery too."""
    if s.in_force[f] < CLEAN:
        return 0.5 * agreed_share(p, s, f) if s.outcome[f] == UNDER_WAY else 0.0
    total = 0.0
    count = 0
    for side in range(p.n_sides):
        if bound_by(p, s, f, side):
            total += delivered_share(p, s, f, side)
            count += 1
    if count == 0:
        return 0.5 * agreed_share(p, s, f)
    return 0.5 * agreed_share(p, s, f) + 0.5 * total / count


@rule
def satisfaction(p, s, f, a):
    """Return how much of its possible gain over no deal the text gives an agency, 0..1."""
    floor = s.walk_away[f, a]
    room = s.best[f, a] - floor
    if room <= 0.0:
        return 0.0
    return clip((text_value(p, s, f, a, s.text[f]) - floor) / room, 0.0, 1.0)


@rule
def reflect(p, s, a):
    """Let one agency learn from the month: its turf, its commitment, its trust in others."""
    shared = 0.0
    committed = 0.0
    for f in range(p.n_forums):
        if heard(s, f, a):
            shared = max(shared, success(p, s, f))
            drive = 0.5 + 0.5 * satisfaction(p, s, f, a)
            committed = max(committed, standing(p, s, f, a) * drive)
        else:
            committed = max(committed, 0.5 * standing(p, s, f, a))
    pace = min(1.0, p.learning_rate * (1.0 + p.patience[a]))
    s.turf[a] += pace * (p.turf0[a] * (1.0 - shared) - s.turf[a])
    s.buy_in[a] += p.learning_rate * (committed - s.buy_in[a])
    learn_trust(p, s, a)


@rule
def calm_trust(p, s):
    """Return the trust between sides before anything is agreed: tension takes up to half of it."""
    return p.trust0 * (1.0 - 0.5 * s.tension[0])


@rule
def learn_trust(p, s, a):
    """Let one agency's trust follow what the others have done.

    Within a side it returns to the usual trust between its agencies. Between sides it follows
    the trust that trade tension leaves, raised by what has been agreed and delivered by the
    other side where the other agency sits.
    """
    kept = np.zeros(p.n_agencies)
    for f in range(p.n_forums):
        agreed = 0.5 * agreed_share(p, s, f)
        for side in range(p.n_sides):
            record = agreed + 0.5 * delivered_share(p, s, f, side)
            for b in range(p.n_agencies):
                if p.side[b] == side and seated(s, f, b):
                    kept[b] = max(kept[b], record)
    base = calm_trust(p, s)
    for b in range(p.n_agencies):
        due = p.home_trust0
        if p.side[b] != p.side[a]:
            due = base + (1.0 - base) * kept[b]
        if b != a:
            s.trust[a, b] += p.learning_rate * (due - s.trust[a, b])


@rule
def mature(p, s, f):
    """Let a forum's stature follow its rank and results, and expectations follow its stature."""
    due = 0.4 * s.rank[f] + 0.6 * success(p, s, f)
    s.stature[f] += p.stature_rate * (due - s.stature[f])
    s.expectation[f] += p.learning_rate * (s.stature[f] - s.expectation[f])


@rule
def sentiment(p, s, side):
    """Let support at home follow how public money is tied, and business be heard.

    Money without strings leaves regions and workers behind; strings help with falling
    returns (IINA-2022 29, 32). Consulted business lends its voice (IINA-2022 52).
    """
    tied = p.conditionality[side] * (2.0 - p.conditionality[side])
    due = 0.2 + 0.5 * tied + 0.3 * p.business_consult[side]
    s.support[side] += p.learning_rate * (due - s.support[side])


@rule
def recollect(p, s):
    """Learn what concerns the whole: forums mature, purpose drifts, refusals fade."""
    best = 0.0
    for f in range(p.n_forums):
        mature(p, s, f)
        best = max(best, success(p, s, f))
        for i in range(p.n_items):
            for level in range(5):
                s.refused[f, i, level] *= 1.0 - p.refusal_memory
    for side in range(p.n_sides):
        sentiment(p, s, side)
    s.purpose[0] += p.learning_rate * (p.purpose0 + (1.0 - p.purpose0) * best - s.purpose[0])
