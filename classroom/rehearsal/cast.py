"""Who takes part in a rehearsal, and what they write: names, lines, answers."""

from __future__ import annotations

from random import Random
from typing import Any

from classroom.questionnaires import AFTER, ITEMS, SCALE, Item
from classroom.said import said
from scenarios.tongue import OWN

FIRST_NAMES = """
Aiko Amara Ana Anton Arjun Aya Bao Bea Ben Carla Chidi Chloe Daan Dana Diego Eda Elif Emil Eva
Fatima Felix Finn Freya Goro Grace Hana Hugo Ida Ines Ivan Jin Jonas Julia Kaito Kenji Lars Lea
Leo Lina Luca Mai Marco Maya Mei Mina Nadia Nils Nora Noor Omar Oskar Pablo Paula Priya Ravi Rosa
Sam Sana Sofia Sora Tara Theo Tomas Uma Vera Wei Yara Yuki Zoe
"""
NAMES = tuple(FIRST_NAMES.split())
HELD_BACK = (
    "Our capital had not cleared it",
    "We spent too long on one item",
    "Nobody wanted to move first",
    "The agencies we needed were not at the table",
    "We agreed on the easy part and ran out of time",
    "We did not know what the others needed",
)
DISSENT = "It is worth less to us than no statement at all"
TAKEAWAYS = (
    "Ask what the other side's capital can clear before you make an offer",
    "Put two items together: each of us gave on one",
    "Who is at the table decides what can be agreed",
    "A shallow text that everybody carries out beats a deep one that nobody does",
    "Speak to the agencies that are not in the room",
    "Use the first meeting to find out, not to win",
)


def name(n: int, language: str = OWN) -> str:
    """Return the name of the ``n``-th student, from 0.

    Examples
    --------
    >>> name(0), name(len(NAMES)), name(0, "ja")
    ('Aiko', 'Aiko B', '藍')
    """
    names = NAMES if language == OWN else said("bot", "names", language).split()
    again, place = divmod(n, len(names))
    return names[place] + (f" {chr(ord('A') + again)}" if again else "")


def answer(item: Item, when: str, lot: Random) -> Any:
    """Return somebody's answer to an item; afterwards they know a little more."""
    learnt = when == AFTER
    if item.kind == SCALE:
        return min(5, max(1, round(lot.gauss(3.6 if learnt else 2.9, 0.9))))
    return item.right if lot.random() < (0.7 if learnt else 0.4) else lot.choice(item.choices)


def answers(when: str, lot: Random) -> list[tuple[str, Any]]:
    """Return somebody's answers to a questionnaire; some leave it out."""
    if lot.random() < 0.06:
        return []
    return [(item.id, answer(item, when, lot)) for item in ITEMS]
