"""Events and political pressures, as scenarios state them."""

from typing import Annotated, Any

from pydantic import Field

from scenarios.faults import Faults, fault, placed, wrong_word
from scenarios.figures import Figure
from scenarios.fits import fits, misfits
from scenarios.names import Id, ItemId, Many, Names, SideId, Text, one_of
from scenarios.problems import shown
from scenarios.ranges import ANY, MONTH, ROLE_CODE, Range, param_range
from scenarios.sources import Citation
from scenarios.table import Table
from sim.rules.codes import EFFECTS

ALL = "all"
TARGETS = {kind: (on, of) for kind, on, of in EFFECTS}
"""For each kind of effect, what its ``on`` and its ``of`` name."""
SIZES = {"summit": param_range("horizon"), "role": ROLE_CODE}


class Effect(Table):
    """One thing an event changes."""

    kind: Annotated[str, one_of(*TARGETS)]
    on: str | None = None
    """An id, or "all" of its kind."""
    of: str | None = None
    size: Figure

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield targets that do not exist or are not asked for, and a size out of range."""
        kind = raw.get("kind")
        if not isinstance(kind, str) or kind not in TARGETS:
            return
        for key, target in zip(("on", "of"), TARGETS[kind], strict=True):
            given = raw.get(key)
            if given is None or isinstance(given, str):
                yield from target_faults(key, target, given, kind, names)
        for misfit in misfits(raw.get("size"), effect_range(kind)):
            yield placed("size", misfit)


def effect_range(kind: str) -> Range:
    """Return the range of the size of an effect."""
    return SIZES.get(kind, ANY)


def target_faults(key: str, target: str, given: str | None, kind: str, names: Names) -> Faults:
    """Yield what is wrong with one target of an effect."""
    if not target:
        if given is not None:
            yield fault((key,), shown(given), f'no "{key}": {kind} has no target of that sort')
    elif given is None:
        if key == "on":
            yield fault((key,), "nothing", f'the {target} it changes, or "{ALL}"')
    elif given != ALL:
        choices = (*existing(target, names), ALL)
        if given not in choices:
            yield wrong_word((key,), given, choices)


def existing(target: str, names: Names) -> tuple[str, ...]:
    """Return the ids of a sort of target."""
    return {
        "item": names.items,
        "side": names.sides,
        "forum": names.forums,
        "agency": tuple(names.agencies),
        "pressure": names.pressures,
    }[target]


class Event(Table):
    """Something that happens in a given month, or with some chance in any month, once."""

    id: Id
    title: Text
    sources: Many[Citation] = ()
    month: Annotated[Figure | None, fits(MONTH)] = None
    chance: Annotated[Figure | None, fits(param_range("event_chance"))] = None
    effects: Annotated[Many[Effect], Field(min_length=1)]

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield that it has both a month and a chance, or neither."""
        if ("month" in raw) == ("chance" in raw):
            found = "month and chance" if "month" in raw else "neither month nor chance"
            yield fault((), found, "either month, for a dated event, or chance, for a random one")


class Pressure(Table):
    """A political force on one side that makes commitments on some items dearer."""

    id: Id
    title: Text
    side: SideId
    sources: Many[Citation] = ()
    strength: Annotated[Figure, fits(param_range("pressure"))]
    items: dict[ItemId, Annotated[Figure, fits(param_range("pressure_weight"))]]
