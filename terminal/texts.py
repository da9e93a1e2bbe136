"""Texts as they are typed at the command line: ``I01=2,I03=3``."""

import re
from collections.abc import Sequence

from scenarios.problems import Problem, ScenarioError, listed, nearest, shown
from sim.solve.domain import Domain

FORM = "an issue, an equals sign and one of its values, such as I01=2,I03=3"


def typed(domains: Sequence[Domain], text: str, *, rest: int | None) -> list[tuple[int, ...]]:
    """Return the text that is asked for, as far as each of some domains has its issues.

    Parameters
    ----------
    text : str
        Issues and their values; a value may hold commas.
    rest : int, optional
        Index of the value of an issue that is not named; by default all must be.

    Raises
    ------
    ScenarioError
        Where an issue or value is none of the domains', or is named twice or not at all.
    """
    issues = list(dict.fromkeys(issue for each in domains for issue in each.issues))
    wanted: dict[str, str] = {}
    names = "|".join(re.escape(issue) for issue in sorted(issues, key=len, reverse=True))
    for part in re.split(rf",(?=\s*(?:{names})\s*=)", text):
        issue, equals, value = (each.strip() for each in part.partition("="))
        if not equals:
            raise problem("", shown(part), FORM)
        if issue not in issues:
            raise problem("", shown(issue), listed(issues), nearest(issue, issues))
        if issue in wanted:
            raise problem(issue, "two values", "one value")
        wanted[issue] = value
    return [chosen(domain, wanted, rest) for domain in domains]


def chosen(domain: Domain, wanted: dict[str, str], rest: int | None) -> tuple[int, ...]:
    """Return the text of one domain."""
    missing = [issue for issue in domain.issues if issue not in wanted]
    if missing and rest is None:
        raise problem(missing[0], "no value", "a value for every issue")
    pairs = zip(domain.issues, domain.values, strict=True)
    return tuple(
        place(issue, names, wanted[issue]) if issue in wanted else rest or 0
        for issue, names in pairs
    )


def place(issue: str, names: tuple[str, ...], word: str) -> int:
    """Return the index of a value; a level may be written with its L."""
    for each in (word, word.removeprefix("L"), word.removeprefix("l")):
        if each in names:
            return names.index(each)
    raise problem(issue, shown(word), listed(names), nearest(word, names))


def problem(key: str, found: str, allowed: str, near: str = "") -> ScenarioError:
    """Return the error of a text that cannot be used."""
    return ScenarioError([Problem("--text", key, found, allowed, near)])
