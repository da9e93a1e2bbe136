"""Message catalogues: every text that a person reads on a page, by page and key.

A catalogue is a TOML file for each page and language under ``ui/words/<language>``. Components
take their words as a property and hold none themselves.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from scenarios.spoken import spoken

DEFAULT = "en"
Words = dict[str, Any]
"""Texts by key; tables within are tables of texts. Gaps are written ``{name}``."""


def words(page: str, language: str = "") -> Words:
    """Return the words of a page; those a language lacks are taken from the default one.

    Parameters
    ----------
    page : str
        Name of a catalogue, such as ``frame``.
    language : str
        Such as ``en``; one without catalogues counts as the default. If none is given, that of
        whoever is being shown something now: see ``scenarios.spoken``.

    Examples
    --------
    >>> words("frame")["name"]
    'Communiqué'
    """
    return words_in(page, language or spoken())


def with_terms(page: str) -> Words:
    """Return the words of a page, and under ``terms`` those that all pages share.

    >>> with_terms("sources")["terms"]["list"]
    ', '
    """
    return words(page) | {"terms": words("terms")}


@cache
def words_in(page: str, language: str) -> Words:
    """Return the words of a page in a language."""
    known = catalogue(page, DEFAULT)
    return known if language == DEFAULT else merged(known, catalogue(page, language))


def catalogue(page: str, language: str) -> Words:
    """Return one catalogue; an empty one where there is none."""
    place = files("ui.words").joinpath(language, f"{page}.toml")
    return tomllib.loads(place.read_text(encoding="utf-8")) if place.is_file() else {}


def merged(known: Words, better: Words) -> Words:
    """Return words, those that ``better`` has in its wording."""
    return {
        key: merged(value, better.get(key, {}))
        if isinstance(value, dict)
        else better.get(key, value)
        for key, value in known.items()
    }
