"""Changes applied to the ledger of a run, all checked before any is made."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scenarios.figures import Figure
from scenarios.ledger import Entry, Value
from scenarios.paths import GIVEN, Change
from scenarios.problems import Problem, ScenarioError, nearest, shown
from scenarios.scenario import Scenario

SEATING = ("seat", "consult", "role", "authority")
"""What brings an agency into a run that would otherwise have no part in it."""


def named_agencies(scenario: Scenario, changes: Sequence[Change]) -> set[str]:
    """Return the agencies that changes of seats and authority name."""
    parts = [change.path.split(".") for change in changes]
    named = {part for path in parts if path[0] in SEATING for part in path[1:]}
    return named & scenario.library.agencies.keys()


def applied(ledger: Mapping[str, Entry], changes: Sequence[Change]) -> dict[str, Entry]:
    """Return the ledger with the changes made.

    Raises
    ------
    ScenarioError
        With a problem for every change that names no path, or a value out of range.
    """
    if problems := list(faulty(ledger, changes)):
        raise ScenarioError(problems)
    values: dict[str, Value] = {}
    for change in sorted(changes, key=lambda change: not ledger[change.path].covers):
        for path in ledger[change.path].covers or (change.path,):
            values[path] = change.value
    made = dict(ledger)
    for path, value in values.items():
        made[path] = set_to(ledger[path], value)
    return {path: following(entry, made) for path, entry in made.items()}


def faulty(ledger: Mapping[str, Entry], changes: Sequence[Change]) -> Iterator[Problem]:
    """Yield a problem for every change that cannot be made."""
    for n, change in enumerate(changes):
        if change.path not in ledger:
            near = nearest_path(change.path, ledger)
            yield Problem(GIVEN, "", shown(change.path), "a path of this run", near)
            continue
        allowed = ledger[change.path].allowed
        if not allowed.admits(change.value):
            near = nearest(change.value, allowed.words)
            yield Problem(GIVEN, change.path, shown(change.value), str(allowed), near)
        if any(change.path == other.path for other in changes[:n]):
            yield Problem(GIVEN, change.path, "a second value", "one value for each path")


def nearest_path(path: str, ledger: Mapping[str, Entry]) -> str:
    """Return the path most like a wrong one: the head first, then the rest under that head."""
    heads = dict.fromkeys(each.split(".")[0] for each in ledger)
    head = path.split(".")[0]
    right = head if head in heads else nearest(head, heads)
    under = [each for each in ledger if each.split(".")[0] == right]
    return nearest(path, under) or right


def set_to(entry: Entry, value: Value) -> Entry:
    """Return an entry with a value of the run's own, which leaves no room for a sweep."""
    why = f"Set for this run, in place of {entry.figure.value}."
    room = {"choices": (value,)} if isinstance(value, str) else {"low": value, "high": value}
    figure = Figure.model_construct(
        value=value, unit=entry.figure.unit, basis="assumed", why=why, **room
    )
    return replace(entry, figure=figure, default="")


def following(entry: Entry, ledger: Mapping[str, Entry]) -> Entry:
    """Return an entry with the figure of the path it takes its value from, if it has one."""
    if entry.default:
        return replace(entry, figure=ledger[entry.default].figure)
    if entry.covers:
        return replace(entry, figure=ledger[entry.covers[0]].figure)
    return entry
