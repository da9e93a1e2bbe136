"""Faults on their way up: how a check inside a table reports what it found.

Pydantic carries them, with the place of each, up to the file that is being read.
"""

from collections.abc import Iterator, Mapping, Sized
from typing import Any, NoReturn

from pydantic import ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from scenarios.problems import listed, nearest, shown

FAULT = "fault"
Place = tuple[str | int, ...]
Words = Mapping[str, Any] | tuple[str, ...]
Faults = Iterator[InitErrorDetails]

EXPECTED = {
    "missing": "a value: this key must be given",
    "string_type": "a text in quotes",
    "dict_type": "a table",
    "model_type": "a table",
    "tuple_type": "a list",
    "date_type": "a date such as 2022-01-31",
    "int_type": "a whole number",
    "string_too_long": "at most {max_length} characters",
    "too_short": "at least {min_length} entries",
    "too_long": "at most {max_length} entries",
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
}
"""What is allowed, for each sort of error that Pydantic finds here by itself."""


def fault(place: Place, found: str, allowed: str, near: str = "") -> InitErrorDetails:
    """Return one fault, its place given from the table that is being checked."""
    told = {"found": found, "allowed": allowed, "nearest": near}
    error = PydanticCustomError(FAULT, "found {found}; allowed: {allowed}", told)
    return InitErrorDetails(type=error, loc=place, input=None)


def placed(key: str | int, inner: InitErrorDetails) -> InitErrorDetails:
    """Return a fault of an inner table as one of the table that holds it under a key."""
    return {**inner, "loc": (key, *inner.get("loc", ()))}


def refuse(*faults: InitErrorDetails) -> NoReturn:
    """Raise faults, which Pydantic adds to all others of the file."""
    raise ValidationError.from_exception_data(FAULT, list(faults))


def wrong_word(place: Place, word: object, choices: Words) -> InitErrorDetails:
    """Return the fault of a word that is not among the choices."""
    return fault(place, shown(word), listed(choices), nearest(word, choices))


def repeats(place: Place, raw: object, key: str | None = None) -> Faults:
    """Yield a fault for every word that stands in a list for the second time.

    Parameters
    ----------
    raw : object
        A list of words, or of tables that hold the word under ``key``; what is neither is
        passed over, as others find fault with it.
    """
    seen = set()
    for n, each in enumerate(raw if isinstance(raw, list) else ()):
        word = each.get(key) if key and isinstance(each, dict) else each
        if isinstance(word, str):
            if word in seen:
                yield fault((*place, n, *([key] if key else [])), shown(word), "each only once")
            seen.add(word)


def hollow(error: ErrorDetails) -> bool:
    """Say whether a list is called too short only because what is wrong in it was not counted."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def restated(error: ErrorDetails) -> InitErrorDetails:
    """Return a fault of Pydantic's own in the words of a scenario file."""
    place = tuple(part for part in error["loc"] if part != "[key]")
    context = error.get("ctx", {})
    if error["type"] == FAULT:
        return fault(place, context["found"], context["allowed"], context["nearest"])
    allowed = EXPECTED.get(error["type"], "{msg}").format(msg=error["msg"], **context)
    return fault(place, found_in(error), allowed)


def found_in(error: ErrorDetails) -> str:
    """Return what an error of Pydantic's own found."""
    if error["type"] == "missing":
        return "nothing"
    entries = error["input"] if error["type"] in ("too_short", "too_long") else None
    return f"{len(entries)} entries" if isinstance(entries, Sized) else shown(error["input"])
