"""Three questions for the wall: the scenario's own, and two that the tables themselves raise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from classroom.debrief.findings import Question, Result, Words
from classroom.debrief.measures import FIRST

HOW_MANY = 3


def questions(
    asked: str, results: Sequence[Result], measures: Mapping[tuple[int, int], Mapping[str, float]]
) -> tuple[Question, ...]:
    """Return the three questions.

    Parameters
    ----------
    asked : str
        The scenario's own question.
    """
    found = [Question("scenario", {"question": asked})]
    last = max((each.round for each in results), default=0)
    here = [each for each in results if each.round == last]
    found += apart(here, measures)
    found += bracket(here)
    found += frontier(here)
    return tuple(found[:HOW_MANY])


def apart(
    results: Sequence[Result], measures: Mapping[tuple[int, int], Mapping[str, float]]
) -> Iterator[Question]:
    """Yield which two tables with the same seats and the same chance came out farthest apart."""
    groups: dict[str, list[tuple[float, int]]] = {}
    for each in results:
        known = measures.get((each.round, each.table))
        if known is not None:
            groups.setdefault(each.configuration, []).append((known[FIRST], each.table))
    ranges = [
        (max(group)[0] - min(group)[0], configuration, min(group), max(group))
        for configuration, group in groups.items()
    ]
    if ranges:
        width, configuration, low, high = max(ranges, key=lambda each: each[0])
        if width > 0.0:
            tables: Words = {"configuration": configuration, "low": low[1], "high": high[1]}
            depths: Words = {"low_depth": round(low[0], 2), "high_depth": round(high[0], 2)}
            yield Question("apart", {**tables, **depths})


def bracket(results: Sequence[Result]) -> Iterator[Question]:
    """Yield which item was most often left open, by whom, and why."""
    counts = Counter(item for each in results for item in each.brackets)
    if not counts:
        return
    item, count = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
    held = Counter(
        each.brackets[item] for each in results if item in each.brackets and each.brackets[item][0]
    )
    seat, reason = max(held.items(), key=lambda pair: (pair[1], pair[0]))[0] if held else ("", "")
    tables = len({each.table for each in results})
    words: Words = {"item": item, "count": count, "of": tables, "seat": seat, "reason": reason}
    yield Question("bracket", words)


def frontier(results: Sequence[Result]) -> Iterator[Question]:
    """Yield how many tables could have helped somebody with nobody losing."""
    known = [each for each in results if each.left is not None]
    short = [each for each in known if each.left]
    if known:
        yield Question("frontier", {"count": len(short), "of": len(known)})
