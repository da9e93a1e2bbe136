"""The draft statement: the paper on the table."""

from __future__ import annotations

import solara

from ui.parts.nested import nested


@solara.component_vue("draft.vue", vuetify=False)
def Paper(paper: dict, t: dict):
    """Show a draft; what stands in its margin is a component of its own."""


def Draft(paper: dict, t: dict) -> solara.Element:
    """Show a draft: brackets close as the sides agree, objections stand in the margin.

    Parameters
    ----------
    paper
        ``ui.pictures.draft.draft``.
    t
        The words of the paper.
    """
    return Paper(paper=paper, t=t, components=nested("marks"))
