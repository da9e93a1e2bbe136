"""Classes opened again after a restart; one whose log is damaged as far as it can be read."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from classroom.after import created, take
from classroom.entry import FORMAT, Entry
from classroom.room import Room
from classroom.store import Store, StoreError

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Trouble:
    """A class that did not come back whole.

    Parameters
    ----------
    code : str
        Of the class; empty where even that cannot be read.
    kind : str
        ``damaged``: it is open to be read and taken away, as far as its log goes;
        ``newer``: a later version has written it; ``closed``: nothing of it can be read.
    why : str
        What is wrong with its log.
    teacher : str
        The key of its teacher's page where it is open.
    """

    code: str
    kind: str
    why: str
    teacher: str = ""


def brought_back(
    store: Store,
    cid: str,
    t: float,
    reading: Callable[[], float],
    wall_clock: Callable[[], float],
) -> tuple[Room | None, Trouble | None]:
    """Return a class as its log has it, and what is wrong with it, if anything is."""
    code = ""
    try:
        code, form = store.listed(cid)
        if form > FORMAT:
            return None, Trouble(code, "newer", f"format {form}, where this one reads {FORMAT}")
        return Room(cid, store.read(cid), store, t, reading, wall_clock), None
    except Exception as error:  # whatever one log holds, the other classes are open
        log.error("class %s cannot be read: %r", code or cid, error)
        sound, why = as_far_as_it_goes(store, cid)
    if not sound:
        return None, Trouble(code, "closed", why)
    room = Room(cid, sound, store, t, reading, wall_clock)
    room.damage(why)
    return room, Trouble(room.state.code, "damaged", why, room.state.teacher)


def as_far_as_it_goes(store: Store, cid: str) -> tuple[list[Entry], str]:
    """Return the log of a class up to its first fault, and what that is."""
    sound: list[Entry] = []
    why = ""
    try:
        sound.extend(store.read(cid))
    except StoreError as error:
        why = str(error)
    while sound:
        n = 1
        try:
            state = created(cid, sound[0])
            for entry in sound[1:]:
                n = entry.n
                take(state, entry)
        except Exception as error:
            # what failed may have changed half of something: it is all taken again without it
            why = f"entry {n} cannot be taken: {error!r}"
            del sound[n - 1 :]
            continue
        break
    return sound, why or "it is empty"
