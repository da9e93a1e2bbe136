"""What commands carry, checked: nothing a page sends is believed."""

from __future__ import annotations

from typing import Any

from classroom.entry import Refusal
from classroom.readable import readable
from classroom.sitting import move_of
from classroom.state import ClassState, ClassTable, Student
from sim.play.moves import Move

LONGEST = 280
"""Characters in a line that somebody writes."""
NICK = 24
"""Characters in a name."""
MOST_TABLES = 200


def words_in(command: dict[str, Any], key: str, most: int = LONGEST) -> str:
    """Return a text from outside, on one line and not too long."""
    text = command.get(key, "")
    if not isinstance(text, str) or len(text) > 4 * most:
        raise Refusal("too_long", most=most)
    text = readable(text)
    if len(text) > most:
        raise Refusal("too_long", most=most)
    return text


def truth(command: dict[str, Any], key: str) -> bool:
    """Return a yes or no from outside."""
    value = command.get(key, True)
    if not isinstance(value, bool):
        raise Refusal("malformed", key=key)
    return value


def number(command: dict[str, Any], key: str, low: float, high: float) -> float:
    """Return a number from outside, within its range."""
    value = command.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise Refusal("out_of_range", key=key, low=low, high=high)
    return value


def parsed(seat: str, data: Any) -> Move:
    """Return a move from outside."""
    if not isinstance(data, dict):
        raise Refusal("malformed", key="move")
    try:
        return move_of(seat, data)
    except (ValueError, TypeError, AttributeError):
        raise Refusal("malformed", key="move") from None


def bare(line: dict[str, Any]) -> dict[str, Any]:
    """Return a move without its seat, which the entry names."""
    return {key: value for key, value in line.items() if key != "seat"}


def student_of(state: ClassState, command: dict[str, Any]) -> Student:
    """Return the student an order is about."""
    student = state.students.get(str(command.get("sid")))
    if student is None or student.left:
        raise Refusal("no_such_student")
    return student


def table_of(state: ClassState, command: dict[str, Any]) -> ClassTable:
    """Return the table an order is about."""
    table = state.tables.get(int(number(command, "table", 1, MOST_TABLES)))
    if table is None:
        raise Refusal("no_such_table")
    return table


def tables_of(state: ClassState, command: dict[str, Any]) -> list[int]:
    """Return the tables an order is about: some, every other one, or all."""
    asked = command.get("tables", "all")
    known = sorted(state.tables)
    if asked == "all":
        return known
    if asked == "half":
        return known[1::2]
    if (
        not isinstance(asked, list)
        or not asked
        or any(type(each) is not int or each not in known for each in asked)
    ):
        raise Refusal("no_such_table")
    return sorted(set(asked))
