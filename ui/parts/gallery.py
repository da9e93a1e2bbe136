"""All scenarios as sheets on a desk, with a search over their names."""

from __future__ import annotations

from collections.abc import Callable

from ui.parts.nested import component_of


@component_of("gallery", "round")
def Gallery(t: dict, cards: list[dict], search: str, event_go: Callable[[str], None]):
    """Show the cards; call ``event_go`` with the address of what is chosen.

    Parameters
    ----------
    t
        The words of the gallery.
    cards
        As ``ui.gallery.cards.card_picture`` makes them.
    search
        What is searched for at first; the address follows what is searched for.
    """
