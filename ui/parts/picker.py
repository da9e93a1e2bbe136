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
    arms: list[dict] | None = None,
    arm: str = "",
    sets: list[str] | None = None,
):
    """Show the pickers; call ``event_choose`` with all that is picked when one changes.

    Parameters
    ----------
    t
        The words of the pickers: ``picker``, ``scenario``, ``forums``, ``seed``; and for arms
        ``arm``, ``no_arm``, ``sets`` and ``unset``. On phones, ``folded`` and ``unfolded``;
        ``kin`` names groups of configurations.
    scenarios, configurations
        What may be picked: ``id`` and ``title`` of each, and of configurations their ``kin`` to
        the scenario, a key of the words.
    scenario, forums, seed
        What is picked now.
    event_choose
        Called with a dict of what is picked, not yet checked.
    arms, arm
        The scenario's variants, with ``why`` of each, and the one picked, empty for none.
    sets
        Values set by the address, which may be taken back.
    """
