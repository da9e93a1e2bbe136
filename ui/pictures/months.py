"""Counting in calendar months, as a scene writes them in the language it is told in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scenarios.load import phrases
from scenarios.spoken import spoken
from ui.words.catalogue import words

if TYPE_CHECKING:
    from sim.play.scene import Scene


def later(date: str, months: int) -> str:
    """Return the month that is so many months later; earlier where they are negative.

    >>> later("November 2021", 3), later("January 2022", -1)
    ('February 2022', 'December 2021')
    """
    said, names = phrases(spoken())["date"]["month"], phrases(spoken())["date"]["names"]
    name, year = read(date)
    count = 12 * int(year) + names.index(name) + months
    return str(said.format(name=names[count % 12], year=count // 12))


def read(date: str) -> tuple[str, str]:
    """Return the name of the month and the year of a date.

    >>> read("November 2021")
    ('November', '2021')
    >>> from scenarios.spoken import speaking
    >>> with speaking("ja"):
    ...     read("2021年11月"), later("2021年11月", 3)
    (('11月', '2021'), '2022年2月')
    """
    form = re.escape(phrases(spoken())["date"]["month"])
    form = form.replace(r"\{name\}", "(?P<name>.+)").replace(r"\{year\}", "(?P<year>[0-9]+)")
    found = re.fullmatch(form, date)
    if found is None:
        raise ValueError(f"no month: {date!r}")
    return found["name"], found["year"]


def date_of(month: int, scene: Scene) -> str:
    """Return the calendar month in which a month of the run begins; month 0 counts as the first."""
    return later(scene.date, (max(month, 1) - max(scene.month, 1)) * scene.tick)


def span_of(month: int, scene: Scene) -> str:
    """Return the time that a month of the run stands for, such as ``January to June 1960``."""
    return spanning(date_of(month, scene), scene.tick)


def spanning(date: str, tick: int) -> str:
    """Return the time of so many calendar months that begins with one.

    >>> spanning("March 2022", 1), spanning("January 1960", 6), spanning("January 1960", 12)
    ('March 2022', 'January to June 1960', '1960')
    >>> spanning("November 2021", 3)
    'November 2021 to January 2022'
    """
    if tick == 1:
        return date
    text = words("watch")["months"]
    first, year = read(date)
    last, until = read(later(date, tick - 1))
    if year != until:
        return text["across"].format(first=first, year=year, last=last, until=until)
    return year if tick == 12 else text["within"].format(first=first, last=last, year=year)


def tick_name(scene: Scene, several: bool = False) -> str:
    """Return what a month of the run is called, or several of them at the head of a list.

    >>> from types import SimpleNamespace as Some
    >>> tick_name(Some(tick=1)), tick_name(Some(tick=6), True), tick_name(Some(tick=5))
    ('month', 'Half-years', 'step')
    """
    names: dict = words("watch")["ticks"]
    known: dict[str, str] = names["several"] if several else names
    return known.get(str(scene.tick), known["other"])
