"""What holds where no file says anything: written out, so that no default hides in code."""

from scenarios.figures import Figure


def unstated(value: float | str, unit: str, why: str) -> Figure:
    """Return the figure of a thing that no file states.

    It leaves itself no room, so a sweep does not vary it.
    """
    room = {"choices": (value,)} if isinstance(value, str) else {"low": value, "high": value}
    return Figure.model_construct(value=value, unit=unit, basis="assumed", why=why, **room)


OUTSIDE = unstated(0, "value", "No stance says that the agency could settle the item elsewhere.")
NO_DEAL = unstated(0, "value", "No deal is worth what the text of all L0 is.")
RED_LINE = unstated(4, "level", "No stance gives the agency a red line on the item.")
RED_LINE_BELOW = unstated(0, "level", "No stance gives the agency a lower red line on the item.")
LEGISLATURE = unstated(5, "level", "The item names no level at which this side needs a law.")
HOLD = unstated("none", "mode", "The item does not list the agency among its authorities.")
TICK = unstated(1, "months", "A month of the run is a month of the calendar.")
RENEWAL = unstated(0, "months", "One round of talks is looked at; no new talks follow.")
ABSENT = unstated("absent", "mode", "The agency is neither seated at the forum nor consulted.")
SWITCH = Figure.model_construct(
    value="on",
    unit="mode",
    basis="assumed",
    why="A switch of the run: the file lists the event.",
    choices=("on", "off"),
)
