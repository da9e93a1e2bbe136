"""By how much each setting differs from the first, as a table with intervals."""

from __future__ import annotations

import solara


@solara.component_vue("effects.vue", vuetify=False)
def Effects(
    t: dict,
    letters: list[str],
    titles: list[str],
    measure: str,
    runs: int,
    cases: list[list[dict]],
):
    """Show the measures at the end of a run, the chosen one first.

    Parameters
    ----------
    t
        The words of the page.
    letters, titles
        Of the settings.
    measure
        Id of the one that is drawn.
    runs
        Of each setting.
    cases
        ``sim.claims.compared.effects`` of each setting.
    """
