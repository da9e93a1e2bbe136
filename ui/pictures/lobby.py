"""The seats one may take, as cards by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pictures.sides import SHAPES
from ui.pictures.words import beside

if TYPE_CHECKING:
    from agents.lobby import Lobby, SeatCard


def lobby_picture(lobby: Lobby, text: dict, first: str = "") -> dict:
    """Return the cards of a lobby, those at the table and those only consulted.

    Parameters
    ----------
    text
        The words of the page.
    first
        Id of the seat to begin with; by default the first at the table.
    """
    tones = tone_of(lobby)
    seated = [seat for seat in lobby.seats if seat.seated]
    best = first or (seated[0].id if seated else "")
    shown = [seat_card(seat, lobby, tones, text, seat.id == best) for seat in lobby.seats]
    return {
        "seated": [each for each in shown if each["seated"]],
        "heard": [each for each in shown if not each["seated"]],
    }


def tone_of(lobby: Lobby) -> dict[str, int]:
    """Return the number of each side's tone and shape."""
    return {side: place % len(SHAPES) for place, side in enumerate(lobby.world.sides)}


def seat_card(seat: SeatCard, lobby: Lobby, tones: dict[str, int], text: dict, first: bool) -> dict:
    """Return one seat's card."""
    played = text["lobby"]["played"]
    at = [seat.forum] if len(lobby.world.forums) > 1 else []
    return {
        "id": seat.id,
        "name": seat.name,
        "short": seat.short,
        "seated": seat.seated,
        "shape": SHAPES[tones[seat.side]],
        "tone": tones[seat.side],
        "side": lobby.world.name("side", seat.side),
        "role": beside([text["roles"][seat.role], *at]),
        "who": seat.who,
        "wants": text["lobby"]["wants"].format(wants=seat.wants),
        "played": played.format(title=seat.title, strength=seat.strength, manner=seat.manner),
        "first": first,
    }


def company(lobby: Lobby, seats: tuple[str, ...], text: dict) -> list[dict]:
    """Return who holds the seats at the table: a person, or a strategy with its strength."""
    tones = tone_of(lobby)
    words = text["brief"]
    return [
        {
            "short": seat.short,
            "shape": SHAPES[tones[seat.side]],
            "tone": tones[seat.side],
            "by": words["you"]
            if seat.id in seats
            else words["strength"].format(title=seat.title, strength=seat.strength),
            "manner": "" if seat.id in seats else seat.manner,
        }
        for seat in lobby.seats
        if seat.seated or seat.id in seats
    ]
