"""Every figure of a scenario with what it rests on, to search and to link to."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("ledger.vue", vuetify=False)
def Ledger(
    t: dict,
    scenarios: list[dict],
    scenario: str,
    account: dict,
    asked: str,
    basis: str,
    event_choose: Callable[[dict], None],
    event_go: Callable[[str], None],
):
    """Show figures in their tables; the address may name one after ``#``.

    Parameters
    ----------
    t
        The words of the page.
    scenarios, scenario
        What may be picked, and what is.
    account
        As ``scenarios.sheet_of_sources.account`` has it; empty where it could not be had.
    asked, basis
        The text sought and the basis, as the address has them.
    event_choose
        Called with ``scenario``, ``q`` and ``basis`` as picked.
    event_go
        Called with the address of another page.
    """
