"""The expected-utility challenge model, as Scholz, Calbert and Smith read it (scholz2011).

Each round every actor expects to gain or lose by challenging every other; the dearest threats
it sees make it yield: to the position of one who wins a confrontation, to a point between where
one compromises, to the position of one it cannot resist. The formulas are in the paper's
sections 3 to 6; two points that its text leaves open are settled so that its printed rounds come
out (docs/decisions.md): the denominator of a probability takes in all pairs of positions, and
of several compromises an actor takes that with the lowest weighted position.
"""

from dataclasses import dataclass

import numpy as np

from sim.rules.block import Floats


@dataclass(frozen=True, eq=False)
class Round:
    """The forecast after a round; round 0 is the start."""

    median: float
    """The position that beats every other by weighted votes."""
    mean: float
    """Mean position, weighted by capability times salience."""
    position: Floats
    """Shape (actors,)."""


def challenge(
    position: Floats, capability: Floats, salience: Floats, rounds: int = 1, stay: float = 1.0
) -> list[Round]:
    """Return the rounds of the challenge model on one issue.

    Parameters
    ----------
    position, capability, salience : arrays, shape (actors,)
        Salience within 0..1.
    rounds : int
        How many; the model does not settle down, so later ones are no better founded.
    stay : float
        Probability that the status quo holds where nobody challenges, Q in the paper.
    """
    here = np.array(position, dtype=np.float64)
    span = float(np.ptp(here))
    weight = capability * salience
    made = [forecast(here, weight)]
    for _ in range(rounds):
        if span > 0.0 and np.any(weight > 0.0):
            here = moved(here / span, weight, salience, stay) * span
        made.append(forecast(here, weight))
    return made


def forecast(position: Floats, weight: Floats) -> Round:
    """Return the median and the mean of positions.

    The median is found as in the paper, by votes between one position after another, from the
    lowest.
    """
    total = float(weight.sum())
    mean = float((weight * position).sum() / total) if total > 0.0 else float(position.mean())
    ahead, *others = np.unique(position)
    for other in others:
        if (weight * (np.abs(position - ahead) - np.abs(position - other))).sum() > 0.0:
            ahead = other
    return Round(float(ahead), mean, position)


def moved(x: Floats, weight: Floats, salience: Floats, stay: float) -> Floats:
    """Return the positions after a round, all in units of the range at the start."""
    expected = expectations(x, weight, salience, exponents(x, weight, salience, stay), stay)
    new = x.copy()
    for i in range(len(x)):
        mine, theirs = expected[i, i], expected[i, :, i]
        apart = x != x[i]
        lost = apart & (theirs > mine) & (mine > 0.0)
        pressed = apart & (theirs > 0.0) & (mine < 0.0)
        between = pressed & (theirs > -mine)
        if lost.any():
            new[i] = nearest(x, i, lost)
        elif between.any():
            some = np.flatnonzero(between)
            give, take = -mine[some], theirs[some]
            first = np.argmin((give * x[i] + take * x[some]) / (give + take))
            new[i] = x[i] + (x[some] - x[i])[first] * (give / take)[first]
        elif pressed.any():
            new[i] = nearest(x, i, pressed)
    return new


def nearest(x: Floats, i: int, some: np.ndarray) -> float:
    """Return the position of one of some actors that is nearest to an actor's."""
    places = np.flatnonzero(some)
    return float(x[places[np.argmin(np.abs(x[places] - x[i]))]])


def exponents(x: Floats, weight: Floats, salience: Floats, stay: float) -> Floats:
    """Return each actor's risk exponent, 0.5 (bold) to 2 (timid), from its danger where it is."""
    neutral = np.ones(len(x))
    expected = expectations(x, weight, salience, neutral, stay)
    # By column, what others expect of challenging an actor; in eyes of its own.
    danger = np.array([expected[i, :, i].sum() - expected[i, i, i] for i in range(len(x))])
    width = np.ptp(danger)
    if width == 0.0:
        return neutral
    risk = (2.0 * danger - danger.max() - danger.min()) / width
    return np.asarray((1.0 - risk / 3.0) / (1.0 + risk / 3.0))


def expectations(x: Floats, weight: Floats, salience: Floats, risk: Floats, stay: float) -> Floats:
    """Return what ``k`` thinks ``i`` expects of challenging ``j``: shape (k, i, j)."""
    apart = np.abs(x[:, np.newaxis] - x)
    power = risk[:, np.newaxis, np.newaxis]
    success = 2.0 - 4.0 * (0.5 - 0.5 * np.minimum(apart, 1.0)) ** power
    failure = 2.0 - 4.0 * (0.5 + 0.5 * apart) ** power
    quiet = 2.0 - 4.0 * 0.5**power
    chance = probabilities(apart, weight, risk)
    resisted = chance * success + (1.0 - chance) * failure
    return salience * resisted + (1.0 - salience) * success - stay * quiet


def probabilities(apart: Floats, weight: Floats, risk: Floats) -> Floats:
    """Return the chance that ``i`` prevails over ``j``: the votes for it, of all votes cast."""
    loss = weight[:, np.newaxis] * apart ** risk[:, np.newaxis]
    votes = loss[:, np.newaxis, :] - loss[:, :, np.newaxis]
    total = np.abs(votes).sum()
    return np.maximum(votes, 0.0).sum(axis=0) / (total if total > 0.0 else 1.0)
