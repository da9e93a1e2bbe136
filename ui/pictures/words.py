"""The model's terms in a newcomer's words."""

from __future__ import annotations

import re

from sim.play.phrases import OBJECTIONS, sentence

OUTCOMES = {
    "under way": ("Draft", "Under negotiation"),
    "none": ("No statement", "The deadline passed without a statement"),
    "statement": ("Issued", "A statement without commitments"),
    "clean": ("Adopted", "The agreed paragraphs; the rest was left out"),
    "full": ("Adopted", "The full text"),
}
"""Outcome of a forum to the stamp on its paper and the line that explains it."""

MEETINGS = {
    "none": "Not in session",
    "working": "Officials in session",
    "ministerial": "Ministers in session",
}

ROLES = {
    "chair": "Chair",
    "principal": "At the table",
    "partner": "Consulted as a partner",
    "subordinate": "Consulted as a subordinate",
    "absent": "Not invited",
}

STATES = {
    "open": "In brackets: no text yet",
    "tabled": "In brackets",
    "clean": "Agreed",
    "adopted": "In the statement",
    "dropped": "Left out of the statement",
    "barred": "Beyond this table",
}

BILLS = {
    "pending": "waiting for a law",
    "passed": "law passed",
    "lapsed": "law failed",
}


LEVEL = re.compile(r"\bL([0-4])\b")


def spelt(sentence: str) -> str:
    """Return a sentence with its levels as the page writes them.

    >>> spelt("METI moves to raise Energy security from L1 to L2.")
    'METI moves to raise Energy security from level 1 to level 2.'
    """
    return LEVEL.sub(r"level \1", sentence)


def reason(words: str) -> str:
    """Return the reason for an objection as a sentence; an unknown one is given as it is.

    >>> reason("outside mandate")
    'Home has not cleared it.'
    """
    return sentence(OBJECTIONS.get(words, words))
