"""One side of the table: who is seated, who is only consulted, and how each fares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pictures.sides import badges
from ui.pictures.words import beside, percent
from ui.words.catalogue import words

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
        "absent": [card(seat, items) for seat in seats if seat.role == "absent"],
    }


def card(seat: SeatPicture, items: dict[str, str]) -> dict:
    """Return one place card."""
    text = words("watch")["seats"]
    return {
        "id": seat.id,
        "name": seat.name,
        "short": seat.short,
        "role": words("watch")["roles"][seat.role],
        "as": words("watch")["heard"].get(seat.role, ""),
        "speaking": seat.speaking,
        "objecting": seat.objecting,
        "strategy": words("terms")["choices"].get(seat.strategy, seat.strategy),
        "holds": beside(items[item] for item in seat.authority if item in items),
        "gauges": [
            gauge(text["satisfied"], seat.satisfaction),
            gauge(text["committed"], seat.buy_in),
            gauge(text["turf"], seat.turf),
        ],
    }


def gauge(name: str, share: float) -> dict:
    """Return a share with its name, as a number and in words."""
    return {"name": name, "percent": round(100 * share), "said": percent(share)}


def trust_table(forum: ForumPicture, scene: Scene) -> dict | None:
    """Return how far the seats at a table trust one another, in per cent; None where unknown.

    A row for each seat at the table: its turf, and its trust in every other seat.
    """
    if not forum.trust:
        return None
    places = [n for n, seat in enumerate(forum.seats) if seat.role in SEATED]
    sides = badges(scene)
    heads = [{"short": forum.seats[n].short, "badge": sides[forum.seats[n].side]} for n in places]
    return {
        "heads": heads,
        "rows": [
            {
                **head,
                "turf": round(100 * forum.seats[row].turf),
                "trust": [
                    None if row == column else round(100 * forum.trust[row][column])
                    for column in places
                ],
            }
            for head, row in zip(heads, places, strict=True)
        ],
    }
