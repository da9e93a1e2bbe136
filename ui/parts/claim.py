"""One claim: its words, its source, what was found, and an experiment to play."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("claim.vue", vuetify=False)
def Claim(
    t: dict,
    claim: dict,
    worlds: int,
    small: int,
    tensions: list[dict],
    trial: dict,
    called: dict,
    compared: list[str],
    cited: str,
    scenarios: dict,
    event_start: Callable[[object], None],
    event_stop: Callable[[object], None],
    event_go: Callable[[str], None],
):
    """Show a claim.

    Parameters
    ----------
    t
        The words of the page.
    claim
        As ``sim.claims.register`` has it.
    worlds, small
        Worlds of the campaign, and of the experiment to play.
    tensions
        Those it is part of, each with ``titles`` of its claims.
    trial
        ``ui.claims.trial.Trial`` as a dict.
    called
        What the paths are called on which results depend: ``title`` and ``unit``, by scenario and
        path.
    compared
        For each experiment, the address at which its settings are compared.
    cited
        Id of a scenario whose sources list the documents that the claim is from.
    scenarios
        Titles of those in which it is tried, by id.
    event_start, event_stop
        Called to play the experiment, and to stop it.
    event_go
        Called with the address of another page.
    """
