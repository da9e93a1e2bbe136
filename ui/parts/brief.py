"""What this run is about."""

from __future__ import annotations

import solara


@solara.component_vue("brief.vue", vuetify=False)
def Brief(t: dict, title: str, question: str, story: list[str], fresh: bool):
    """Show the question of the scenario; its story unfolds, and is unfolded before the start.

    Parameters
    ----------
    t
        The words: ``label`` and ``story``.
    title, question, story
        The scenario's own words.
    fresh
        Whether nothing has been played yet.
    """
