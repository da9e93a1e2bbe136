"""Whether a figure lies in the range of what it is a figure of."""

from typing import Any

from pydantic import ValidationError, ValidatorFunctionWrapHandler, WrapValidator

from scenarios.faults import Faults, fault, refuse, restated, wrong_word
from scenarios.problems import nearest, shown
from scenarios.ranges import Range

ROOM = (("low",), ("high",), ("choices",))
"""Places within a figure that say how far its value may be off."""


def fits(allowed: Range) -> WrapValidator:
    """Return a check that a figure, with its whole room, lies in a range.

    It looks at the figure as it stands in the file, so that what else is wrong with the
    figure does not hide a value out of range.
    """

    def check(raw: Any, handler: ValidatorFunctionWrapHandler) -> Any:
        faults = list(misfits(raw, allowed))
        places = {fault.get("loc") for fault in faults}
        try:
            figure = handler(raw)
        except ValidationError as error:
            others = [restated(each) for each in error.errors(include_url=False)]
            if wrong_kind(raw, allowed):
                others = [each for each in others if each.get("loc", ())[:1] not in ROOM]
            faults += [each for each in others if each.get("loc") not in places]
        if faults:
            refuse(*faults)
        return figure

    return WrapValidator(check)


def misfits(raw: Any, allowed: Range) -> Faults:
    """Yield the values of a figure, as it stands in a file, that are out of a range.

    A unit that says the figure is of something else is out of it too.
    """
    if isinstance(raw, dict):
        unit = raw.get("unit")
        if allowed.units and isinstance(unit, str) and unit not in allowed.units:
            yield wrong_word(("unit",), unit, allowed.units)
        room = raw.get("choices")
        words = room if isinstance(room, list | tuple) and not wrong_kind(raw, allowed) else []
        numeric = allowed.numbers and not wrong_kind(raw, allowed)
        keys = ("value", "low", "high") if numeric else ("value",)
        stated = [((key,), raw[key]) for key in keys if key in raw]
        for place, value in (*stated, *((("choices", n), word) for n, word in enumerate(words))):
            if isinstance(value, int | float | str) and not allowed.admits(value):
                yield fault(place, shown(value), str(allowed), nearest(value, allowed.words))


def wrong_kind(raw: Any, allowed: Range) -> bool:
    """Say whether a figure has a word for its value where there must be a number, or so."""
    value = raw.get("value") if isinstance(raw, dict) else None
    if isinstance(value, str):
        return not allowed.words
    return isinstance(value, int | float) and not allowed.numbers
