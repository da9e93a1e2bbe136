"""Strategies from elsewhere: named by other packages as entry points, or NegMAS's own.

A guest holds a seat in runs of one at a time: the game, the Mesa model, ``communique run``. Sweeps
compile the strategies of this house, and no others. In a log a guest's seat counts as held by a
person, for its moves do not follow from this package; the log replays without the guest.
"""

from collections.abc import Callable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from agents.chooser import Chooser, GuestError
from agents.registry import STRATEGIES

GROUP = "communique.strategies"
"""The group of entry points under which other packages name their strategies."""
NEGMAS = "negmas:"
"""What names of NegMAS's negotiators begin with, such as ``negmas:BoulwareTBNegotiator``."""


@cache
def entries() -> dict[str, EntryPoint]:
    """Return the strategies that installed packages offer, by name; none outdoes one of ours."""
    return {each.name: each for each in entry_points(group=GROUP) if each.name not in STRATEGIES}


def names() -> tuple[str, ...]:
    """Return the names of the strategies that installed packages offer."""
    return tuple(sorted(entries()))


def known(name: str) -> bool:
    """Say whether a name is that of a guest, so far as can be told without loading it."""
    return name in entries() or name.startswith(NEGMAS)


def guest(name: str) -> Chooser:
    """Return a strategy from elsewhere, one of its own for every seat.

    Parameters
    ----------
    name : str
        Of an entry point, whose object is a strategy or, called without arguments, returns one;
        or ``negmas:`` and the name of a negotiator of NegMAS.

    Raises
    ------
    GuestError
        Where there is none of that name, it cannot be loaded, or it has no ``choose``.
    """
    if name.startswith(NEGMAS):
        from agents.negmas_seat import negotiator

        return negotiator(name.removeprefix(NEGMAS))
    if name not in entries():
        offered = ", ".join(names()) or "none"
        raise GuestError(f"{name!r}: no installed package offers it; offered: {offered}")
    found = loaded(entries()[name])
    made = (
        found if hasattr(found, "choose") and not isinstance(found, type) else called(found, name)
    )
    if not callable(getattr(made, "choose", None)):
        raise GuestError(f"{name!r}: {entries()[name].value} has no choose(view)")
    return made


def loaded(entry: EntryPoint) -> Callable[[], Any] | Any:
    """Return the object of an entry point; say in one line what keeps it from being loaded."""
    try:
        return entry.load()
    except Exception as error:
        raise GuestError(f"{entry.name!r}: cannot load {entry.value}: {error}") from error


def called(found: Any, name: str) -> Any:
    """Return what a class or a function makes; say in one line what keeps it from doing so."""
    try:
        return found()
    except Exception as error:
        raise GuestError(f"{name!r}: {entries()[name].value} makes no strategy: {error}") from error
