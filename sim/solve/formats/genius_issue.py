"""One issue of a Genius file: its values in the domain, and their scores in a profile."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from scenarios.problems import listed, nearest, shown
from sim.solve.formats.files import number, refusal, whole
from sim.solve.formats.made import MOST_VALUES
from sim.solve.formats.xml_tree import attribute, children

INTEGER, DISCRETE = "integer", "discrete"
KINDS = (DISCRETE, INTEGER)
LEAST_MAXIMUM = 1e-5
"""Where an issue's largest evaluation is smaller, Genius takes all of them for 0."""


@dataclass(frozen=True)
class Issue:
    """An issue of the domain."""

    name: str
    index: str
    kind: str
    values: tuple[str, ...]


def issue_of(element: Element, file: Path) -> Issue:
    """Return the issue that an element of the domain declares.

    Raises
    ------
    ScenarioError
        Where it has no name or values, or is continuous.
    """
    index = attribute(element, "index") or ""
    name = attribute(element, "name")
    if not name:
        raise refusal(file, f"issue {index}".strip(), "no name", "a name for every issue")
    kind = kind_of(element, name, file)
    return Issue(name, index, kind, values_of(element, kind, name, file))


def kind_of(element: Element, name: str, file: Path) -> str:
    """Return what kind of values an issue has: discrete where nothing says so."""
    kind = (attribute(element, "type", "etype") or attribute(element, "vtype") or DISCRETE).lower()
    if kind not in KINDS:
        raise refusal(file, f"issue {name}", f"values of type {kind!a}", listed(KINDS))
    return kind


def values_of(element: Element, kind: str, name: str, file: Path) -> tuple[str, ...]:
    """Return the names of an issue's values: its items, or all whole numbers of its range."""
    items = children(element, "item")
    if kind == DISCRETE or items:
        values = tuple(attribute(each, "value") or "" for each in items)
        if "" in values:
            raise refusal(file, f"issue {name}", "an item without a value", "a value for each")
        return values
    low, high = bounds(element, name, file)
    if not 0 <= high - low < MOST_VALUES:
        found = f"whole numbers from {low} to {high}"
        raise refusal(file, f"issue {name}", found, f"from 1 to {MOST_VALUES} of them")
    return tuple(str(value) for value in range(low, high + 1))


def bounds(element: Element, name: str, file: Path) -> tuple[int, int]:
    """Return the lowest and the highest value of an integer issue."""
    places = [element, *children(element, "range")]
    ends = []
    for key in ("lowerbound", "upperbound"):
        words = [word for each in places if (word := attribute(each, key)) is not None]
        ends.append(whole(words[0] if words else None, file, f"issue {name}: {key}"))
    return ends[0], ends[1]


def scores(issue: Issue, element: Element, file: Path) -> tuple[float, ...]:
    """Return a profile's score, 0..1, for each value of an issue of the domain."""
    if items := children(element, "item"):
        return discrete(issue, items, file)
    if issue.kind == INTEGER:
        return straight(issue, element, file)
    raise refusal(file, f"issue {issue.name}", "no items", "a score for every value")


def discrete(issue: Issue, items: Sequence[Element], file: Path) -> tuple[float, ...]:
    """Return the evaluations of an issue's items, each divided by the largest.

    Where a value has several, the last one holds, as in Genius.
    """
    given: dict[str, float] = {}
    for item in items:
        value, word = attribute(item, "value") or "", attribute(item, "evaluation")
        key = f"issue {issue.name}, value {value}"
        if value not in issue.values:
            near = nearest(value, issue.values)
            raise refusal(file, key, shown(value), listed(issue.values), near)
        if word is None or word == "null":
            raise refusal(file, key, "no evaluation", "a score for every value")
        given[value] = number(word, file, key)
    if missing := [value for value in issue.values if value not in given]:
        key = f"issue {issue.name}, value {missing[0]}"
        raise refusal(file, key, "no evaluation", "a score for every value")
    largest = max(given.values())
    if largest < LEAST_MAXIMUM:
        return (0.0,) * len(issue.values)
    return tuple(given[value] / largest for value in issue.values)


def straight(issue: Issue, element: Element, file: Path) -> tuple[float, ...]:
    """Return the scores of whole numbers along a line, held between 0 and 1.

    The line is a slope and an offset, which is the score of the lowest value, or in older
    files a slope and an offset at 0 (``parameter1`` and ``parameter0``).
    """
    found = children(element, "evaluator")
    key = f"issue {issue.name}: evaluator"
    if not found:
        raise refusal(file, key, "nothing", "a slope and an offset")
    form = attribute(found[0], "ftype") or "linear"
    if form != "linear":
        raise refusal(file, key, f"ftype {form!a}", "linear")
    if attribute(found[0], "slope") is not None:
        slope, offset = (number(attribute(found[0], k), file, key) for k in ("slope", "offset"))
        start = bounds(element, issue.name, file)[0]
    else:
        names = ("parameter1", "parameter0")
        slope, offset = (number(attribute(found[0], k), file, key) for k in names)
        start = 0
    values = (whole(value, file, key) for value in issue.values)
    return tuple(min(max(slope * (value - start) + offset, 0.0), 1.0) for value in values)
