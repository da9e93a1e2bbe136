"""What the benchmark found."""

from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from bench.contest import Lap

RATIO_GOAL = 100.0
MONTH_GOAL = 5.0


@dataclass(frozen=True)
class Result:
    """Figures of one benchmark, all CPU time on one core but the compile time."""

    scenario: str
    seed: int
    mesa: str
    compiled: bool
    """Whether the rules ran compiled; without numba they ran plain."""
    compile_seconds: float
    from_cache: bool
    laps: tuple[Lap, ...]
    months_ms: dict[str, float]
    """Milliseconds a month, by way of playing one."""

    @property
    def ratio(self) -> float:
        """How many times as many runs the rules play in the same CPU time: median of the laps."""
        return median(lap.ratio for lap in self.laps)

    @property
    def mesa_rate(self) -> float:
        """Runs a second of the Mesa model."""
        return sum(lap.slow_runs for lap in self.laps) / sum(lap.slow_seconds for lap in self.laps)

    @property
    def rules_rate(self) -> float:
        """Runs a second of the rules by themselves."""
        return sum(lap.fast_runs for lap in self.laps) / sum(lap.fast_seconds for lap in self.laps)

    @property
    def differences(self) -> tuple[str, ...]:
        """Where the outcomes of the same run were not the same."""
        return tuple(lap.difference for lap in self.laps if lap.difference)

    def as_json(self) -> dict[str, Any]:
        """Return the figures as plain data."""
        return {
            **asdict(self),
            "mesa_runs_per_second": self.mesa_rate,
            "rules_runs_per_second": self.rules_rate,
            "ratio": self.ratio,
            "ratio_goal": RATIO_GOAL,
            "compared": sum(lap.slow_runs for lap in self.laps),
            "differences": list(self.differences),
            "month_goal_ms": MONTH_GOAL,
        }
