"""From a sitting of the class to what the debrief takes."""

from __future__ import annotations

from classroom.debrief.played import Played, played
from classroom.sitting import Sitting


def takers(sitting: Sitting) -> dict[str, tuple[str, ...]]:
    """Return for every decision of a seat who took it: ``human``, ``ai`` or ``default``."""
    found: dict[str, list[str]] = {seat: [] for seat in sitting.seats}
    for each in sitting.decisions:
        found[each.seat].append(each.by)
    return {seat: tuple(by) for seat, by in found.items()}


def handed_in(table: int, sitting: Sitting) -> Played:
    """Return a sitting that is over as the debrief takes it."""
    return played(
        table,
        sitting.round,
        sitting.live.table,
        people={seat: tuple(sids) for seat, sids in sitting.holders.items() if sids},
        by=takers(sitting),
        rewound=len(sitting.branches),
    )
