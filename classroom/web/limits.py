"""How often something may be done: buckets that fill with time."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

MOST_KEYS = 20_000
"""Buckets kept; beyond that the one used longest ago is forgotten, so memory is bounded."""


class Bucket:
    """Tokens for one who asks.

    Parameters
    ----------
    burst : float
        Most tokens it holds; it begins full.
    rate : float
        Tokens that come in a second.
    now : float
        Seconds on any clock that does not go back.
    """

    __slots__ = ("at", "burst", "left", "rate")

    def __init__(self, burst: float, rate: float, now: float) -> None:
        self.burst, self.rate = burst, rate
        self.left, self.at = burst, now

    def fill(self, now: float) -> None:
        """Add what has come since."""
        self.left = min(self.burst, self.left + (now - self.at) * self.rate)
        self.at = now

    def take(self, now: float) -> bool:
        """Take a token if there is one."""
        self.fill(now)
        if self.left < 1:
            return False
        self.left -= 1
        return True

    def wait(self, now: float) -> float:
        """Return the seconds until there is a token."""
        self.fill(now)
        return max(0.0, (1 - self.left) / self.rate)


class Limit:
    """A bucket for everybody who asks, by key.

    Examples
    --------
    >>> limit = Limit(burst=2, rate=1, clock=lambda: 0.0)
    >>> [limit.take("a") for _ in range(3)], limit.take("b")
    ([True, True, False], True)
    """

    def __init__(
        self, burst: float, rate: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.burst, self.rate, self.clock = burst, rate, clock
        self.buckets: OrderedDict[str, Bucket] = OrderedDict()

    def bucket(self, key: str) -> Bucket:
        """Return the bucket of a key, filled up to now."""
        now = self.clock()
        if key not in self.buckets:
            self.buckets[key] = Bucket(self.burst, self.rate, now)
            if len(self.buckets) > MOST_KEYS:
                self.buckets.popitem(last=False)
        self.buckets.move_to_end(key)
        self.buckets[key].fill(now)
        return self.buckets[key]

    def take(self, key: str) -> bool:
        """Take a token if there is one."""
        return self.bucket(key).take(self.clock())

    def empty(self, key: str) -> bool:
        """Say whether there is no token, without taking one."""
        return key in self.buckets and self.bucket(key).left < 1

    def wait(self, key: str) -> float:
        """Return the seconds until there is a token."""
        return self.bucket(key).wait(self.clock())
