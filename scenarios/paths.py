"""Paths to single values of a run, and changes to them: ``gridlock.us=0.8``."""

import math
from dataclasses import dataclass

from scenarios.ledger import Entry, Value
from scenarios.names import PATHS
from scenarios.problems import Problem, ScenarioError, shown
from scenarios.world import World

GIVEN = "--set"
"""Where problems of changes are said to be, after the option that gives them."""
FORM = "a path, an equals sign and a value, such as gridlock.us=0.8"


@dataclass(frozen=True)
class Change:
    """One value that a run sets differently from its scenario."""

    path: str
    value: Value

    def __str__(self) -> str:
        """Return the change as it is written."""
        return f"{self.path}={self.value}"


def parse(text: str) -> Change:
    """Return the change that a text such as ``gridlock.us=0.8`` asks for.

    Whether the run has that path, and admits the value, is for ``arrange`` to say.

    Raises
    ------
    ScenarioError
        Where the text is no path, equals sign and value.

    Examples
    --------
    >>> parse("gridlock.us = 0.8"), parse("event.E33=off")
    (Change(path='gridlock.us', value=0.8), Change(path='event.E33', value='off'))
    """
    path, equals, right = (part.strip() for part in text.partition("="))
    if not equals or not right or not PATHS.fullmatch(path):
        raise ScenarioError([Problem(GIVEN, "", shown(text), FORM)])
    return Change(path, value_of(right))


def value_of(text: str) -> Value:
    """Return a number where the text is a finite one, else the text."""
    try:
        number = float(text)
    except ValueError:
        return text
    if not math.isfinite(number):
        return text
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def choices(world: World) -> tuple[Entry, ...]:
    """Return every path that can be set in a world, with figure and range.

    A sweep varies those that are ``stated``; the others are defaults and paths to several.
    """
    return tuple(world.ledger.values())
