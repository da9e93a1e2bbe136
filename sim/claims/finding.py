"""What was found out about a claim, and the record of it."""

import math
from dataclasses import dataclass
from typing import Any

from scenarios.claims import BUILT_IN, Claim
from scenarios.load import library
from sim.claims.contrasts import by_chance
from sim.claims.dependence import Dependence
from sim.claims.joined import about
from sim.claims.records import Experiment, Measure
from sim.claims.statistics import Count, Interval, wilson
from sim.claims.verdict import verdict

DIGITS = 4


@dataclass(frozen=True)
class Finding:
    """One measure of one experiment over the sampled worlds."""

    experiment: Experiment
    measure: Measure
    part: int
    """Its place among the measures of the claim, from 1."""
    count: Count
    """Worlds with the sign claimed, with the opposite sign and with neither."""
    effect: Interval
    """The median effect, as measured: not turned to the sign that the claim expects."""
    arms: tuple[float, ...]
    """The mean of the measure in each arm."""
    mean: Interval
    count_off: Count
    effect_off: float
    alike: bool
    """Whether the arms are equal in every result of every world."""
    alike_off: bool
    depends_on: tuple[Dependence, ...]
    floor: float
    failed: int
    """Worlds left out because a run of theirs failed."""

    @property
    def claim(self) -> Claim:
        """Return the claim as the register has it."""
        return library().claims[self.experiment.claim]

    @property
    def share(self) -> Interval:
        """Return the share of worlds with the sign claimed."""
        return wilson(self.count.up, self.count.worlds)

    @property
    def verdict(self) -> str:
        """Return what the result is called."""
        chance = by_chance(self.experiment.contrast, len(self.experiment.arm))
        return verdict(self.count, self.claim.effect == BUILT_IN, self.alike, chance)

    def account(self) -> dict[str, Any]:
        """Return the record of it, as plain data."""
        experiment, measure = self.experiment, self.measure
        of, off = self.count.worlds, self.count_off
        return about(experiment.claim, self.claim) | {
            "part": self.part,
            "scenario": experiment.scenario,
            "contrast": experiment.contrast,
            "arms": [arm.name for arm in experiment.arm],
            "means": [short(each) for each in self.arms],
            "metric": measure.metric,
            "sign": measure.sign,
            "says": measure.says,
            "worlds": of,
            "failed": self.failed,
            "share": short(self.share.value),
            "low": short(self.share.low),
            "high": short(self.share.high),
            "ties": short(self.count.ties / of) if of else None,
            "against": short(self.count.down / of) if of else None,
            "effect": short(self.effect.value),
            "effect_low": short(self.effect.low),
            "effect_high": short(self.effect.high),
            "mean": short(self.mean.value),
            "mean_low": short(self.mean.low),
            "mean_high": short(self.mean.high),
            "alike": self.alike,
            "off": experiment.off.why,
            "share_off": short(off.up / off.worlds) if off.worlds else None,
            "ties_off": short(off.ties / off.worlds) if off.worlds else None,
            "effect_off": short(self.effect_off),
            "alike_off": self.alike_off,
            "depends_on": [
                {"path": each.path, "correlation": short(each.correlation)}
                for each in self.depends_on
            ],
            "floor": short(self.floor),
            "verdict": self.verdict,
            "note": experiment.note,
        }


def short(number: float) -> float | None:
    """Return a number with a few digits, which is all it is worth; None for none."""
    if not math.isfinite(number):
        return None
    return round(number, DIGITS) + 0.0
