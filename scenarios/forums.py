"""Forums, who sits at them, and named sets of forums, as ``forums.toml`` states them."""

from typing import Annotated, Literal

from pydantic import Field

from scenarios.faults import Faults, fault, repeats
from scenarios.figures import Figure, fits
from scenarios.names import AgencyId, ForumId, ItemId, Many, Names, Short, SideId, Text
from scenarios.parameters import with_figures
from scenarios.problems import shown
from scenarios.ranges import SEATED, param_ranges
from scenarios.sources import Citation
from scenarios.table import Table
from sim.rules.sizes import FORUMS

FORUM_FIGURES = param_ranges("F")


@with_figures(FORUM_FIGURES)
class Forum(Table):
    """A place where agencies of several sides work on a text; the first of each side chairs it."""

    title: Text
    short: Short
    label: Short
    sources: Many[Citation] = ()
    seats: dict[SideId, Many[AgencyId]]
    seats_basis: Annotated[Figure, fits(SEATED)]
    items: Literal["any"] | Many[ItemId] = "any"

    def faults(self, names: Names) -> Faults:
        """Yield what is wrong with the seats and the items."""
        present = [side for side, seats in self.seats.items() if seats]
        if len(present) < 2:
            yield fault(("seats",), f"{len(present)} side(s) seated", "at least two sides")
        for side, seats in self.seats.items():
            yield from repeats(("seats", side), seats)
            for n, agency in enumerate(seats):
                if names.agencies[agency] != side:
                    found = f"{shown(agency)} of side {names.agencies[agency]}"
                    yield fault(("seats", side, n), found, f"an agency of side {side}")
        if self.items != "any":
            yield from repeats(("items",), self.items)


@with_figures(FORUM_FIGURES, optional=True)
class ForumChange(Table):
    """What a scenario says differently about a forum."""


class Configuration(Table):
    """Forums that meet in parallel, each with its own text."""

    title: Text
    forums: Annotated[Many[ForumId], Field(min_length=1, max_length=FORUMS)]

    def faults(self, names: Names) -> Faults:
        """Yield forums that are named twice."""
        yield from repeats(("forums",), self.forums)


class ForumsFile(Table):
    """The whole of ``forums.toml``."""

    forum: dict[str, Forum]
    configuration: dict[str, Configuration] = Field(default_factory=dict)

    def faults(self, names: Names) -> Faults:
        """Yield configurations that bear the name of a forum."""
        for name in self.configuration:
            if name in self.forum:
                yield fault(("configuration", name), shown(name), "a name that no forum has")
