"""Every figure of a scenario with what it rests on, to search and to link to."""

from __future__ import annotations

from collections.abc import Callable

from ui.parts.nested import component_of


@component_of("ledger", "figure")
def Ledger(
    t: dict,
    scenarios: list[dict],
    scenario: str,
    counts: dict,
    sources: list[dict],
    paragraphs: dict,
    beside: list[dict],
    listed: dict,
    table: dict,
    event_choose: Callable[[dict], None],
    event_seek: Callable[[dict], None],
    event_toggle: Callable[[dict], None],
    event_more: Callable[[dict], None],
    event_find: Callable[[str], None],
    event_csv: Callable[[int], None],
    event_go: Callable[[str], None],
):
    """Show figures in their tables; the address may name one after ``#``.

    Parameters
    ----------
    t
        The words of the page.
    scenarios, scenario
        What may be picked, and what is.
    counts, sources
        As ``scenarios.sheet_of_sources.account`` has them; empty where it could not be had.
    paragraphs
        The paragraphs cited of each source.
    beside
        What is cited beside the figures: ``title`` and ``places``.
    listed
        ``ui.sources.listing.Book.shown``: what of all this was asked for.
    table
        All figures as ``text``, with the ``stamp`` of the wish that it answers.
    event_choose
        Called with ``scenario``, ``q`` and ``basis`` as picked, for the address.
    event_seek
        Called with ``q``, ``basis`` and ``stamp`` while the visitor searches.
    event_toggle, event_more
        Called with the ``name`` of a table, and ``open``, or ``upwards`` for what comes before.
    event_find
        Called with the path that the address names.
    event_csv
        Called with a stamp when the visitor wants all figures.
    event_go
        Called with the address of another page.
    """
