"""A picture put straight into the parts of the page as they stand.

Solara draws a page by calling its components and walking through all they hand to their parts:
for this page that takes as long as the runs of a first chart. While a hand moves a slider nothing
changes but the picture, so it is handed to the parts themselves; the page is drawn anew, with the
same picture, as soon as the hand rests.
"""

from __future__ import annotations

from ui.compare.address import Setup
from ui.compare.live import Picture, Put


def put_into(fans, effects, dials, drawn: Setup, refused: list[str]) -> Put:
    """Return what puts a picture into the parts.

    Parameters
    ----------
    fans, effects, dials
        Widgets of the parts.
    drawn
        The setup for which the page has been drawn; another one fits if only values differ.
    refused
        What could not be set in it, which the page says.
    """

    def put(setup: Setup, picture: Picture) -> bool:
        if plan(setup) != plan(drawn) or picture.get("refused", []) != refused:
            return False
        fans.picture = without_effects(picture)
        dials.drawn = picture["stamp"]
        effects.runs, effects.cases = picture["runs"], effects_of(picture)
        return True

    return put


def plan(setup: Setup) -> tuple:
    """Return what of a setup the page must be drawn anew for."""
    return setup.scenario, setup.names, setup.measure


def without_effects(picture: Picture) -> Picture:
    """Return a picture without what stands in the table beneath it, so that it is sent once."""
    cases = [{key: each[key] for key in each if key != "effects"} for each in picture["cases"]]
    return {**picture, "cases": cases}


def effects_of(picture: Picture) -> list[list[dict]]:
    """Return what stands in the table."""
    return [each["effects"] for each in picture["cases"]]
