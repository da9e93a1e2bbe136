"""What a scenario brings for a class: the settings to try and two questions to check oneself."""

from typing import Annotated, Any

from pydantic import Field

from scenarios.faults import Faults, fault, repeats
from scenarios.names import PATHS, Many, Names, Text, shaped
from scenarios.problems import shown
from scenarios.table import Table


class Setting(Table):
    """A value of the scenario that a class is invited to move."""

    path: Annotated[str, shaped(PATHS, "a path such as gridlock.us")]
    title: Text


class Check(Table):
    """A question that a player should be able to answer before the first move."""

    question: Text
    answers: Annotated[Many[Text], Field(min_length=2, max_length=5)]
    right: int
    """Which of the answers is right, counted from 1."""
    why: Text

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield answers given twice, and a right answer that is none of them."""
        answers, right = raw.get("answers"), raw.get("right")
        yield from repeats(("answers",), answers)
        if isinstance(answers, list) and isinstance(right, int):
            yield from out_of_order(right, len(answers))


def out_of_order(right: int, answers: int) -> Faults:
    """Yield a right answer that is none of those given."""
    if answers and not 1 <= right <= answers:
        yield fault(("right",), shown(right), f"1 to {answers}")
