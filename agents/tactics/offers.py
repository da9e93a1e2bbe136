"""The search for an amendment: what to ask for, linked with what.

Options are single levels of single items; an amendment links up to L of them. One or two
are searched exactly; a third and further ones are added greedily, as negotiators build packages.
"""

import numpy as np

from agents.tactics.moves import say
from agents.tactics.opponents import wishes
from sim.rules.codes import AMEND, LEVELS_FROM
from sim.rules.knowledge import SLACK
from sim.rules.rule import rule

REFUSAL_WEIGHT = 0.02
"""Value a negotiator writes off for each remembered refusal of a level."""

OPTIONS = 64
"""Room for the options on the table: 16 items of 4 levels."""

EVERYTHING = 1e9
"""More than any amendment can gain."""


@rule
def options(k, care, modelled, item, level, gain, score):
    """List what the seat may ask for: levels in its mandate, clear of red lines, on this list.

    Parameters
    ----------
    care : float, 0..1
        Weight of what the others are seen to want.
    modelled : bool
        Whether to weigh the items by how often each seat has raised them.
    item, level : arrays, shape (OPTIONS,), int
        Receive the options.
    gain, score : arrays, shape (OPTIONS,), value
        Receive the seat's own gain, and its judgement of the option.

    Returns
    -------
    int
        The number of options.
    """
    wish = np.zeros((k.n_agencies[0], k.n_items[0]))
    weight = np.zeros((k.n_agencies[0], k.n_items[0]))
    others = wishes(k, modelled, wish, weight)
    count = 0
    for i in range(k.n_items[0]):
        now = k.text[i]
        if k.treated[i] == 0:
            continue
        for aim in range(1, 5):
            if aim == now or (k.red_line[i] >> aim) & 1 or not (k.mandate[i] >> aim) & 1:
                continue
            item[count] = i
            level[count] = aim
            gain[count] = k.value[i, aim] - k.value[i, now]
            theirs = 0.0
            for b in range(k.n_agencies[0]):
                if weight[b, i] > 0.0:
                    nearer = abs(now - wish[b, i]) - abs(aim - wish[b, i])
                    theirs += weight[b, i] * nearer / 4.0
            if others > 0:
                theirs = theirs / others
            refusals = REFUSAL_WEIGHT * k.refused[i, aim]
            score[count] = gain[count] + care * theirs - refusals
            count += 1
    return count


@rule
def best_amendment(k, limit, least, most, care, modelled, move):
    """Write the best amendment whose own gain lies within ``least`` and ``most``.

    Parameters
    ----------
    limit : int
        Most items to link.
    least, most : float, value
        Bounds on the change in the seat's own value of the text; ``most`` is exclusive.

    Returns
    -------
    float
        The amendment's score; 0 and no move written where none scores above 0.
    """
    item = np.zeros(OPTIONS, dtype=np.int64)
    level = np.zeros(OPTIONS, dtype=np.int64)
    gain = np.zeros(OPTIONS)
    score = np.zeros(OPTIONS)
    count = options(k, care, modelled, item, level, gain, score)
    best = 0.0
    first = -1
    second = -1
    for a in range(count):
        if score[a] > best + SLACK and least - SLACK <= gain[a] < most:
            best = score[a]
            first = a
            second = -1
        if limit < 2:
            continue
        for b in range(a + 1, count):
            if score[a] + score[b] <= best + SLACK or item[a] == item[b]:
                continue
            if least - SLACK <= gain[a] + gain[b] < most:
                best = score[a] + score[b]
                first = a
                second = b
    if first < 0:
        return 0.0
    say(move, AMEND)
    move[LEVELS_FROM + item[first]] = level[first]
    total = gain[first]
    if second >= 0:
        move[LEVELS_FROM + item[second]] = level[second]
        total += gain[second]
        for _ in range(limit - 2):
            further = -1
            for c in range(count):
                if move[LEVELS_FROM + item[c]] >= 0 or score[c] <= SLACK:
                    continue
                fits = least - SLACK <= total + gain[c] < most
                if fits and (further < 0 or score[c] > score[further]):
                    further = c
            if further >= 0:
                move[LEVELS_FROM + item[further]] = level[further]
                total += gain[further]
                best += score[further]
    return best
