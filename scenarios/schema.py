"""A scenario, as its file states it; what it does not state is in the shared files."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from scenarios.agencies import AgencyChange
from scenarios.events import ALL, TARGETS, Event, Pressure
from scenarios.faults import Faults, fault, repeats, wrong_word
from scenarios.figures import Figure, fits
from scenarios.forums import ForumChange
from scenarios.names import (
    AgencyId,
    ConfigurationId,
    ForumId,
    Id,
    ItemId,
    Many,
    Names,
    SideId,
    Text,
    shaped,
)
from scenarios.ranges import CONSULT, param_range
from scenarios.sides import ConstantsChange, SideChange
from scenarios.sources import Citation
from scenarios.table import Table
from sim.rules.sizes import EFFECTS, EVENTS, ITEMS, PRESSURES

Claim = Annotated[str, shaped(re.compile("H[1-9][0-9]?"), "a claim, H1 to H99")]


class Sheet(Table):
    """The whole of a scenario file, with what it takes over from the file it extends."""

    format: Literal[1]
    id: Id
    title: Text
    question: Text
    story: Annotated[Many[Text], Field(min_length=3, max_length=3)]
    start: date
    forum: ConfigurationId
    horizon: Annotated[Figure, fits(param_range("horizon"))]
    agenda: Annotated[Many[ItemId], Field(min_length=1, max_length=ITEMS)]
    claims: Many[Claim] = ()
    sources: Many[Citation] = ()
    consulted: dict[AgencyId, Annotated[Figure, fits(CONSULT)]] = Field(default_factory=dict)
    forums: dict[ForumId, ForumChange] = Field(default_factory=dict)
    sides: dict[SideId, SideChange] = Field(default_factory=dict)
    constants: ConstantsChange | None = None
    agencies: dict[AgencyId, AgencyChange] = Field(default_factory=dict)
    event: Annotated[Many[Event], Field(max_length=EVENTS)] = ()
    pressure: Annotated[Many[Pressure], Field(max_length=PRESSURES)] = ()

    def faults(self, names: Names) -> Faults:
        """Yield what is named twice, effects on unknown pressures, and too many effects."""
        yield from repeats(("agenda",), self.agenda)
        yield from repeats(("claims",), self.claims)
        for key, ids in (
            ("event", tuple(event.id for event in self.event)),
            ("pressure", tuple(pressure.id for pressure in self.pressure)),
        ):
            for twice in repeats((key,), ids):
                yield {**twice, "loc": (*twice.get("loc", ()), "id")}
        yield from pressure_faults(self)
        effects = sum(len(event.effects) for event in self.event)
        if effects > EFFECTS:
            yield fault(("event",), f"{effects} effects in all", f"at most {EFFECTS}")


def pressure_faults(sheet: Sheet) -> Faults:
    """Yield effects on pressures that the scenario does not have."""
    pressures = (*(pressure.id for pressure in sheet.pressure), ALL)
    for n, event in enumerate(sheet.event):
        for k, effect in enumerate(event.effects):
            on_pressure = TARGETS[effect.kind][0] == "pressure"
            if on_pressure and effect.on not in pressures:
                yield wrong_word(("event", n, "effects", k, "on"), effect.on, pressures)
