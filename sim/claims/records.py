"""What an experiment is: arms to compare, what is measured, and the mechanism to switch off."""

from typing import Annotated, Any

from pydantic import Field

from scenarios.faults import Faults, fault, repeats
from scenarios.figures import Value
from scenarios.names import ClaimId, ConfigurationId, Id, Many, Names, Text, one_of
from scenarios.problems import shown
from scenarios.table import Table
from sim.claims.expression import complaint

DIFFERENCE, SLOPE, INTERACTION, HUMP, ALONE = CONTRASTS = (
    "difference",
    "slope",
    "interaction",
    "inverted U",
    "one arm",
)
ARMS = {DIFFERENCE: (2, 2), SLOPE: (2, 12), INTERACTION: (4, 4), HUMP: (3, 12), ALONE: (1, 1)}
"""Least and most arms of each contrast."""
UP, DOWN, FLAT = SIGNS = ("up", "down", "flat")
MEAN, SUM, BEST, FIRST, LAST = OVER = ("mean", "sum", "best", "first", "last")
"""How a metric of several forums that meet in parallel becomes one number."""


class ExperimentArm(Table):
    """One way to play the scenario."""

    name: Text
    arm: Id | None = None
    """An arm of the scenario; ``forum`` and ``set`` outdo it."""
    forum: ConfigurationId | None = None
    set: dict[str, Value] = Field(default_factory=dict)
    """Values by path; a path with stars stands for all single paths like it."""
    at: float | None = None
    """Where it lies on the scale of a slope."""


class Measure(Table):
    """What is compared between the arms, and the sign that the claim leads one to expect."""

    metric: str
    """A metric, or an expression of some; see ``sim.claims.expression``."""
    sign: Annotated[str, one_of(*SIGNS)]
    says: Text
    """What the sign means, for readers."""
    over: Annotated[str, one_of(*OVER)] = MEAN
    within: float = 0.0
    """How large an effect still counts as flat."""

    def faults(self, names: Names) -> Faults:
        """Yield an expression that cannot be worked out, and a width without a flat sign."""
        if told := complaint(self.metric, names.items):
            yield fault(("metric",), shown(self.metric), told)
        if (self.sign == FLAT) != (self.within > 0.0):
            yield fault(("within",), shown(self.within), 'a width if sign = "flat", else none')


class Control(Table):
    """The same comparison with the mechanism made inert."""

    set: dict[str, Value]
    why: Text
    """Why these values switch the mechanism off."""


class Experiment(Table):
    """A claim put to the test in one scenario."""

    claim: ClaimId
    scenario: Id
    contrast: Annotated[str, one_of(*CONTRASTS)]
    arm: Annotated[Many[ExperimentArm], Field(min_length=1)]
    set: dict[str, Value] = Field(default_factory=dict)
    """Values in all arms."""
    measure: Annotated[Many[Measure], Field(min_length=1)]
    off: Control
    note: Text | None = None
    """What a reader should know before believing the result."""

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield arms that have the same name."""
        yield from repeats(("arm",), raw.get("arm"), "name")

    def faults(self, names: Names) -> Faults:
        """Yield too few or too many arms, and arms of a slope without a place."""
        least, most = ARMS[self.contrast]
        if not least <= len(self.arm) <= most:
            yield fault(("arm",), f"{len(self.arm)} arms", f"{least} to {most}: {self.contrast}")
        for n, each in enumerate(self.arm):
            if (each.at is None) == (self.contrast == SLOPE):
                yield fault(("arm", n, "at"), shown(each.at), "a place on a slope, and only there")


class Untried(Table):
    """Why a claim has no experiment."""

    claim: ClaimId
    why: Text


class Scale(Table):
    """One quantity of a map and the places at which it is looked at."""

    title: Text
    paths: Many[str]
    """Paths that are set, all to the same value."""
    at: Annotated[Many[float], Field(min_length=2)]


class Map(Table):
    """A grid over two quantities: which arm is worth most where."""

    id: Id
    title: Text
    claims: Many[ClaimId]
    scenario: Id
    metric: str
    says: Text
    over: Annotated[str, one_of(*OVER)] = MEAN
    across: Scale
    up: Scale
    arm: Annotated[Many[ExperimentArm], Field(min_length=1)]
    set: dict[str, Value] = Field(default_factory=dict)
    note: Text | None = None

    def faults(self, names: Names) -> Faults:
        """Yield an expression that cannot be worked out."""
        if told := complaint(self.metric, names.items):
            yield fault(("metric",), shown(self.metric), told)


class ExperimentsFile(Table):
    """The whole of ``experiments.toml``."""

    experiment: Many[Experiment]
    untried: Many[Untried] = ()
    map: Many[Map] = ()

    def faults(self, names: Names) -> Faults:
        """Yield claims with neither an experiment nor a reason, and claims with both."""
        tried = {each.claim for each in self.experiment}
        untried = {each.claim for each in self.untried}
        for claim in names.claims:
            if (claim in tried) == (claim in untried):
                found = "both" if claim in tried else "neither"
                yield fault(("experiment",), f"{found} for {claim}", "an experiment or a reason")
