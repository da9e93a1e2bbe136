"""A scenario's card as the page draws it: words, a diagram of the table, addresses."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from ui.pictures.sides import SHAPES

if TYPE_CHECKING:
    from scenarios.card import Card, Table

GOES = ("watch", "play", "compare", "sources")
"""The pages a card leads to."""


def card_picture(card: Card) -> dict:
    """Return a card for the component that shows it."""
    query = "?" + urlencode({"scenario": card.id})
    return {
        **asdict(card),
        "tables": [table_picture(each) for each in card.tables],
        "seats": sum(len(side.seats) for each in card.tables for side in each.delegations),
        "goes": {page: f"/{page}{query}" for page in GOES},
    }


def table_picture(table: Table) -> dict:
    """Return a forum as delegations around a table, each side with its shape and tone."""
    return {
        "title": table.title,
        "label": table.label,
        "sides": [
            {
                "short": side.short,
                "shape": SHAPES[place % len(SHAPES)],
                "tone": place % len(SHAPES),
                "seats": list(side.seats),
            }
            for place, side in enumerate(table.delegations)
        ],
    }
