"""Sentences written for two sides, as they read among more."""

import re

AMONG_MANY = {
    "two sides": "sides",
    "both": "all",
    "either": "any",
    "neither": "none",
    "bilateral": "mutual",
    "the other's": "the others'",
}
"""What stands for the words that speak of two."""

OF_TWO = re.compile(r"\b(" + "|".join(AMONG_MANY) + r")\b", re.IGNORECASE)


def among_many(sentence: str) -> str:
    """Return a sentence about two sides as one about more.

    Examples
    --------
    >>> among_many("The two sides will consult before either acts. Both gain.")
    'The sides will consult before any acts. All gain.'
    """
    return OF_TWO.sub(in_place_of, sentence)


def in_place_of(found: re.Match[str]) -> str:
    """Return what stands for a word of two, with a capital where it had one."""
    word = found[0]
    put = AMONG_MANY[word.casefold()]
    return put.capitalize() if word[0].isupper() else put
