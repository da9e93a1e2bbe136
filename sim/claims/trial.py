"""Putting one claim to the test: every arm in every world, with the mechanism and without it."""

from sim.claims.contrasts import as_claimed, effects
from sim.claims.dependence import dependences
from sim.claims.finding import Finding
from sim.claims.played import Played
from sim.claims.records import Experiment, Measure
from sim.claims.statistics import counted, mean, median
from sim.rules.block import Floats
from sim.sweep.frame import values_at


def findings(experiment: Experiment, played: Played, first: int = 1) -> tuple[Finding, ...]:
    """Return what a study of an experiment found, measure by measure.

    Parameters
    ----------
    first : int
        The number of the first measure among those of the claim.
    """
    return tuple(
        finding(experiment, measure, played, first + n)
        for n, measure in enumerate(experiment.measure)
    )


def finding(experiment: Experiment, measure: Measure, played: Played, part: int) -> Finding:
    """Return what a study found for one measure."""
    arms = len(experiment.arm)
    on, off = list(range(arms)), list(range(arms, 2 * arms))
    sound = played.sound([*on, *off])
    effect = effect_of(experiment, measure, played, on)[sound]
    effect_off = effect_of(experiment, measure, played, off)[sound]
    claimed = as_claimed(effect, measure.sign, measure.within)
    study = played.study
    depends_on, floor = dependences(claimed, study.factors, values_at(study, sound), study.seed)
    return Finding(
        experiment=experiment,
        measure=measure,
        part=part,
        count=counted(claimed),
        effect=median(effect),
        arms=tuple(float(played.value(c, measure.metric, measure.over)[sound].mean()) for c in on),
        mean=mean(effect),
        count_off=counted(as_claimed(effect_off, measure.sign, measure.within)),
        effect_off=median(effect_off).value,
        alike=arms > 1 and played.alike(on),
        alike_off=arms > 1 and played.alike(off),
        depends_on=depends_on,
        floor=floor,
        failed=played.study.design.points - len(sound),
    )


def effect_of(experiment: Experiment, measure: Measure, played: Played, cases: list[int]) -> Floats:
    """Return the effect in every world, over some cases of the study."""
    values = [played.value(c, measure.metric, measure.over) for c in cases]
    places = [arm.at or 0.0 for arm in experiment.arm]
    return effects(experiment.contrast, values, places)
