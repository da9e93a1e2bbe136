"""Values of GeniusWeb's issues, words or numbers of a range, and their utilities."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from scenarios.problems import listed
from sim.solve.formats.files import refusal
from sim.solve.formats.json_tree import decimal, kind, table_of
from sim.solve.formats.made import MOST_VALUES

DISCRETE = ("discreteutils", "discretevaluesetutilities")
NUMERIC = ("numberutils", "numbervaluesetutilities")


def values_of(tree: object, file: Path, key: str) -> tuple[str, ...]:
    """Return the names of an issue's values."""
    table = tree if isinstance(tree, dict) else {"values": tree}
    for wrapped in ("discreteValueSet", "numberValueSet", "DiscreteValueSet", "NumberValueSet"):
        table = table_of(table.get(wrapped, table), file, key)
    if "range" in table:
        return numbers_in(table_of(table["range"], file, key), file, f"{key}.range")
    values = table.get("values")
    if not isinstance(values, list) or not all(isinstance(v, str | Decimal) for v in values):
        raise refusal(file, key, kind(values), "a list of values, or a range")
    return tuple(str(value) for value in values)


def numbers_in(table: Mapping[str, Any], file: Path, key: str) -> tuple[str, ...]:
    """Return the numbers of a range: from low, in steps, to high at most."""
    low, high, step = (decimal(table.get(k), file, f"{key}.{k}") for k in ("low", "high", "step"))
    if step <= 0 or not 0 <= (high - low) / step < MOST_VALUES:
        found = f"from {low} to {high} by {step}"
        raise refusal(file, key, found, f"a rising range of at most {MOST_VALUES} numbers")
    return tuple(named(low + n * step) for n in range(int((high - low) / step) + 1))


def named(value: Decimal) -> str:
    """Return a number as the name of a value.

    Examples
    --------
    >>> named(Decimal("1.50")), named(Decimal("20"))
    ('1.5', '20')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def utilities(tree: object, values: tuple[str, ...], file: Path, key: str) -> tuple[Decimal, ...]:
    """Return the utility of each value of an issue."""
    table = table_of(tree, file, key)
    for name, inner in table.items():
        if name.casefold() in DISCRETE:
            return listed_ones(table_of(inner, file, key), values, file, key)
        if name.casefold() in NUMERIC:
            return line(table_of(inner, file, key), values, file, key)
    if "valueUtilities" in table:
        return listed_ones(table, values, file, key)
    if "lowValue" in table:
        return line(table, values, file, key)
    raise refusal(file, key, listed(table), "discreteutils or numberutils")


def listed_ones(
    table: Mapping[str, Any], values: tuple[str, ...], file: Path, key: str
) -> tuple[Decimal, ...]:
    """Return the utilities that a table lists, one for each value."""
    given = table_of(table.get("valueUtilities"), file, f"{key}.valueUtilities")
    found: dict[int, Decimal] = {}
    for word, utility in given.items():
        place = fitting(word, values)
        if place is None:
            raise refusal(file, f"{key}.{word}", "no value of the issue", listed(values))
        found[place] = decimal(utility, file, f"{key}.{word}")
    for n, value in enumerate(values):
        if n not in found:
            raise refusal(file, f"{key}.{value}", "nothing", "a utility for every value")
    return tuple(found[n] for n in range(len(values)))


def line(
    table: Mapping[str, Any], values: tuple[str, ...], file: Path, key: str
) -> tuple[Decimal, ...]:
    """Return the utilities of numbers on a line between two of them; 0 outside, as there."""
    names = ("lowValue", "lowUtility", "highValue", "highUtility")
    low, at_low, high, at_high = (decimal(table.get(k), file, f"{key}.{k}") for k in names)
    if low >= high:
        raise refusal(file, key, f"lowValue {low}, highValue {high}", "a lower lowValue")
    made = []
    for value in values:
        x = decimal(value, file, key)
        inside = low <= x <= high
        share = (x - low) / (high - low)
        made.append(at_low + share * (at_high - at_low) if inside else Decimal(0))
    return tuple(made)


def fitting(word: object, values: tuple[str, ...]) -> int | None:
    """Return the place of a value among an issue's; numbers may be written otherwise."""
    text = str(word)
    if text in values:
        return values.index(text)
    wanted = as_number(text)
    same = [
        n for n, value in enumerate(values) if wanted is not None and as_number(value) == wanted
    ]
    return same[0] if len(same) == 1 else None


def as_number(text: str) -> Decimal | None:
    """Return the number a text states, if it does."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
