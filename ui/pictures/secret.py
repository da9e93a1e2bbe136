"""A seat's brief for the page: its parts and lines, each figure with the way to its source."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from sim.play.brief import Brief


def secret(brief: Brief, scenario: str, forums: str) -> dict:
    """Return the title and parts of a brief."""
    return {
        "title": brief.title,
        "parts": [
            {
                "heading": heading,
                "lines": [
                    {"text": line.text, "source": source(scenario, forums, line.paths)}
                    for line in lines
                ],
            }
            for heading, lines in brief.parts
        ],
    }


def source(scenario: str, forums: str, paths: tuple[str, ...]) -> str:
    """Return the address at which the sources of a line are shown; empty where it needs none.

    >>> source("two-tracks", "", ("salience.us-state.I01",))
    '/sources?scenario=two-tracks#salience.us-state.I01'
    """
    if not paths:
        return ""
    pairs = [("scenario", scenario), ("forums", forums)]
    return f"/sources?{urlencode([pair for pair in pairs if pair[1]])}#{paths[0]}"
