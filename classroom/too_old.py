"""Which classes are too old to be kept, by a clock that may be wrong.

A clock that is set a year ahead makes every class a year old. So the time at which classes were
last looked through is kept beside them; where the clock is far ahead of that, which a server
that stood still all summer is too, they are deleted only after a day has passed by it.
"""

from __future__ import annotations

import logging

from classroom.store import Store

HOUR, DAY = 3600.0, 86_400.0
log = logging.getLogger(__name__)


def too_old(store: Store, now: float, days: float) -> list[str]:
    """Return the classes in which nothing has happened for some days; none while in doubt.

    Parameters
    ----------
    now : float
        Wall-clock time, as this machine has it.

    Raises
    ------
    StoreError
        Where the classes cannot be read, or the time cannot be kept.
    """
    found = store.older(now - DAY * days)
    marks = store.marks()
    seen = marks.get("seen", store.latest() or now)
    leap = max(2 * HOUR, DAY * days / 2)
    if not found or abs(now - seen) <= leap:
        store.mark(seen=now, doubted=None)
        return found
    if now < seen:
        log.warning("the clock went back by %s: no class is deleted now", told(seen - now))
        store.mark(seen=now, doubted=None)
        return []
    doubted = marks.get("doubted")
    if doubted is None or now < doubted:
        doubted = now
        store.mark(doubted=now)
    wait = doubted + min(DAY, DAY * days) - now
    if wait <= 0:
        store.mark(seen=now, doubted=None)
        return found
    log.warning(
        "the clock is %s ahead of when classes were last looked through: if it is right, %d "
        "are deleted in %s; if it is wrong, set it right before",
        told(now - seen),
        len(found),
        told(wait),
    )
    return []


def told(seconds: float) -> str:
    """Return a time in words.

    >>> told(5400.0), told(2.5 * 86400), told(300.0)
    ('1.5 hours', '2.5 days', '0.1 hours')
    """
    days = seconds >= 2 * DAY
    return f"{seconds / (DAY if days else HOUR):.1f} {'days' if days else 'hours'}"
