"""One side of the table: who is seated, who is only consulted, and how each fares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pictures.sides import badges
from ui.pictures.words import ROLES

if TYPE_CHECKING:
    from sim.play.scene import ForumPicture, Scene, SeatPicture

SEATED = ("chair", "principal")
HEARD = ("partner", "subordinate")


def delegation(side: str, forum: ForumPicture, scene: Scene) -> dict:
    """Return the seats of one side, grouped by how close they are to the table."""
    seats = [seat for seat in forum.seats if seat.side == side]
    items = {line.id: line.short for line in forum.lines}
    return {
        "forum": forum.short,
        "badge": badges(scene)[side],
        "seated": [card(seat, items) for seat in seats if seat.role in SEATED],
        "heard": [card(seat, items) for seat in seats if seat.role in HEARD],
        "absent": [seat.short for seat in seats if seat.role == "absent"],
    }


def card(seat: SeatPicture, items: dict[str, str]) -> dict:
    """Return one place card."""
    return {
        "id": seat.id,
        "name": seat.name,
        "short": seat.short,
        "role": ROLES[seat.role],
        "speaking": seat.speaking,
        "objecting": seat.objecting,
        "strategy": seat.strategy.replace("-", " "),
        "holds": [items[item] for item in seat.authority if item in items],
        "gauges": [
            {"name": "Satisfied", "percent": round(100 * seat.satisfaction)},
            {"name": "Committed", "percent": round(100 * seat.buy_in)},
            {"name": "Guards its turf", "percent": round(100 * seat.turf)},
        ],
    }
