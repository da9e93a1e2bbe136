"""The model's terms in a newcomer's words."""

from __future__ import annotations

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

REASONS = {
    "red line": "It crosses a red line.",
    "outside mandate": "Its capital has not cleared this.",
    "below walk-away": "No deal would be better than this.",
    "worse than the text": "The text as it stands is better.",
    "home agency not compensated": "An agency at home would lose by it.",
    "no authority at the table": "No seated agency has the authority.",
    "own reason": "For reasons of its own.",
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


def reason(words: str) -> str:
    """Return a reason as a short sentence; one we have no sentence for is given as it is."""
    return REASONS.get(words, words[:1].upper() + words[1:])
