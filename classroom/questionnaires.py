"""The questions before and after play: four items, the same both times, so that they match.

World Climate's evaluation measured knowledge, feeling and the wish to act, before and after, and
found that knowledge alone does not go with the wish to act (rooney2018). So two items are about
what one understands, one about what one believes, and one about wanting to go on. No answer
counts towards a mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from classroom.debrief.paired import Paired, paired

if TYPE_CHECKING:
    from classroom.state import ClassState

SCALE, CHOICE = "scale", "choice"
STEPS = 5
"""Answers of a scale: 1, disagree strongly, to 5, agree strongly."""
BEFORE, AFTER = "before", "after"


@dataclass(frozen=True)
class Item:
    """One item.

    Parameters
    ----------
    id : str
        Its texts are in the catalogue ``questionnaires``, under this id.
    kind : str
        ``scale`` (whole numbers 1..5) or ``choice`` (ids of answers).
    choices : tuple of str
        Of a choice: ids of its answers.
    right : str
        Of a choice: the answer that the model bears out.
    """

    id: str
    kind: str
    choices: tuple[str, ...] = ()
    right: str = ""


ITEMS = (
    Item("explain", SCALE),
    Item("capital", SCALE),
    Item("delivery", CHOICE, ("depth", "heard", "meetings", "elections"), "heard"),
    Item("onward", SCALE),
)
QUESTIONNAIRES: Mapping[str, tuple[Item, ...]] = {BEFORE: ITEMS, AFTER: ITEMS}


def valid_answer(questionnaire: str, item: str, value: Any) -> bool:
    """Say whether a value from outside answers an item.

    Examples
    --------
    >>> valid_answer("before", "explain", 5), valid_answer("before", "explain", True)
    (True, False)
    """
    known = {each.id: each for each in QUESTIONNAIRES.get(questionnaire, ())}
    if item not in known:
        return False
    if known[item].kind == SCALE:
        return type(value) is int and 1 <= value <= STEPS
    return isinstance(value, str) and value in known[item].choices


@dataclass(frozen=True)
class Change:
    """How the answers to an item changed.

    Parameters
    ----------
    before, after : mapping of answer to int
        How many gave it.
    moved : Paired, optional
        Over those who answered both times: a scale by its steps, a choice by 1 where it is
        right; nothing where nobody did.
    """

    item: Item
    before: Mapping[Any, int]
    after: Mapping[Any, int]
    moved: Paired | None


def changes(state: ClassState) -> tuple[Change, ...]:
    """Return for each item how the answers changed."""
    return tuple(change(state, item) for item in ITEMS)


def change(state: ClassState, item: Item) -> Change:
    """Return how the answers to one item changed."""
    given = [
        tuple(each.answers.get(when, {}).get(item.id) for when in (BEFORE, AFTER))
        for each in state.students.values()
    ]
    both = [(score(item, old), score(item, new)) for old, new in given if None not in (old, new)]
    return Change(
        item,
        counted(item, [old for old, _ in given]),
        counted(item, [new for _, new in given]),
        paired([old for old, _ in both], [new for _, new in both]),
    )


def score(item: Item, value: Any) -> float:
    """Return an answer as a number."""
    return float(value) if item.kind == SCALE else float(value == item.right)


def counted(item: Item, given: list[Any]) -> dict[Any, int]:
    """Return how many gave each answer."""
    answers = range(1, STEPS + 1) if item.kind == SCALE else item.choices
    return {each: given.count(each) for each in answers}
