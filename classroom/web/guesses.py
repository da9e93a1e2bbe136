"""Tries at personal codes: guessing is hopeless, and one guesser locks nobody else out.

A school may have one address for 300 people, so nothing is counted by address. Wrong tries are
counted for a class, and for each pair of first words in it. While the class has tries left, a
pair has them too; when a guesser has used them up, a pair that nobody has tried wrongly is still
looked at once: that is the pair of nearly everybody who comes back, for there are 160,000.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from classroom.codes import WORDS, plain
from classroom.web.limits import Bucket

CLASS = (2000.0, 0.5)
"""Wrong tries of a class: at once, and in a second."""
PAIR = (10.0, 1 / 60)
"""The same of two first words: what somebody who mistypes may need."""
PLACE = {word: n for n, word in enumerate(WORDS)}
OTHER = -1
"""The pair of all codes that begin with a word there is not."""


@dataclass
class Tally:
    """The wrong tries of one class: all of them, and those of each pair that was tried."""

    every: Bucket
    pairs: dict[int, Bucket] = field(default_factory=dict)


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
        own = tally.pairs.get(pair_of(words)) if tally else None
        if tally is None or own is None:
            return 0.0
        now = self.clock()
        return max(tally.every.wait(now), own.wait(now))

    def wrong(self, cid: str, words: str) -> None:
        """Count a wrong try."""
        now = self.clock()
        tally = self.tallies.setdefault(cid, Tally(Bucket(*CLASS, now)))
        tally.every.take(now)
        tally.pairs.setdefault(pair_of(words), Bucket(*PAIR, now)).take(now)

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
