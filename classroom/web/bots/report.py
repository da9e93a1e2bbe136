"""What a crowd of bots measured, beside what is to be reached."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from classroom.web.bots.figures import Row

if TYPE_CHECKING:
    from classroom.web.bots.pupil import Crowd

GOALS = {
    "acknowledged": 0.3,
    "table updated": 0.5,
    "phase change": 2.0,
    "join": 1.0,
}
"""Seconds within which 95 of 100 are to be."""
STORM = 5.0
"""Seconds; where all come within fewer, it is the queue that counts: a place at once, and all in
within twenty seconds."""


@dataclass(frozen=True)
class Report:
    """One class of bots.

    Parameters
    ----------
    students, tables : int
    seconds : float
        The whole took.
    crowd : Crowd
        What they saw.
    lost : int
        Moves that were acknowledged and are not in the log.
    unseen : int
        Moves of which a page of the same table never heard.
    """

    students: int
    tables: int
    seconds: float
    crowd: Crowd
    lost: int
    unseen: int
    join_over: float = 60.0

    @property
    def goals(self) -> dict[str, float]:
        """What is to be reached, in seconds, for the way they came."""
        if self.join_over >= STORM:
            return GOALS
        return {**GOALS, "join": 20.0, "place in queue": 2.0}

    @property
    def rows(self) -> list[Row]:
        """Every measure, in one order."""
        order = ("place in queue", "join", "acknowledged", "table updated", "phase change")
        known = {row.name: row for row in self.crowd.figures.rows()}
        names = [*(name for name in order if name in known), *sorted(known.keys() - set(order))]
        return [known[name] for name in names]

    @property
    def leaked(self) -> int:
        """How often somebody was shown what another alone may know."""
        return len(self.crowd.watch.found)

    @property
    def faults(self) -> dict[str, int]:
        """What went wrong, without what was only late."""
        return {k: v for k, v in self.crowd.errors.items() if not k.startswith("late: ")}

    @property
    def passed(self) -> bool:
        """Whether all that is to be reached is reached."""
        slow = [row for row in self.rows if row.p95 > self.goals.get(row.name, row.p95)]
        return not (slow or self.lost or self.unseen or self.leaked or self.faults)

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain data."""
        return {
            "students": self.students,
            "tables": self.tables,
            "seconds": round(self.seconds, 1),
            "times": {
                row.name: {k: round(v, 4) for k, v in row._asdict().items() if k != "name"}
                for row in self.rows
            },
            "goals_p95": self.goals,
            "moves": len(self.crowd.kept),
            "lost": self.lost,
            "unseen": self.unseen,
            "leaked": self.leaked,
            "frames": self.crowd.watch.frames,
            "secrets": sum(map(len, self.crowd.watch.known.values())),
            "late": dict(Counter(self.crowd.errors) - Counter(self.faults)),
            "faults": self.faults,
            "megabytes": round(self.crowd.bytes / 1e6, 1),
            "passed": self.passed,
        }
