"""Writing a move down."""

from sim.rules.codes import CONSENT, ITEM, KIND, OBJECT, REASON
from sim.rules.rule import rule


@rule
def say(move, kind):
    """Write a move that names nothing: pass, close, consent."""
    for n in range(move.shape[0]):
        move[n] = -1
    move[KIND] = kind
    move[REASON] = 0


@rule
def consent(move):
    """Write silence: no objection."""
    say(move, CONSENT)


@rule
def protest(move, item, reason):
    """Write an objection to an item with its reason."""
    say(move, OBJECT)
    move[ITEM] = item
    move[REASON] = reason
