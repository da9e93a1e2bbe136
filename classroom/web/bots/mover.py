"""What a bot does when it is asked: a move that its own screen says it may make."""

from __future__ import annotations

from random import Random
from typing import Any

PLAIN = ("consent", "accept", "agree", "clear", "pass")
"""Moves that carry nothing, those that get a class on first."""
LOADED = ("amend", "chair text", "object", "appeal", "draw")


def choose(turn: dict[str, Any], dice: Random) -> dict[str, Any]:
    """Return a move, as the page would send it.

    Parameters
    ----------
    turn : dict
        The part of the page with the question and the choices.
    dice : Random
        Chance, for bots do not all want the same.
    """
    if turn.get("must"):
        return {"move": "object", "item": turn["must"]["item"], "reason": turn["must"]["reason"]}
    kinds = turn["kinds"]
    asked = amendment(turn, dice)
    if "amend" in kinds and asked and dice.random() < 0.8:
        return {"move": "amend", "levels": asked}
    loss = min((row["gain"] for row in turn["items"] if row["motion"] >= 0), default=0.0)
    if "object" in kinds and turn["objectable"] and loss < 0 and dice.random() < 0.6:
        item = dice.choice(turn["objectable"])["id"]
        return {"move": "object", "item": item, "reason": "own reason"}
    plain = [kind for kind in kinds if kind not in LOADED]
    if plain:
        return {"move": min(plain, key=lambda k: PLAIN.index(k) if k in PLAIN else len(PLAIN))}
    if asked:
        return {"move": "amend", "levels": asked}
    item = dice.choice(turn["objectable"])["id"]
    return {"move": "object", "item": item, "reason": "own reason"}


def amendment(turn: dict[str, Any], dice: Random) -> dict[str, int]:
    """Return a level to ask for, among those that cost the bot nothing."""
    open_now = [
        (row["id"], chip["level"])
        for row in turn["items"]
        for chip in row["chips"]
        if chip["open"] and chip["gain"] >= 0
    ]
    return dict([dice.choice(open_now)]) if open_now else {}
