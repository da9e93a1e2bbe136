"""A figure beside the goal that it is held against."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Goal:
    """What was measured, and what was to be reached."""

    what: str
    found: float
    goal: float
    unit: str = ""
    least: bool = True
    """Whether the goal is the least the figure may be, rather than the most."""
    how: str = ""
    """What the figure was made of."""

    @property
    def reached(self) -> bool:
        """Say whether the goal is reached."""
        return self.found >= self.goal if self.least else self.found <= self.goal

    def as_json(self) -> dict[str, Any]:
        """Return the figure as plain data."""
        return {
            "what": self.what,
            "found": round(self.found, 4),
            "goal": self.goal,
            "least": self.least,
            "unit": self.unit,
            "reached": self.reached,
            "how": self.how,
        }

    def as_row(self) -> str:
        """Return the figure as a row of a Markdown table.

        Examples
        --------
        >>> Goal("scaling", 1.93, 1.8, "x").as_row()
        '| scaling | 1.93x | >= 1.8x | yes |  |'
        """
        sign = ">=" if self.least else "<="
        found, goal = f"{self.found:.3g}{self.unit}", f"{sign} {self.goal:g}{self.unit}"
        return (
            f"| {self.what} | {found} | {goal} | {'yes' if self.reached else 'no'} | {self.how} |"
        )


def table(goals: Iterable[Goal]) -> str:
    """Return figures as a Markdown table."""
    head = ("| figure | measured | goal | reached | how |", "|---|---|---|---|---|")
    return "\n".join((*head, *(each.as_row() for each in goals)))
