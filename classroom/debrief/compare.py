"""Forum against forum, by the class's own tables, with what AI alone makes of both beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from classroom.debrief.contrast import contrast
from classroom.debrief.findings import Compared
from classroom.debrief.measures import AGREED, MEASURES
from classroom.debrief.played import Played
from classroom.debrief.runs import Pool, columns
from classroom.debrief.shares import shares

Values = Mapping[tuple[int, int], Mapping[str, float]]
"""By round and table: every measure."""
Z = 1.959963984540054


def compared(
    plays: Sequence[Played], values: Values, pools: Mapping[str, Pool]
) -> tuple[Compared, ...]:
    """Return every measure compared, in the last round in which tables played different forums.

    Where a round had more than two configurations, each further one is set against the first.
    """
    rounds = sorted({each.round for each in plays}, reverse=True)
    for number in rounds:
        groups = grouped(plays, number)
        if len(groups) > 1:
            first, *others = groups
            return tuple(
                one(name, first, other, groups, number, plays, values, pools)
                for other in others
                for name in MEASURES
            )
    return ()


def grouped(plays: Sequence[Played], number: int) -> dict[str, list[int]]:
    """Return the tables of each configuration in a round, the one most played before in front."""
    groups: dict[str, list[int]] = {}
    for each in sorted(plays, key=lambda each: each.table):
        if each.round == number:
            groups.setdefault(each.configuration, []).append(each.table)
    before = [each.configuration for each in plays if each.round < number]
    order = sorted(groups, key=lambda name: (-before.count(name), groups[name][0]))
    return {name: groups[name] for name in order}


def one(
    name: str,
    first: str,
    second: str,
    groups: Mapping[str, Sequence[int]],
    number: int,
    plays: Sequence[Played],
    values: Values,
    pools: Mapping[str, Pool],
) -> Compared:
    """Return one measure compared at two configurations."""
    here = {
        forum: {table: values[number, table][name] for table in groups[forum]}
        for forum in (first, second)
    }
    a, b = list(here[first].values()), list(here[second].values())
    hits = (int(sum(a)), len(a)), (int(sum(b)), len(b))
    found = shares(*hits) if name == AGREED else contrast(a, b)
    assert found is not None  # both groups have tables
    moved = None
    if name != AGREED and all_alike(plays, number - 1, first, {*here[first], *here[second]}):
        gains = [
            [value - values[number - 1, table][name] for table, value in here[forum].items()]
            for forum in (first, second)
        ]
        moved = contrast(*gains)
    return Compared(name, first, second, here, found, moved, by_model(name, first, second, pools))


def all_alike(plays: Sequence[Played], number: int, forum: str, tables: set[int]) -> bool:
    """Say whether some tables all played a forum in a round."""
    before = {each.table: each.configuration for each in plays if each.round == number}
    return all(before.get(table) == forum for table in tables)


def by_model(
    name: str, first: str, second: str, pools: Mapping[str, Pool]
) -> tuple[float, float, float, int] | None:
    """Return the difference between runs of AI alone, chance by chance, with its interval."""
    if first not in pools or second not in pools:
        return None
    one, two = pools[first], pools[second]
    count = min(one.done, two.done)
    if count < 2 or one.seed != two.seed:
        return None
    apart = columns(two)[name][:count] - columns(one)[name][:count]
    mean, half = float(apart.mean()), Z * float(apart.std(ddof=1)) / sqrt(count)
    return mean, mean - half, mean + half, count
