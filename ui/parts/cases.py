"""What is compared, picked: the scenario, two to four settings, and what to look at."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("cases.vue", vuetify=False)
def Cases(
    t: dict,
    scenarios: list[dict],
    offered: list[dict],
    measures: list[dict],
    scenario: str,
    names: list[str],
    measure: str,
    event_choose: Callable[[dict], None],
):
    """Show the pickers; call ``event_choose`` with scenario, names and measure as picked.

    Parameters
    ----------
    t
        The words of the page.
    scenarios, offered, measures
        What may be picked: ``id`` and ``title`` of each; of what is offered also ``kind``: own, arm
        or forum.
    scenario, names, measure
        What is picked now.
    """
