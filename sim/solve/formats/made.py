"""From the score sheets of several parties to a domain."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sim.rules.block import Floats
from sim.solve.domain import Domain
from sim.solve.formats.files import refusal

MOST_VALUES = 5000
"""Values of one issue; the longest in use are whole numbers of a range."""
MOST_ISSUES = 64


@dataclass(frozen=True)
class Agenda:
    """What is negotiated: issues, each with the names of its values."""

    name: str
    issues: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Party:
    """One party: what each value of each issue adds for it, and what no deal is worth."""

    name: str
    scores: tuple[tuple[float, ...], ...]
    walk_away: float


def domain_of(agenda: Agenda, parties: Sequence[Party]) -> Domain:
    """Return the domain of parties over an agenda: no base, no red lines."""
    return Domain(
        name=agenda.name,
        issues=agenda.issues,
        values=agenda.values,
        parties=distinct(tuple(each.name for each in parties)),
        worth=worths(agenda, parties),
        base=np.zeros(len(parties)),
        walk_away=np.array([each.walk_away for each in parties]),
        forbidden=tuple(np.zeros((len(parties), len(each)), np.int64) for each in agenda.values),
    )


def worths(agenda: Agenda, parties: Sequence[Party]) -> tuple[Floats, ...]:
    """Return, for each issue, what its values add: shape (parties, values)."""
    return tuple(
        np.array([each.scores[i] for each in parties], float).reshape(len(parties), -1)
        for i in range(len(agenda.issues))
    )


def distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names with a number behind those that come again.

    Examples
    --------
    >>> distinct(("a", "b", "a"))
    ('a', 'b', 'a 2')
    """
    made: list[str] = []
    for name in names:
        new, n = name, 1
        while new in made:
            n += 1
            new = f"{name} {n}"
        made.append(new)
    return tuple(made)


def sized(agenda: Agenda, file: object) -> Agenda:
    """Return an agenda; refuse one that is empty, beyond all use, or names a thing twice."""
    if not agenda.issues:
        raise refusal(str(file), "", "no issue", "at least one issue with its values")
    if len(agenda.issues) > MOST_ISSUES:
        raise refusal(str(file), "", f"{len(agenda.issues)} issues", f"at most {MOST_ISSUES}")
    twice = repeated(agenda.issues)
    if twice:
        raise refusal(str(file), twice, "an issue of that name twice", "names that differ")
    for issue, values in zip(agenda.issues, agenda.values, strict=True):
        if not 0 < len(values) <= MOST_VALUES:
            allowed = f"from 1 to {MOST_VALUES} values"
            raise refusal(str(file), issue, f"{len(values)} values", allowed)
        if twice := repeated(values):
            raise refusal(str(file), issue, f"the value {twice!a} twice", "values that differ")
    return agenda


def repeated(names: Sequence[str]) -> str:
    """Return the first name that comes twice, or an empty text."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return ""
