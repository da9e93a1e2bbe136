"""Random numbers by address: Philox4x32-10 (Salmon et al. 2011).

A number is found at (seed, run, month, phase, slot) and never drawn from a
stream, so a run is the same whatever runs beside it, before it or after it.
"""

from sim.rules.rule import rule

# Phases that have numbers of their own
EVENTS, CONVENE, MANDATE, DICE, BILLS, MISREAD = range(6)
PHASES = 6
SLOTS = 1024
"""Room for the numbers of one phase of one month."""

WORD = 0xFFFFFFFF
UNIT = 1.0 / 4294967296.0
"""One step of a 32-bit word on the unit interval."""


@rule
def philox(c0, c1, c2, c3, key0, key1, out):
    """Write the four 32-bit words of one Philox4x32-10 block into ``out``.

    All arguments are whole numbers of 32 bits. Products are cut back to 32 bits
    at once, so that 64-bit machine integers that wrap around and Python's long
    integers give the same words. Source: salmon2011.
    """
    for _ in range(10):
        a = 0xD2511F53 * c0
        b = 0xCD9E8D57 * c2
        c0 = ((b >> 32) & WORD) ^ c1 ^ key0
        c2 = ((a >> 32) & WORD) ^ c3 ^ key1
        c1 = b & WORD
        c3 = a & WORD
        key0 = (key0 + 0x9E3779B9) & WORD
        key1 = (key1 + 0xBB67AE85) & WORD
    out[0] = c0
    out[1] = c1
    out[2] = c2
    out[3] = c3


@rule
def deal(seed, run, month, phase, count, words, block):
    """Write ``count`` words of one phase of one month into ``words[phase]``.

    Parameters
    ----------
    seed : int
        64 bits. ``run`` and ``month`` are 32 bits each.
    words : array, shape (PHASES, SLOTS), int
        Receives 32-bit words.
    block : array, shape (4,), int
        Room to work in.
    """
    for first in range(0, count, 4):
        philox(run, month, phase, first >> 2, seed & WORD, (seed >> 32) & WORD, block)
        for k in range(min(4, count - first)):
            words[phase, first + k] = block[k]


@rule
def uniform(words, phase, slot):
    """Return the number in [0, 1) at a slot of the dealt words."""
    return int(words[phase, slot]) * UNIT
