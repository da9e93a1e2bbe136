"""The model's terms in a newcomer's words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scenarios.spoken import spoken
from sim.play.phrases import reason_alone
from ui.words.catalogue import words

LEVEL = re.compile(r"(?<![A-Za-z0-9])L([0-4])(?![A-Za-z0-9])")
"""A level in a sentence; in Japanese no space sets it off."""


def spelt(sentence: str) -> str:
    """Return a sentence with its levels as the page writes them.

    >>> spelt("METI moves to raise Energy security from L1 to L2.")
    'METI moves to raise Energy security from level 1 to level 2.'
    >>> from scenarios.spoken import speaking
    >>> with speaking("ja"):
    ...     spelt("L1からL2へ")
    '水準1から水準2へ'
    """
    return LEVEL.sub(lambda found: words("watch")["news"]["level"].format(level=found[1]), sentence)


def reason(words: str) -> str:
    """Return the reason for an objection as a sentence; an unknown one is given as it is.

    >>> reason("outside mandate")
    'Home has not cleared it.'
    """
    return reason_alone(words, spoken())


def percent(share: float) -> str:
    """Return a share as per cent.

    >>> percent(0.456)
    '46 %'
    """
    return words("watch")["trends"]["percent"].format(percent=round(100 * share))


def beside(several: Iterable[str], how: str = "list") -> str:
    """Return texts side by side: as a ``list``, further ``apart``, or as ``sentences``.

    >>> beside(["State", "METI"]), beside(["One.", "Two."], "sentences")
    ('State, METI', 'One. Two.')
    >>> from scenarios.spoken import speaking
    >>> with speaking("ja"):
    ...     beside(["国務省", "経産省"])
    '国務省、経産省'
    """
    between: str = words("terms")[how]
    return between.join(several)
