"""What was measured: times by what they are times of, as percentiles."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple


class Row(NamedTuple):
    """One measure, in seconds."""

    name: str
    times: int
    p50: float
    p95: float
    p99: float
    most: float


class Figures:
    """Times, collected.

    Examples
    --------
    >>> figures = Figures()
    >>> for k in range(1, 101):
    ...     figures.note("ack", k / 1000)
    >>> figures.row("ack")
    Row(name='ack', times=100, p50=0.05, p95=0.095, p99=0.099, most=0.1)
    """

    def __init__(self) -> None:
        self.times: dict[str, list[float]] = defaultdict(list)

    def note(self, name: str, seconds: float) -> None:
        """Add a time."""
        self.times[name].append(seconds)

    def row(self, name: str) -> Row:
        """Return the percentiles of a measure: of the times as they were, none made up between."""
        times = sorted(self.times[name])
        if not times:
            return Row(name, 0, 0.0, 0.0, 0.0, 0.0)
        at = [times[max(0, -(-len(times) * q // 100) - 1)] for q in (50, 95, 99)]
        return Row(name, len(times), at[0], at[1], at[2], times[-1])

    def rows(self) -> list[Row]:
        """Return every measure that was taken."""
        return [self.row(name) for name in self.times]
