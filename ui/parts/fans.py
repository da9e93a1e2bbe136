"""How each setting goes, month by month, as a fan; and what its talks came to, as bars."""

from __future__ import annotations

from collections.abc import Callable

from ui.parts.nested import component_of


@component_of("fans", "shares")
def Fans(
    t: dict,
    title: str,
    measure: str,
    titles: list[str],
    letters: list[str],
    links: list[dict],
    picture: dict,
    event_go: Callable[[str], None],
):
    """Draw the settings beside one another on the same scale.

    Parameters
    ----------
    t
        The words of the page.
    title
        Of the scenario.
    measure
        What is drawn, in words.
    titles, letters
        Of the settings.
    links
        Of the settings: addresses to ``watch`` one of the runs, and of their ``sources``.
    picture
        As ``sim.claims.comparison`` has it, with ``stamp``: the move that it answers.
    event_go
        Called with the address of another page.
    """
