"""The range of every figure, read from the table of parameters so that it is written once."""

import re
from dataclasses import dataclass, field, replace
from functools import cache

from scenarios.units import units_of
from sim.rules.block import Field, fields
from sim.rules.codes import ROLES, STRATEGIES
from sim.rules.params import Params

LARGEST = 1e6
"""No figure is larger: beyond it lie slips of the pen, not worlds."""

LOOPS = {
    "horizon": (1, 600),
    "deadline": (1, 600),
    "renewal": (0, 600),
    "tick": (1, 12),
    "session_rounds": (0, 50),
    "ministerial_rounds": (0, 50),
    "tiers": (0, 20),
}
"""Closer ranges for what the rules count up to, so that no file can make a run endless."""

HOLDS = ("lead", "share", "none")
"""How an agency may hold authority over an item."""

CONSULTED = ("partner", "subordinate", "absent")
"""How an agency without a seat may be treated."""

BETWEEN = re.compile(r"(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)")
AT_LEAST = re.compile(r">=\s*(-?\d+(?:\.\d+)?)")


@dataclass(frozen=True)
class Range:
    """What a figure may be: a number from low to high, one of some words, or either."""

    low: float = 0.0
    high: float = LARGEST
    whole: bool = False
    words: tuple[str, ...] = ()
    numbers: bool = True
    """Whether a number is allowed at all."""
    units: tuple[str, ...] = field(default=(), compare=False)
    """The units that a figure of it may have; none where any will do."""

    def admits(self, value: object) -> bool:
        """Say whether a value is allowed.

        Examples
        --------
        >>> Range(0, 1).admits(0.5), Range(0, 1).admits(2), Range(0, 4, whole=True).admits(1.5)
        (True, False, False)
        """
        if isinstance(value, str):
            return value in self.words
        if not self.numbers or isinstance(value, bool) or not isinstance(value, int | float):
            return False
        return self.low <= value <= self.high and not (self.whole and value != int(value))

    def __str__(self) -> str:
        """Return the range in words."""
        kind = "a whole number" if self.whole else "a number"
        number = [f"{kind} from {self.low:g} to {self.high:g}"] if self.numbers else []
        words = [f"one of {', '.join(self.words)}"] if self.words else []
        return " or ".join(number + words)


LEVEL = Range(0, 4, whole=True, units=("level",))
MONTH = Range(1, 600, whole=True, units=("month",))
ANY = Range(-100, 100)
ROLE = Range(words=ROLES, numbers=False)
ROLE_CODE = Range(0, len(ROLES) - 1, whole=True, words=ROLES, units=("role",))
HOLD = Range(words=HOLDS, numbers=False, units=("mode",))
CONSULT = Range(words=CONSULTED, numbers=False, units=("mode",))
SEATED = Range(words=("seated",), numbers=False, units=("mode",))
SWITCH = Range(words=("on", "off"), numbers=False)


@cache
def param_range(name: str) -> Range:
    """Return the range of a field of ``Params``, named with or without its trailing 0.

    Examples
    --------
    >>> print(param_range("turf"))
    a number from 0 to 1
    >>> print(param_range("link_limit"))
    a whole number from 1 to 16
    """
    table = {toml_name(row.name): row for row in fields(Params)}
    return field_range(table[toml_name(name)])


def field_range(row: Field) -> Range:
    """Return the range of a field with the units that figures of it may have."""
    return replace(bounds(row), units=units_of(row.name, row.unit))


def bounds(row: Field) -> Range:
    """Return the range that the unit of a field states; at least 0 where it states none."""
    if row.name == "strategy":
        return Range(words=STRATEGIES, numbers=False)
    if row.name in LOOPS:
        return Range(*LOOPS[row.name], whole=True)
    if between := BETWEEN.search(row.unit):
        return Range(float(between[1]), float(between[2]), row.whole)
    if "0/1" in row.unit:
        return Range(0, 1, row.whole)
    if least := AT_LEAST.search(row.unit):
        return Range(float(least[1]), LARGEST, row.whole)
    return Range(0, LARGEST, row.whole) if row.unit else ANY


@cache
def field_names() -> dict[str, str]:
    """Return the field of ``Params`` behind each name that files and paths use."""
    return {toml_name(row.name): row.name for row in fields(Params)}


def toml_name(field: str) -> str:
    """Return the name that files and paths use for a field: without the 0 of a start value."""
    return field.removesuffix("0")


def param_ranges(axes: str, without: tuple[str, ...] = ()) -> dict[str, Range]:
    """Return the ranges of all fields of ``Params`` on some axes, by file name, in their order.

    How many there are of a thing is counted, not stated, so those fields are left out.

    Examples
    --------
    >>> list(param_ranges("A", without=("side", "strategy")))[:3]
    ['capability', 'availability', 'turf']
    """
    return {
        toml_name(row.name): field_range(row)
        for row in fields(Params)
        if row.axes == axes and row.name not in without and not row.name.startswith("n_")
    }
