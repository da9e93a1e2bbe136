"""A scenario, as its file states it; what it does not state is in the shared files."""

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from scenarios.agencies import AgencyChange
from scenarios.arms import Arm
from scenarios.events import Event, Pressure
from scenarios.faults import Faults, fault, refuse, repeats
from scenarios.figures import Figure
from scenarios.fits import fits
from scenarios.forums import ForumChange
from scenarios.items import ItemChange
from scenarios.lesson import Check, Setting
from scenarios.names import (
    AgencyId,
    ClaimId,
    ConfigurationId,
    ForumId,
    Id,
    ItemId,
    Many,
    Names,
    SideId,
    Text,
)
from scenarios.problems import shown
from scenarios.ranges import CONSULT, param_range
from scenarios.sides import ConstantsChange, SideChange
from scenarios.sources import Citation
from scenarios.table import Table
from sim.rules.sizes import EVENTS, ITEMS, PRESSURES

FORMAT = 1
"""The format of scenario files that this version reads."""

EARLIEST, LATEST = date(1900, 1, 1), date(2150, 1, 1)
"""The first and last day on which a scenario may start, so that every month of it has a date."""


def known_format(number: int) -> int:
    """Return the number of the format; refuse a file of a format unknown to this version."""
    if number != FORMAT:
        refuse(fault((), f"format {shown(number)}", f"format {FORMAT}"))
    return number


def within_years(day: date) -> date:
    """Return the day; refuse one too early or too late to start on."""
    if not EARLIEST <= day <= LATEST:
        refuse(fault((), shown(day), f"a date from {shown(EARLIEST)} to {shown(LATEST)}"))
    return day


class Sheet(Table):
    """The whole of a scenario file, with what it takes over from the file it extends."""

    format: Annotated[int, AfterValidator(known_format)]
    id: Id
    title: Text
    question: Text
    story: Annotated[Many[Text], Field(min_length=3, max_length=3)]
    start: Annotated[date, AfterValidator(within_years)]
    forum: ConfigurationId
    horizon: Annotated[Figure, fits(param_range("horizon"))]
    tick: Annotated[Figure | None, fits(param_range("tick"))] = None
    """Calendar months that a month of the run stands for; all its figures are told in these."""
    agenda: Annotated[Many[ItemId], Field(min_length=1, max_length=ITEMS)]
    claims: Many[ClaimId] = ()
    sources: Many[Citation] = ()
    consulted: dict[AgencyId, Annotated[Figure, fits(CONSULT)]] = Field(default_factory=dict)
    forums: dict[ForumId, ForumChange] = Field(default_factory=dict)
    sides: dict[SideId, SideChange] = Field(default_factory=dict)
    constants: ConstantsChange | None = None
    agencies: dict[AgencyId, AgencyChange] = Field(default_factory=dict)
    items: dict[ItemId, ItemChange] = Field(default_factory=dict)
    event: Annotated[Many[Event], Field(max_length=EVENTS)] = ()
    pressure: Annotated[Many[Pressure], Field(max_length=PRESSURES)] = ()
    arm: Many[Arm] = ()
    setting: Many[Setting] = ()
    check: Annotated[Many[Check], Field(max_length=2)] = ()

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield what is named twice."""
        yield from repeats(("agenda",), raw.get("agenda"))
        yield from repeats(("claims",), raw.get("claims"))
        yield from repeats(("event",), raw.get("event"), "id")
        yield from repeats(("pressure",), raw.get("pressure"), "id")
        yield from repeats(("arm",), raw.get("arm"), "id")
        yield from repeats(("setting",), raw.get("setting"), "path")
