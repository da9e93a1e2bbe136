"""All that a scenario rests on, gathered for a page: alike figures under one meaning, once each."""

from itertools import groupby
from typing import Any

from scenarios.arrange import arrange
from scenarios.changes import SET
from scenarios.compare import with_arm
from scenarios.load import load
from scenarios.provenance import Row, provenance
from scenarios.spoken import by_language
from scenarios.told import reason, told

KEPT = 16
"""Accounts kept in mind: some visitors' at a time."""
CELLS = ("path", "about", "value", "unit", "low", "high", "choices", "basis", "given", "takes")
"""What is said of each figure by itself; place and reason are said by number."""


@by_language(KEPT)
def account(scenario: str, forum: str | None = None, arm: str | None = None) -> dict[str, Any]:
    """Return what a scenario rests on, as plain data without repetition; not to be changed.

    Parameters
    ----------
    scenario : str
        Id of a shipped scenario.
    forum, arm : str, optional
        Another configuration; an arm of the scenario.

    Returns
    -------
    dict
        ``tables`` of ``groups`` of ``figures``, each with the places of its citation and reason
        in ``texts``; ``counts``, ``sources`` and ``citations`` as ``provenance`` has them.

    Raises
    ------
    ScenarioError
        Where there is no such scenario, forum or arm.

    Examples
    --------
    >>> account("two-tracks")["title"]
    'Two tracks'
    """
    loaded = load(scenario)
    configuration, changes = with_arm(loaded, arm, forum, ())
    found = provenance(arrange(loaded, configuration, changes), changes, arm)
    texts: dict[str, int] = {"": 0}
    tables = [
        {"name": told("table", name, name), "groups": groups(list(rows), texts)}
        for name, rows in groupby(found["figures"], lambda each: str(each["table"]))
    ]
    counts = {basis: sum(several.values()) for basis, several in found["counts"].items()}
    kept = ("title", "forum", "sources", "citations", "unexplained")
    return {
        **{key: found[key] for key in kept},
        "counts": counts,
        "tables": tables,
        "texts": list(texts),
    }


def groups(rows: list[Row], texts: dict[str, int]) -> list[dict[str, Any]]:
    """Return figures by what they mean, in the order of the first of each."""
    made: dict[str, list[Row]] = {}
    for each in rows:
        made.setdefault(each["meaning"], []).append(
            {key: each[key] for key in CELLS}
            | {"citation": texts.setdefault(each["citation"] or "", len(texts))}
            | {"why": texts.setdefault(explained(each["why"] or ""), len(texts))}
        )
    return [{"meaning": meaning, "figures": several} for meaning, several in made.items()]


def explained(why: str) -> str:
    """Return the reason of a figure, one that the run has set among them, in words.

    >>> explained("Set for this run, in place of partner.")
    'Set for this run, in place of partner.'
    """
    before, after = SET.split("{value}")
    if not why.startswith(before):
        return reason(why)
    value = why.removeprefix(before).removesuffix(after)
    return told("form", "set", SET).format(value=told("choice", value, value))
