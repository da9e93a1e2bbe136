"""Changes applied to the ledger of a run, all checked before any is made."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scenarios.figures import Figure
from scenarios.ledger import Entry, Value
from scenarios.paths import GIVEN, Change
from scenarios.problems import SHORT, Problem, ScenarioError, nearest, shown
from scenarios.scenario import Scenario

SET = "Set for this run, in place of {value}."
"""The reason of a figure that the run has set."""
SEATING = ("seat", "consult", "role", "authority")
"""What brings an agency into a run that would otherwise have no part in it."""

TABLES = {
    **dict.fromkeys(("agencies", "constants", "forum", "forums", "items", "sides", "stance"), ""),
    "consulted": "consult",
}
"""The part of a path that stands for each table of the files; empty where none does."""


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
    """Return the path most like a wrong one.

    The tables of a file are no parts of a path, so they are passed over. Of what remains, the
    paths that have most parts of it in any order come first; among those, likeness decides.
    """
    given = (TABLES.get(part, part) for part in path.casefold().split("."))
    parts = [part for part in given if part] or [path]
    common = {each: shared_parts(each, parts) for each in ledger}
    most = max(common.values(), default=0)
    like = [each for each, count in common.items() if count == most]
    sure = 2 * most > len(parts)
    if not sure:
        like = [each for each in like if alike(each.split("."), parts)]
    return nearest(".".join(parts), like, sure)


def alike(path: Sequence[str], parts: Sequence[str]) -> bool:
    """Say whether each part of a path may stand for the one given in its place.

    Parts too short to be compared may.
    """
    if len(path) != len(parts):
        return True
    pairs = zip(path, parts, strict=True)
    return all(len(given) < SHORT or nearest(given, [part]) for part, given in pairs)


def shared_parts(path: str, parts: Sequence[str]) -> int:
    """Return how many parts a path has of those given, in whatever order."""
    return len(set(path.casefold().split(".")) & set(parts))


def set_to(entry: Entry, value: Value) -> Entry:
    """Return an entry with a value of the run's own, which leaves no room for a sweep."""
    why = SET.format(value=entry.figure.value)
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
