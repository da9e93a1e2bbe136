"""The look back on a deal, as a picture and in words."""

from __future__ import annotations

from collections.abc import Callable

from ui.parts.nested import component_of


@component_of("debrief", "verdict", "frontier", "alternative", "rehearsal")
def Debrief(
    t: dict,
    picture: dict,
    cloud: dict | None,
    done: list[int],
    fewer: bool,
    ai: dict,
    csv: str,
    name: str,
    seats: list[str],
    shown: int,
    event_choose: Callable[[int], None],
    event_go: Callable[[object], None],
):
    """Show the deal among the texts that could not be improved for all.

    Parameters
    ----------
    t
        The words of the debrief.
    picture, cloud
        ``ui.pictures.look_back.look_back`` and ``cloud_picture``; no cloud until runs are done.
    done
        How many runs are done, and of how many.
    fewer
        Whether there will be fewer runs than usual.
    ai
        ``title`` and ``strength`` of the strategy that stands in.
    csv, name
        The runs as CSV, and a name for files without an ending.
    seats, shown
        What one may look back as, and the place of what is shown.
    event_choose, event_go
        Called with the place that is picked, and to take another seat.
    """
