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
BESIDE = 3
"""Most variants that Compare shows beside the scenario as it is."""


def card_picture(card: Card) -> dict:
    """Return a card for the component that shows it."""
    query = "?" + urlencode({"scenario": card.id})
    several = [arm.id for arm in card.arms[:BESIDE]]
    return {
        **asdict(card),
        "tables": [table_picture(each) for each in card.tables],
        "sources": [
            {"title": each.title, "goes": f"/sources{query}#source-{each.id}"}
            for each in card.sources
        ],
        "claims": [
            {"id": each.id, "title": each.words, "goes": f"/claims/{each.id}"}
            for each in card.claims
        ],
        "goes": {page: f"/{page}{query}" for page in GOES},
        "arms": [
            {
                "title": arm.title,
                "why": arm.why,
                "compare": comparison(card, [arm.id]),
                "watch": f"/watch{query}&{urlencode({'arm': arm.id})}",
            }
            for arm in card.arms
        ],
        "all": comparison(card, several) if len(several) > 1 else "",
    }


def comparison(card: Card, arms: list[str]) -> str:
    """Return the address at which a scenario stands beside some of its variants."""
    cases = zip("abcd", [card.forum, *arms], strict=False)
    return "/compare?" + urlencode([("scenario", card.id), *cases])


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
