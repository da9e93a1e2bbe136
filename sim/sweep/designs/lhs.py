"""A Latin hypercube (mckay1979) any row of which can be made without the others.

Each factor's strata are put in an order of its own by a keyed permutation: four rounds of a
Feistel network over a power of four, walked on until it falls within the design (black2002).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.rules.block import Floats, Ints

ROUNDS = 4
Words = NDArray[np.uint64]


@dataclass(frozen=True)
class LatinDesign:
    """A Latin hypercube: every factor takes each of ``points`` strata of its room once."""

    points: int
    factors: int
    seed: int

    def shares(self, first: int, last: int) -> Floats:
        """Return rows of the design; see ``Design``."""
        rows = np.arange(first, last, dtype=np.uint64)
        made = np.empty((last - first, self.factors))
        for column in range(self.factors):
            key = mixed(np.uint64(self.seed) ^ mixed(np.uint64(column) + np.uint64(1)))
            within = mixed(rows ^ mixed(key)) / 2.0**64
            made[:, column] = (permuted(rows, self.points, key) + within) / self.points
        return np.minimum(made, np.nextafter(1.0, 0.0))

    def keys(self, first: int, last: int) -> Ints:
        """Return a number of its own for each point."""
        return np.arange(first, last, dtype=np.int64)


def permuted(rows: Words, size: int, key: Words | np.uint64) -> Words:
    """Return where a keyed permutation of 0..size - 1 puts some of these numbers."""
    half = max(1, ((size - 1).bit_length() + 1) // 2)
    made = feistel(rows, half, key)
    while (outside := made >= size).any():
        made[outside] = feistel(made[outside], half, key)
    return made


def feistel(numbers: Words, half: int, key: Words | np.uint64) -> Words:
    """Return the numbers put through a Feistel network on twice ``half`` bits."""
    mask, bits = np.uint64((1 << half) - 1), np.uint64(half)
    left, right = numbers >> bits, numbers & mask
    for turn in range(ROUNDS):
        left, right = right, left ^ (mixed(right ^ mixed(key + np.uint64(turn))) & mask)
    return (left << bits) | right


def mixed(number: Words | np.uint64) -> Words:
    """Return 64-bit numbers well mixed: the finalizer of splitmix64 (steele2014)."""
    with np.errstate(over="ignore"):
        z = np.asarray(number, dtype=np.uint64) + np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return np.asarray(z ^ (z >> np.uint64(31)))
