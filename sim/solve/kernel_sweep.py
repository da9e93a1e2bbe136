"""Two passes over all texts of a domain, written for numba: what the solution points need.

They find what ``sim.solve.search`` finds. Each takes about a nanosecond a party and text.
"""

import numpy as np

from sim.rules.block import Floats, Ints


def gained(
    first: Floats, last: Floats, slack: float, close: float, fair: Ints, rich: Ints
) -> tuple[Floats, int, int]:
    """Return what each party can gain, and where the least and the total gain peak.

    Parameters
    ----------
    first, last : arrays, shapes (n, parties) and (m, parties)
        Gains of partial texts.
    slack : float
        The least gain that is acceptable.
    close : float
        Differences up to this do not count.
    fair, rich : arrays, shape (n * m,)
        Room for the places; some of the first may be off the peak by more than ``close``.

    Returns
    -------
    best : array, shape (parties,)
    int, int
        How many places there are in ``fair`` and in ``rich``.
    """
    parties = first.shape[1]
    best = np.full(parties, -np.inf)
    gains = np.empty(parties)
    top_least = top_total = -np.inf
    n_fair = n_rich = 0
    for i in range(first.shape[0]):
        for j in range(last.shape[0]):
            least, total = np.inf, 0.0
            for a in range(parties):
                gain = first[i, a] + last[j, a]
                gains[a] = gain
                total += gain
                least = min(least, gain)
                if gain < slack:
                    break
            if least < slack:
                continue
            for a in range(parties):
                best[a] = max(best[a], gains[a])
            if least >= top_least - close:
                if least > top_least + close:
                    n_fair = 0
                top_least = max(top_least, least)
                fair[n_fair] = i * last.shape[0] + j
                n_fair += 1
            if total >= top_total - close:
                if total > top_total + close:
                    n_rich = 0
                top_total = max(top_total, total)
                rich[n_rich] = i * last.shape[0] + j
                n_rich += 1
    return best, n_fair, n_rich


def compared(
    first: Floats,
    last: Floats,
    slack: float,
    share: Floats,
    close: Floats,
    tops: Floats,
    nash: Ints,
    even: Ints,
) -> tuple[float, int, int]:
    """Return the largest product of shares, and how many places may have it or the least share.

    Parameters
    ----------
    share : array, shape (parties,)
        By which gains become shares; 0 leaves a party out.
    close : array, shape (2,)
        Differences that do not count: of products, as a part of the largest, and of shares.
    tops : array, shape (2,)
        A product and a least share that some text is known to reach.
    """
    parties = first.shape[1]
    top_nash, top_even = tops[0], tops[1]
    n_nash = n_even = 0
    hope = np.empty(parties)
    for a in range(parties):
        hope[a] = last[:, a].max()
    for i in range(first.shape[0]):
        times, least = 1.0, np.inf
        for a in range(parties):
            if share[a] > 0.0:
                part = (first[i, a] + hope[a]) * share[a]
                least = min(least, part)
                times *= max(part, 0.0)
        if times < top_nash * (1.0 - close[0]) and least < top_even - close[1]:
            continue
        for j in range(last.shape[0]):
            least, times, suits = np.inf, 1.0, True
            for a in range(parties):
                gain = first[i, a] + last[j, a]
                if gain < slack:
                    suits = False
                    break
                if share[a] > 0.0:
                    part = gain * share[a]
                    least = min(least, part)
                    times *= max(part, 0.0)
            if not suits:
                continue
            if times >= top_nash * (1.0 - close[0]):
                if times * (1.0 - close[0]) > top_nash:
                    n_nash = 0
                top_nash = max(top_nash, times)
                nash[n_nash] = i * last.shape[0] + j
                n_nash += 1
            if least >= top_even - close[1]:
                if least > top_even + close[1]:
                    n_even = 0
                top_even = max(top_even, least)
                even[n_even] = i * last.shape[0] + j
                n_even += 1
    return top_nash, n_nash, n_even
