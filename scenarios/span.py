"""Whether a scenario runs long enough for every forum it starts with to finish its text."""

from collections.abc import Iterator

from scenarios.figures import Figure
from scenarios.parameters import figure_of
from scenarios.problems import Problem
from scenarios.scenario import Scenario


def cut_short(scenario: Scenario, file: str) -> Iterator[Problem]:
    """Yield a problem for each forum whose deadline, once put off, lies beyond the horizon.

    What the figures state is looked at first, then the ends of their room: a sweep may draw
    the shortest run together with the latest deadline.
    """
    library, horizon = scenario.library, scenario.sheet.horizon
    reopening = figure_of(library.constants, "reopen_months")
    for name in library.configurations[scenario.sheet.forum].forums:
        deadline = figure_of(library.forums[name], "deadline")
        stated = months(horizon.value), months(deadline.value) + months(reopening.value)
        farthest = earliest(horizon), latest(deadline) + latest(reopening)
        for key, (length, need) in (("value", stated), (low_key(horizon), farthest)):
            if length < need:
                allowed = f"at least {need:g}: the deadline of {name} and one re-opening"
                yield Problem(file, f"horizon.{key}", f"{length:g} months", allowed)
                break


def low_key(figure: Figure) -> str:
    """Return the key that holds the low end of a figure's room."""
    return "value" if figure.low is None else "low"


def months(value: object) -> float:
    """Return the number that a figure in months holds."""
    if not isinstance(value, int | float):
        raise TypeError(f"{value} is no number of months")
    return value


def earliest(figure: Figure) -> float:
    """Return the low end of a figure's room."""
    return months(figure.value if figure.low is None else figure.low)


def latest(figure: Figure) -> float:
    """Return the high end of a figure's room."""
    return months(figure.value if figure.high is None else figure.high)
