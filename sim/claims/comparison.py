"""Cases of a scenario beside one another, under the same chance, while a hand moves values."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from scenarios.compare import with_arm
from scenarios.dials import Dial, dials
from scenarios.load import load
from scenarios.paths import Change
from scenarios.problems import Problem, ScenarioError, listed, nearest, shown
from scenarios.spoken import by_language
from sim.claims.compared import effects, endings, fan, outcomes
from sim.rules.block import Block
from sim.rules.measure import METRICS
from sim.sweep.cases import Case
from sim.sweep.live.rounds import Round, rounds
from sim.sweep.live.stage import block_of, fitting, world_of

SEED = 1
"""Of the chance that all comparisons share."""
EVERY = -1
"""In place of a case's number: all of them."""


@dataclass(frozen=True)
class Hand:
    """A value set by hand, in one case or in every."""

    change: Change
    case: int = EVERY

    def is_on(self, case: int) -> bool:
        """Say whether it is set in a case."""
        return self.case in (EVERY, case)


def offered(scenario: str) -> list[dict[str, str]]:
    """Return what can be compared: the scenario as it is, its arms, then other forums."""
    loaded = load(scenario)
    sheet, every = loaded.sheet, loaded.library.configurations
    own = {"id": sheet.forum, "title": every[sheet.forum].title, "kind": "own", "why": ""}
    arms = [{"id": arm.id, "title": arm.title, "kind": "arm", "why": arm.why} for arm in sheet.arm]
    others = [
        {"id": each, "title": every[each].title, "kind": "forum", "why": ""}
        for each in loaded.configurations
        if each != sheet.forum
    ]
    return [own, *arms, *others]


@lru_cache(256)
def case_named(scenario: str, name: str) -> Case:
    """Return an arm or a configuration as a case.

    Raises
    ------
    ScenarioError
        Where there is neither of that name.
    """
    loaded = load(scenario)
    if any(arm.id == name for arm in loaded.sheet.arm):
        forum, changes = with_arm(loaded, name, None, ())
        return Case(name, forum or loaded.sheet.forum, changes)
    if name in loaded.configurations:
        return Case(name, name)
    names = [each["id"] for each in offered(scenario)]
    problem = Problem(scenario, "", shown(name), listed(names), nearest(name, names))
    raise ScenarioError([problem])


@by_language(32)
def dials_of(scenario: str, names: tuple[str, ...]) -> list[Dial]:
    """Return everything that can be moved in any of the cases."""
    return dials([world_of(scenario, case_named(scenario, name)) for name in names])


def comparison(
    scenario: str,
    names: Sequence[str],
    hands: Sequence[Hand],
    metric: str,
    stop: threading.Event,
) -> Iterator[dict[str, Any]]:
    """Yield how cases compare, after ever more runs, until stopped.

    Parameters
    ----------
    names : sequence of str
        Arms or configurations; the others are compared with the first.
    hands : sequence of Hand
        Values set, the one that moves last; a case that lacks a path plays without it.
    metric : str
        The one of ``METRICS`` that is drawn month by month.

    Raises
    ------
    ScenarioError
        Where there is no such case.
    """
    cases = [case_named(scenario, name) for name in names]
    *still, moved = hands or (None,)
    blocks = []
    refused: list[str] = []
    for n, case in enumerate(cases):
        wanted = tuple(hand.change for hand in still if hand and hand.is_on(n))
        ready, reasons = fitting(scenario, case, wanted)
        refused += reasons
        on = moved.change if moved and moved.is_on(n) else None
        block, reason = moved_into(scenario, ready, on)
        blocks.append(block)
        refused += [reason] * bool(reason)
    if moved and known_to_none(scenario, cases, moved):
        # said as of a value that does not move
        refused += fitting(scenario, cases[max(moved.case, 0)], (moved.change,))[1]
    for n, each in enumerate(rounds(blocks, METRICS.index(metric), SEED, stop)):
        yield picture(each) | {"refused": sorted(set(refused))}
        if n == 1:
            ahead(scenario, cases, hands)


def moved_into(scenario: str, case: Case, moved: Change | None) -> tuple[Block, str]:
    """Return the parameters of a case with a value set last, and why it cannot be set."""
    try:
        return block_of(scenario, case, moved), ""
    except ScenarioError as error:
        return block_of(scenario, case, None), str(error)


def known_to_none(scenario: str, cases: Sequence[Case], hand: Hand) -> bool:
    """Say whether no case that a value is meant for has its path."""
    meant = [case for n, case in enumerate(cases) if hand.is_on(n)]
    return not any(hand.change.path in world_of(scenario, case).ledger for case in meant)


def ahead(scenario: str, cases: Sequence[Case], hands: Sequence[Hand]) -> None:
    """Arrange what the next move of another value will start from, while the hand rests."""
    for n, case in enumerate(cases):
        fitting(scenario, case, tuple(hand.change for hand in hands if hand.is_on(n)))


def picture(found: Round) -> dict[str, Any]:
    """Return a round as plain data, case by case."""
    ends = [endings(runs.metrics) for runs in found.cases]
    return {
        "runs": found.runs,
        "of": found.of,
        "plain": found.plain,
        "cases": [
            {
                "fan": fan(runs.series),
                "outcomes": outcomes(runs.outcome),
                "effects": effects(ends[0], ends[n] if n else None),
            }
            for n, runs in enumerate(found.cases)
        ],
    }
