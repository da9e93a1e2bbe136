"""The draft statement: the paper on the table."""

from __future__ import annotations

from ui.parts.nested import component_of


@component_of("draft", "marks")
def Draft(paper: dict, t: dict):
    """Show a draft: brackets close as the sides agree, objections stand in the margin.

    Parameters
    ----------
    paper
        ``ui.pictures.draft.draft``.
    t
        The words of the paper.
    """
