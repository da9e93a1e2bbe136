"""How fast somebody may command, whatever number of sockets they open one after the other."""

from __future__ import annotations

import time

from classroom.web.limits import Bucket
from classroom.who import Learner, Who

BURST, RATE = 30.0, 8.0
"""Commands at once, and in a second: far above what fingers do."""
SAYINGS, SAYING = 40.0, 0.25
"""Of a student's commands but moves, the same: each may be a line of the log for ever."""
FREE = ("move", "ping")


class Pace:
    """The pace of one person.

    Parameters
    ----------
    who : Who
        A teacher says as much as they like.

    Examples
    --------
    >>> pace = Pace(Learner("s1"))
    >>> sum(pace.takes("help", now=pace.begin + k) for k in range(100))
    64
    >>> pace.takes("help", now=pace.begin + 100), pace.takes("move", now=pace.begin + 100)
    (True, True)
    """

    def __init__(self, who: Who) -> None:
        self.begin = time.monotonic()
        self.every = Bucket(BURST, RATE, self.begin)
        self.sayings = Bucket(SAYINGS, SAYING, self.begin)
        self.counted = isinstance(who, Learner)

    def takes(self, word: str, now: float | None = None) -> bool:
        """Say whether another command may be taken now, and count it."""
        at = time.monotonic() if now is None else now
        if not self.every.take(at):
            return False
        return not self.counted or word in FREE or self.sayings.take(at)
