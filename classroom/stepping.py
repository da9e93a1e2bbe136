"""Going to another step, and who keeps a seat that they share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from classroom.entry import Wanted
from classroom.seating import reseated
from classroom.setup import lobby_for, seats_of

if TYPE_CHECKING:
    from classroom.state import ClassState


def to_step(state: ClassState, to: int) -> Iterator[Wanted]:
    """Yield what a step to another step comes to.

    A round gives free seats to those who share one. Not so the first: who shares a seat then has
    read its brief, and was put there. They are put back by an entry of its own, for what a step
    comes to in logs that are written must stay as it was.
    """
    stay = staying(state, to)
    yield "stepped", {"to": to}
    if stay:
        yield "seated", {"seats": stay}


def staying(state: ClassState, to: int) -> dict[str, list[int | str]]:
    """Return who would lose a shared seat as the first round begins, and where they sit."""
    step = state.plan.step[to]
    if step.kind != "play" or any(table.now is not None for table in state.tables.values()):
        return {}
    found: dict[str, list[int | str]] = {}
    for tid in state.tables:
        setup = state.setup(tid, step)
        seats = seats_of(setup)
        sides = {card.id: card.side for card in lobby_for(setup).seats}
        own = {each.sid: each.seat for each in state.people(tid)}
        given = reseated(own, seats, sides)
        found |= {
            sid: [tid, seat] for sid, seat in own.items() if seat in seats and given[sid] != seat
        }
    return found
