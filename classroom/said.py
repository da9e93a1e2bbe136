"""What an export says of itself in another language than English.

The English stands where it is used; ``classroom/words/<language>.toml`` has a line for each text.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from scenarios.tongue import OWN


def said(kind: str, english: str, language: str = OWN) -> str:
    """Return a text in a language; in English where it is not known there.

    >>> said("column", "median", "ja"), said("column", "median")
    ('中央値', 'median')
    """
    return tables(language).get(kind, {}).get(english, english)


@cache
def tables(language: str) -> dict[str, dict[str, str]]:
    """Return the texts of a language by kind, each by its English or by its key."""
    place = resources.files("classroom") / "words" / f"{language}.toml"
    return tomllib.loads(place.read_text("utf-8")) if place.is_file() else {}
