"""What people write, as others may read it: nothing hidden, turned around, or piled up."""

from __future__ import annotations

import re
from unicodedata import category, normalize

JOINERS = "\u200c\u200d"
"""Unseen, but part of how some scripts and emoji are written."""
BLANK = JOINERS + "\u115f\u1160\u2800\u3164\uffa0"
"""Letters that show nothing."""
UNSEEN = re.compile(f"[{BLANK}\u034f\u180b-\u180d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Letters and marks that change nothing of how a name looks."""
MARKS = 4
"""Most marks on one letter; more would lie over the lines above and below."""


def readable(text: str) -> str:
    r"""Return a text on one line, empty where it shows nothing.

    Examples
    --------
    >>> readable(" a\tb\u202e "), readable("e" + 9 * "\u0301") == "e" + 4 * "\u0301"
    ('a b', True)
    >>> readable("\ufe0f\u200d \u0301")
    ''
    """
    words = ("".join(filter(shown, word)) for word in text.split())
    line = few_marks(" ".join(word for word in words if word))
    return line if any(map(seen, line)) else ""


def look(text: str) -> str:
    r"""Return a text as it is compared with others: what it looks like, whatever its letters' size.

    Examples
    --------
    >>> look("Ali\u200dce") == look("\uff21lice") == look("ALICE")
    True
    """
    return UNSEEN.sub("", normalize("NFKC", text)).casefold()


def shown(letter: str) -> bool:
    """Say whether a letter may stand in a text that others read.

    Not one that turns what follows around, that nobody sees, or that a terminal obeys.
    """
    return letter in JOINERS or category(letter) not in ("Cc", "Cf", "Co", "Cs")


def seen(letter: str) -> bool:
    """Say whether a letter shows anything by itself."""
    return letter not in BLANK and category(letter)[0] not in "MZ"


def few_marks(text: str) -> str:
    """Return a text without the marks that are too many on their letters."""
    kept, marks = [], 0
    for letter in text:
        marks = marks + 1 if category(letter) in ("Mn", "Me") else 0
        if marks <= MARKS:
            kept.append(letter)
    return "".join(kept)
