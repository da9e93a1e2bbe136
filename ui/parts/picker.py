"""What a page is about, picked: the scenario, who meets, and the dice."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("picker.vue", vuetify=False)
def Picker(
    t: dict,
    scenarios: list[dict],
    scenario: str,
    configurations: list[dict],
    forums: str,
    seed: int,
    event_choose: Callable[[dict], None],
):
    """Show the pickers; call ``event_choose`` with scenario, forums and seed when one changes.

    Parameters
    ----------
    t
        The words of the pickers: ``picker``, ``scenario``, ``forums`` and ``seed``.
    scenarios, configurations
        What may be picked: ``id`` and ``title`` of each.
    scenario, forums, seed
        What is picked now.
    event_choose
        Called with a dict of the three, as picked, not yet checked.
    """
