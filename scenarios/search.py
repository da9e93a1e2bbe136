"""Finding rows of a table by words, whatever table it is."""

from collections.abc import Iterable, Mapping
from typing import Any


def has_words(row: Mapping[str, Any], keys: Iterable[str], text: str) -> bool:
    """Say whether what stands under some keys has every word of a text, in any letters.

    Examples
    --------
    >>> row = {"path": "turf.us-state", "about": "State", "why": None}
    >>> has_words(row, row, "TURF state"), has_words(row, row, "turf METI")
    (True, False)
    """
    told = " ".join(row[key] or "" for key in keys).casefold()
    return all(word in told for word in text.casefold().split())
