"""A figure: a number or mode with its unit, what it rests on, and how far it may be off."""

import math
from typing import Annotated, Any

from pydantic import PlainValidator

from scenarios.faults import Faults, fault, refuse, wrong_word
from scenarios.names import Many, Names, SourceKey, Text, one_of
from scenarios.problems import shown
from scenarios.ranges import LARGEST
from scenarios.table import Table
from scenarios.units import UNITS

NEEDS = {
    "sourced": ("source", "at"),
    "inferred": ("source", "at", "why"),
    "assumed": ("why",),
    "external": ("source",),
}
"""What each basis must state beside value and unit; assumed figures also need their room."""


def number(value: Any) -> int | float:
    """Return a number; refuse anything else, truth values and infinities among it."""
    plain = isinstance(value, int | float) and not isinstance(value, bool)
    if not plain or not abs(value) <= LARGEST:
        refuse(fault((), shown(value), f"a number, at most {LARGEST:g} either way"))
    return int(value) if isinstance(value, int) else float(value)


def number_or_word(value: Any) -> int | float | str:
    """Return a number or a word; refuse anything else."""
    return value if isinstance(value, str) else number(value)


def places(value: Any) -> tuple[int | str, ...]:
    """Return places in a source as a tuple: paragraph numbers, or texts such as a page."""
    listed = value if isinstance(value, list | tuple) else [value]
    right = all(isinstance(each, int | str) and not isinstance(each, bool) for each in listed)
    if not listed or not right:
        refuse(fault((), shown(value), "a paragraph number or a list of them"))
    return tuple(listed)


Value = Annotated[int | float | str, PlainValidator(number_or_word)]
Number = Annotated[int | float, PlainValidator(number)]
Places = Annotated[tuple[int | str, ...], PlainValidator(places)]


class Figure(Table):
    """A figure of a scenario and its provenance.

    ``low`` and ``high`` (for words: ``choices``) are what a sweep varies.
    """

    value: Value
    unit: Annotated[str, one_of(*UNITS)]
    basis: Annotated[str, one_of(*NEEDS)]
    source: SourceKey | None = None
    at: Places | None = None
    why: Text | None = None
    low: Number | None = None
    high: Number | None = None
    choices: Many[str] | None = None

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield what the basis asks for and the figure lacks."""
        basis = raw.get("basis")
        for key in NEEDS.get(basis, ()) if isinstance(basis, str) else ():
            if key not in raw:
                yield fault((key,), "nothing", f'needed with basis = "{basis}"')

    def faults(self, names: Names) -> Faults:
        """Yield a source that does not suit the basis, and a value outside its own room."""
        yield from source_faults(self, names)
        if isinstance(self.value, str):
            yield from word_faults(self)
        else:
            yield from number_faults(self, self.value)


def source_faults(figure: Figure, names: Names) -> Faults:
    """Yield a source of the wrong kind, and paragraphs that it does not have."""
    if figure.source is None:
        if figure.at is not None:
            yield fault(("at",), "places in no source", "source beside it")
        return
    paragraphs = names.sources[figure.source]
    if figure.basis == "external" and paragraphs:
        outside = tuple(key for key, count in names.sources.items() if not count)
        yield wrong_word(("source",), figure.source, outside)
    if figure.basis in ("sourced", "inferred") and not paragraphs:
        documents = tuple(key for key, count in names.sources.items() if count)
        yield wrong_word(("source",), figure.source, documents)
    yield from place_faults(("at",), figure.source, figure.at, names)


def place_faults(
    key: tuple[str | int, ...], source: str, at: tuple[int | str, ...] | None, names: Names
) -> Faults:
    """Yield the places that are no paragraph of a document; other sources are not counted."""
    paragraphs = names.sources[source]
    for place in at or ():
        if paragraphs and not (isinstance(place, int) and 1 <= place <= paragraphs):
            yield fault(key, shown(place), f"paragraphs 1 to {paragraphs} of {source}")


def number_faults(figure: Figure, value: float) -> Faults:
    """Yield what is wrong with the room of a number."""
    if figure.choices is not None:
        yield fault(("choices",), "a list", "low and high, because the value is a number")
    room = (("low", figure.low), ("high", figure.high))
    half = figure.low is not None or figure.high is not None
    for key, given in room:
        if given is None and (figure.basis == "assumed" or half):
            yield fault((key,), "nothing", "a number; assumed figures need low and high")
    low = -math.inf if figure.low is None else figure.low
    high = math.inf if figure.high is None else figure.high
    if low > high:
        yield fault(("low",), shown(figure.low), f"at most high, which is {shown(figure.high)}")
    elif not low <= value <= high:
        yield fault(("value",), shown(value), f"low to high, which is {low:g} to {high:g}")


def word_faults(figure: Figure) -> Faults:
    """Yield what is wrong with the room of a word."""
    for key in ("low", "high"):
        if getattr(figure, key) is not None:
            yield fault((key,), shown(getattr(figure, key)), "choices, because the value is a word")
    if figure.choices is None:
        if figure.basis == "assumed":
            yield fault(("choices",), "nothing", "a list: an assumed word needs choices")
    elif figure.value not in figure.choices:
        yield wrong_word(("value",), figure.value, figure.choices)
