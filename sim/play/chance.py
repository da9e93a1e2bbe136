"""Chance as a seat: what it must draw now, and what it draws by itself."""

import numpy as np

from sim.play.game import Game
from sim.play.moves import CHANCE_SEAT, Move
from sim.rules import chance
from sim.rules.chance import PHASES, SLOTS, deal
from sim.rules.month import bill_slots, open_slots

PHASE_NAMES = {
    "events": chance.EVENTS,
    "convene": chance.CONVENE,
    "mandate": chance.MANDATE,
    "misread": chance.MISREAD,
    "bills": chance.BILLS,
}
"""Words for the phases that need numbers, and their codes."""


def drawn_slots(game: Game) -> dict[str, int]:
    """Return how many words chance owes now, by phase."""
    params, state = game.world.params, game.state
    if state.phase[0] == 1:
        return {"bills": bill_slots(params)}
    slots = {name: open_slots(params, state, code) for name, code in PHASE_NAMES.items()}
    return {name: count for name, count in slots.items() if count > 0}


def draw(game: Game) -> Move:
    """Return chance's own move: the words at the addresses of this seed, run and month."""
    month = game.month if game.state.phase[0] == 1 else game.month + 1
    words = np.zeros((PHASES, SLOTS), dtype=np.int64)
    room = np.zeros(4, dtype=np.int64)
    drawn = []
    for name, count in drawn_slots(game).items():
        code = PHASE_NAMES[name]
        deal(game.seed, game.run, month, code, count, words, room)
        drawn.append((name, tuple(int(word) for word in words[code, :count])))
    return Move(CHANCE_SEAT, "draw", words=tuple(drawn))
