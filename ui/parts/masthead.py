"""The head of the page: the name, and what is being watched."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("masthead.vue", vuetify=False)
def Masthead(
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
    scenarios, configurations
        What may be picked: ``id`` and ``title`` of each.
    scenario, forums, seed
        What is picked now.
    event_choose
        Called with a dict of the three, as picked, not yet checked.
    """
