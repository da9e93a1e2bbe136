"""Counting in calendar months, as a scene writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.words.catalogue import words

if TYPE_CHECKING:
    from sim.play.scene import Scene


def later(date: str, months: int) -> str:
    """Return the month that is so many months later; earlier where they are negative.

    >>> later("November 2021", 3), later("January 2022", -1)
    ('February 2022', 'December 2021')
    """
    names = words("watch")["months"]["names"].split()
    name, year = date.split()
    count = 12 * int(year) + names.index(name) + months
    return f"{names[count % 12]} {count // 12}"


def date_of(month: int, scene: Scene) -> str:
    """Return the date of a month of the run; month 0 is shown as the first."""
    return later(scene.date, (max(month, 1) - max(scene.month, 1)) * scene.tick)
