"""Tries at personal codes: guessing is hopeless, and one guesser locks nobody else out.

A school may have one address for 300 people, so nothing is counted by address. Wrong tries are
counted for each pair of first words, of which there are 160,000. A pair has a few of its own, which
nobody else's tries use up: so whoever comes back may mistype, however a guesser goes on. Beyond
them a pair has some more while its class has, which all pairs share.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from classroom.codes import WORDS, plain
from classroom.web.limits import Bucket

CLASS = (2000.0, 0.5)
"""Wrong tries of a class: at once, and in a second."""
OWN = (5.0, 1 / 86_400)
"""The same of two first words, whatever the class has left. Few come anew, for they add up."""
PAIR = (5.0, 1 / 60)
"""The same beyond those, while the class has some left: what who mistypes often may need."""
PLACE = {word: n for n, word in enumerate(WORDS)}
OTHER = -1
"""The pair of all codes that begin with a word there is not."""


@dataclass
class Tally:
    """The wrong tries of one class: what all pairs share, and what each that was tried has."""

    every: Bucket
    pairs: dict[int, tuple[Bucket, Bucket]] = field(default_factory=dict)


class Guesses:
    """Wrong tries at the personal codes of all classes.

    Examples
    --------
    >>> guesses = Guesses(clock=lambda: 0.0)
    >>> for _ in range(10):
    ...     guesses.wrong("a class", "oak fox tea sun")
    >>> guesses.wait("a class", "oak fox rose sky"), guesses.wait("a class", "fox oak tea sun")
    (60.0, 0.0)
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.tallies: dict[str, Tally] = {}

    def wait(self, cid: str, words: str) -> float:
        """Return for how many seconds a code may not be looked at; 0 where it may."""
        tally = self.tallies.get(cid)
        pair = tally.pairs.get(pair_of(words)) if tally else None
        if tally is None or pair is None:
            return 0.0
        now = self.clock()
        own, more = pair
        return min(own.wait(now), max(tally.every.wait(now), more.wait(now)))

    def wrong(self, cid: str, words: str) -> None:
        """Count a wrong try."""
        now = self.clock()
        tally = self.tallies.setdefault(cid, Tally(Bucket(*CLASS, now)))
        fresh = Bucket(*OWN, now), Bucket(*PAIR, now)
        own, more = tally.pairs.setdefault(pair_of(words), fresh)
        if not own.take(now):
            tally.every.take(now)
            more.take(now)

    def forget(self, cid: str) -> None:
        """Forget a class that is no more."""
        self.tallies.pop(cid, None)


def pair_of(words: str) -> int:
    """Return the number of the two first words of a code.

    >>> pair_of("Acorn acorn oak fox"), pair_of("acorn-zipper oak fox"), pair_of("acorn xyz")
    (0, 399, -1)
    """
    first = plain(words).split()[:2]
    if len(first) < 2 or not all(word in PLACE for word in first):
        return OTHER
    return PLACE[first[0]] * len(WORDS) + PLACE[first[1]]
