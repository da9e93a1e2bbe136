"""``extends``: a scenario takes over another's tables and says only what differs."""

from collections.abc import Callable
from typing import Any

from scenarios.problems import Problem, ScenarioError, listed, nearest, shown

Raw = dict[str, Any]


def inherited(
    raw: Raw, file: str, fetch: Callable[[str], Raw], choices: tuple[str, ...]
) -> tuple[Raw, tuple[str, ...]]:
    """Return the tables of a file with all it takes over, and the ids it takes them from.

    Parameters
    ----------
    raw : dict
        The tables of the file.
    file : str
        Its name, for messages.
    fetch : callable
        Returns the tables of a scenario by its id.
    choices : tuple of str
        The ids that may be extended. Only these are ever fetched: an id is never a path.

    Raises
    ------
    ScenarioError
        Where ``extends`` names no scenario, or leads back to where it began.
    """
    line: list[str] = []
    layers = [raw]
    while "extends" in layers[-1]:
        parent = layers[-1]["extends"]
        at = f"{line[-1]}.toml" if line else file
        if not isinstance(parent, str) or parent not in choices:
            near = nearest(parent, choices)
            raise ScenarioError([Problem(at, "extends", shown(parent), listed(choices), near)])
        if parent in line or parent == raw.get("id"):
            circle = " -> ".join([str(raw.get("id")), *line, parent])
            raise ScenarioError([Problem(at, "extends", f"a circle: {circle}", "no circle")])
        line.append(parent)
        layers.append(fetch(parent))
    whole: Raw = {}
    for layer in reversed(layers):
        whole = merged(whole, layer)
    whole.pop("extends", None)
    return whole, tuple(line)


def merged(old: Raw, new: Raw) -> Raw:
    """Return two tables as one: tables merge key by key, all else is replaced by the new.

    A figure is replaced as a whole: its reasons belong to its value.

    Examples
    --------
    >>> merged({"a": {"b": 1, "c": 2}}, {"a": {"c": 3}})
    {'a': {'b': 1, 'c': 3}}
    """
    both = {key for key in old.keys() & new.keys() if open_table(old[key]) and open_table(new[key])}
    return {**old, **new, **{key: merged(old[key], new[key]) for key in both}}


def open_table(value: object) -> bool:
    """Say whether a value is a table, but not a figure."""
    return isinstance(value, dict) and "value" not in value
