"""One run from its first month to its last, with strategies in every seat, as a rule."""

from agents.decide import decide
from sim.rules import chance
from sim.rules.chance import UNIT, WORD, philox
from sim.rules.knowledge import know
from sim.rules.measure import measure
from sim.rules.month import (
    begin,
    close_month,
    deal_bills,
    deal_month,
    open_month,
    owes_bills,
)
from sim.rules.proceedings import enact, seek
from sim.rules.rule import rule


@rule
def roll(s, k, seed, run, block):
    """Give the asked seat its dice for this turn."""
    philox(run, int(s.month[0]), chance.DICE, int(s.turn[0]), seed & WORD, seed >> 32, block)
    k.first_die[0] = block[0] * UNIT
    k.second_die[0] = block[1] * UNIT


@rule
def play_month(p, s, k, move, words, block, seed, run):
    """Play one month to its end, every seat by its strategy."""
    deal_month(p, s, seed, run, words, block)
    open_month(p, s, words)
    while seek(p, s):
        know(p, s, s.ask_forum[0], s.ask_agency[0], k)
        roll(s, k, seed, run, block)
        decide(k, move)
        enact(p, s, move)
    if owes_bills(p, s):
        deal_bills(p, s, seed, run, words, block)
    close_month(p, s, words)


@rule
def play_run(p, s, k, move, words, block, seed, run, out):
    """Play a run from a zeroed state and fill its metrics.

    Parameters
    ----------
    p, s, k : Params, State, Knowledge
        The state must be zeroed; it is left as the run ended.
    move, words, block : arrays of int
        Room to work in: shapes (3 + I,), (PHASES, SLOTS) and (4,).
    seed, run : int
        63 and 32 bits.
    out : array, shape (F, len(METRICS)), float
    """
    begin(p, s)
    for _ in range(p.horizon):
        play_month(p, s, k, move, words, block, seed, run)
    for f in range(p.n_forums):
        measure(p, s, f, out[f])


@rule
def set_parameters(ints, floats, places, whole, numbers, n):
    """Write row ``n`` of the cells into the memory of the parameters."""
    for c in range(places.shape[0]):
        if whole[c] == 1:
            ints[places[c]] = int(numbers[n, c])
        else:
            floats[places[c]] = numbers[n, c]


@rule
def play_many(
    p,
    s,
    k,
    move,
    words,
    block,
    ints,
    floats,
    base,
    places,
    whole,
    memory,
    seed,
    runs,
    numbers,
    targets,
    metrics,
    outcome,
    closed,
    statement,
    states,
):
    """Play some runs one after the other and fill a row of every column for each.

    Parameters
    ----------
    p, s, k, move, words, block, seed
        As ``play_run`` has them.
    ints, floats : arrays, shape (P,)
        The memory of ``p``, word by word, as whole numbers and as numbers.
    base : array, shape (P,), int
        What all runs' parameters have in common.
    places, whole : arrays, shape (C,), int
        The words in which the runs differ, and 1 for those that hold whole numbers.
    memory : array, shape (W,), int
        The memory of ``s``, word by word.
    runs : array, shape (n,), int
        The runs' numbers.
    numbers : array, shape (n, C), float
        What stands in those words in each run.
    targets : array, shape (n, F, I), level
        The exact Nash point of each forum, for seats that may know it.
    metrics, outcome, closed, statement, states : arrays
        The columns of ``sim.sweep.batch.Batch``.
    """
    ints[:] = base
    for n in range(runs.shape[0]):
        set_parameters(ints, floats, places, whole, numbers, n)
        memory[:] = 0
        for f in range(p.n_forums):
            for i in range(p.n_items):
                s.target[f, i] = targets[n, f, i]
        play_run(p, s, k, move, words, block, seed, int(runs[n]), metrics[n])
        for f in range(p.n_forums):
            outcome[n, f] = s.outcome[f]
            closed[n, f] = s.closed[f]
            for i in range(p.n_items):
                statement[n, f, i] = s.statement[f, i]
        if states.shape[0] > 0:
            states[n] = memory
