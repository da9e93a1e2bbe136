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

IN_JAPANESE = {
    "双方": "参加国",
    "両国": "各国",
    "両政府": "各政府",
    "両市場": "各市場",
    "両者": "その間",
    "相手側": "他の参加国",
    "二国間": "相互",
    "一方": "一つの国",
    "他方": "ほか",
}
"""The same in Japanese, which puts no space between words."""

OF_TWO = re.compile(
    rf"\b(?:{'|'.join(AMONG_MANY)})\b|(?:{'|'.join(IN_JAPANESE)})(?![向的会])", re.IGNORECASE
)


def among_many(sentence: str) -> str:
    """Return a sentence about two sides as one about more.

    Examples
    --------
    >>> among_many("The two sides will consult before either acts. Both gain.")
    'The sides will consult before any acts. All gain.'
    >>> among_many("双方は、双方向の投資を歓迎し、相手側の企業に開くことを決定した。")
    '参加国は、双方向の投資を歓迎し、他の参加国の企業に開くことを決定した。'
    """
    return OF_TWO.sub(in_place_of, sentence)


def in_place_of(found: re.Match[str]) -> str:
    """Return what stands for a word of two, with a capital where it had one."""
    word = found[0]
    put = (AMONG_MANY | IN_JAPANESE)[word.casefold()]
    return put.capitalize() if word[0].isupper() else put
