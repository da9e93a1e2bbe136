"""Forums, who sits at them, and named sets of forums, as ``forums.toml`` states them."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from scenarios.faults import Faults, fault, refuse, repeats
from scenarios.figures import Figure
from scenarios.fits import fits
from scenarios.names import AgencyId, ForumId, Id, ItemId, Many, Names, Short, SideId, Text
from scenarios.parameters import with_figures
from scenarios.problems import shown
from scenarios.ranges import SEATED, param_range, param_ranges
from scenarios.sources import Citation
from scenarios.table import Table
from sim.rules.sizes import FORUMS

ANY_ITEM = "any"
FORUM_FIGURES = param_ranges("F", without=("renewal",))
Renewal = Annotated[Figure | None, fits(param_range("renewal"))]


def any_as_none(items: Any) -> Any:
    """Return None for the word that stands for any item; refuse other words."""
    if isinstance(items, str) and items != ANY_ITEM:
        refuse(fault((), shown(items), f'"{ANY_ITEM}" or a list of items'))
    return None if items == ANY_ITEM else items


@with_figures(FORUM_FIGURES)
class Forum(Table):
    """A place where agencies of several sides work on a text; the first of each side chairs it."""

    title: Text
    short: Short
    label: Short
    sources: Many[Citation] = ()
    seats: dict[SideId, Many[AgencyId]]
    seats_basis: Annotated[Figure, fits(SEATED)]
    items: Annotated[Many[ItemId] | None, BeforeValidator(any_as_none)] = None
    """The only items it takes; None where it takes any, for which files say "any"."""
    renewal: Renewal = None
    """The rest before talks on a new statement; without it there is one round of talks."""

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield what is wrong with the seats and the items."""
        yield from repeats(("items",), raw.get("items"))
        yield from seat_faults(raw.get("seats"), names)


def seat_faults(raw: object, names: Names) -> Faults:
    """Yield agencies that are seated twice or for another side, and a forum of one side."""
    sides = raw if isinstance(raw, dict) else {}
    for side, seats in sides.items():
        yield from repeats(("seats", side), seats)
        for n, agency in enumerate(seats if isinstance(seats, list) else ()):
            theirs = names.agencies.get(agency, side) if isinstance(agency, str) else side
            if theirs != side:
                found = f"{shown(agency)} of side {theirs}"
                yield fault(("seats", side, n), found, f"an agency of side {side}")
    if isinstance(raw, dict) and sum(bool(seats) for seats in sides.values()) < 2:
        yield fault(("seats",), "seats of fewer than two sides", "at least two sides")


@with_figures(FORUM_FIGURES, optional=True)
class ForumChange(Table):
    """What a scenario says differently about a forum."""

    renewal: Renewal = None


class Configuration(Table):
    """Forums that meet in parallel, each with its own text."""

    title: Text
    forums: Annotated[Many[ForumId], Field(min_length=1, max_length=FORUMS)]

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield forums that are named twice."""
        yield from repeats(("forums",), raw.get("forums"))


def alone(forums: Mapping[str, Forum]) -> dict[str, Configuration]:
    """Return each forum by itself as a configuration of its name."""
    return {
        name: Configuration.model_construct(title=forum.title, forums=(name,))
        for name, forum in forums.items()
    }


class Dialogue(Table):
    """A forum or framework of the documents at which nobody negotiates here."""

    title: Text
    short: Short
    says: Text
    """What the documents say of it, in our words."""
    sources: Annotated[Many[Citation], Field(min_length=1)]


class ForumsFile(Table):
    """The whole of ``forums.toml``."""

    forum: dict[str, Forum]
    configuration: dict[str, Configuration] = Field(default_factory=dict)
    dialogue: dict[Id, Dialogue] = Field(default_factory=dict)

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield configurations that bear the name of a forum."""
        forums, sets = raw.get("forum"), raw.get("configuration")
        if isinstance(forums, dict) and isinstance(sets, dict):
            for name in sets.keys() & forums.keys():
                yield fault(("configuration", name), shown(name), "a name that no forum has")
