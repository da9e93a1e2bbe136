"""JSON files of others: numbers kept as the decimals they are, no key twice."""

import json
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NoReturn

from scenarios.problems import shown
from sim.solve.formats.files import refusal, text_of

LONGEST_NUMBER = 200
"""Characters; beyond it lies no score of anybody."""


def tree_of(file: Path) -> Any:
    """Return what a JSON file holds, its numbers as ``Decimal``.

    Raises
    ------
    ScenarioError
        Where it is no JSON, has a key twice, or a number that is none.
    """

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            keys = [key for key, _ in pairs]
            twice = next(key for key in keys if keys.count(key) > 1)
            raise refusal(file, twice, "the key twice", "each key once")
        return made

    def plain(word: str) -> Decimal:
        if len(word) > LONGEST_NUMBER:
            raise refusal(file, "", "a number of too many digits", "a number")
        return Decimal(word)

    def none(word: str) -> NoReturn:
        raise refusal(file, "", word, "a number")

    try:
        return json.loads(
            text_of(file),
            parse_float=plain,
            parse_int=plain,
            parse_constant=none,
            object_pairs_hook=table,
        )
    except RecursionError:
        raise refusal(file, "", "lists or tables nested too deep", "a few levels") from None
    except ValueError as error:
        raise refusal(file, "", f"a mistake in the JSON: {error}", "valid JSON") from None


def table_of(value: object, file: Path, key: str) -> dict[str, Any]:
    """Return a value that is a table; refuse anything else."""
    if not isinstance(value, dict):
        raise refusal(file, key, kind(value), "a table")
    return value


def decimal(value: object, file: Path, key: str) -> Decimal:
    """Return a value that is a number, or a text that states one; refuse anything else."""
    try:
        made = Decimal(value) if isinstance(value, str | Decimal) else None
    except InvalidOperation:
        made = None
    if made is None or not made.is_finite() or abs(made) > Decimal(10) ** 12:
        raise refusal(file, key, kind(value), "a number")
    return made


def kind(value: object) -> str:
    """Return any value of a JSON file as a short text."""
    return str(value)[:40] if isinstance(value, Decimal) else shown(value)
