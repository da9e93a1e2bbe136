"""Which of many vectors no other one dominates.

Only vectors at least as good in a vector's own strongest coordinate can dominate it; so it is
compared with those alone, in the order of that coordinate. They are sets of bits, whose
intersection over the other coordinates is one operation on whole machine words. The sets are
of buckets, so what is left is compared exactly.

For n vectors of d coordinates this takes on the order of d * d * n * BUCKETS / 8 bytes and
n * d * m / 64 operations on words, where m is the number of vectors better in a vector's
strongest coordinate: a tenth of n or less where d is large.
"""

from collections.abc import Callable, Iterator
from operator import ge
from typing import NamedTuple

import numpy as np

from sim.rules.block import Floats, Ints
from sim.solve.kernel import Marks, compiled
from sim.solve.kernel_sift import sift as sift_compiled

BUCKETS = 64
MANY = 5_000
"""Vectors from which the compiled filter is worth importing numba for."""


class Strand(NamedTuple):
    """The vectors whose strongest coordinate is the same, and those that may dominate them."""

    mine: Ints
    """Indices of the vectors, shape (m,)."""
    reach: Ints
    """For each, how many of ``rivals`` are at least as good in that coordinate, shape (m,)."""
    rivals: Ints
    """Indices of the possible rivals, best first, shape (r,)."""
    others: Ints
    """The other coordinates, shape (d - 1,)."""


def undominated(vectors: Floats) -> Marks:
    """Say of each vector whether none dominates it; of equal ones the first counts.

    Parameters
    ----------
    vectors : array, shape (n, d)

    Examples
    --------
    >>> undominated(np.array([[1.0, 2.0], [2.0, 1.0], [1.0, 1.0], [1.0, 2.0]])).tolist()
    [True, True, False, False]
    """
    n = len(vectors)
    keep = np.ones(n, dtype=np.bool_)
    if n < 2:
        return keep
    vectors = np.ascontiguousarray(vectors)
    rising = np.sort(vectors, axis=0)
    columns = range(vectors.shape[1])
    below = [np.searchsorted(rising[:, q], vectors[:, q]) for q in columns]
    worse = np.stack(below, axis=1).astype(np.int64)
    buckets = worse * min(BUCKETS, n) // n
    sift: Callable[..., None] = sift_plain
    if n >= MANY:
        sift = compiled(sift_compiled) or sift_plain
    for strand in strands(worse):
        sift(vectors, buckets, *strand, keep)
    return keep


def strands(worse: Ints) -> Iterator[Strand]:
    """Divide vectors by their strongest coordinate.

    Parameters
    ----------
    worse : array, shape (n, d)
        How many vectors are worse in each coordinate.
    """
    n, d = worse.shape
    strongest = worse.argmax(axis=1)
    for q in range(d):
        mine = np.flatnonzero(strongest == q)
        if len(mine):
            reach = n - worse[mine, q]
            rivals = np.argsort(-worse[:, q], kind="stable")[: reach.max()]
            yield Strand(mine, reach, rivals, np.delete(np.arange(d), q))


def sift_plain(
    vectors: Floats,
    buckets: Ints,
    mine: Ints,
    reach: Ints,
    rivals: Ints,
    others: Ints,
    keep: Marks,
) -> None:
    """Strike out of ``keep`` the vectors of a strand that another one dominates."""
    sets = [at_least(buckets[rivals, q]) for q in others]
    rows, places = vectors.tolist(), rivals.tolist()
    theirs = buckets[:, others].tolist()
    for p, c in zip(mine.tolist(), reach.tolist(), strict=True):
        left = (1 << c) - 1
        for rising, bucket in zip(sets, theirs[p], strict=True):
            left &= rising[bucket]
        row = rows[p]
        while left:
            place = left.bit_length() - 1
            x = places[place]
            rival = rows[x]
            if x != p and all(map(ge, rival, row)) and (x < p or rival != row):
                keep[p] = False
                break
            left ^= 1 << place


def at_least(bucket: Ints) -> list[int]:
    """Return for every bucket the set of places whose bucket is no lower, as bits of a number."""
    return [
        int.from_bytes(np.packbits(bucket >= mark, bitorder="little").tobytes(), "little")
        for mark in range(BUCKETS)
    ]
