"""How each setting goes, month by month, as a fan; and what its talks came to, as bars."""

from __future__ import annotations

import solara


@solara.component_vue("fans.vue", vuetify=False)
def Fans(
    t: dict,
    measure: str,
    titles: list[str],
    letters: list[str],
    picture: dict,
):
    """Draw the settings beside one another on the same scale.

    Parameters
    ----------
    t
        The words of the page.
    measure
        What is drawn, in words.
    titles, letters
        Of the settings.
    picture
        As ``sim.claims.comparison`` has it, with ``stamp``: the move that it answers.
    """
