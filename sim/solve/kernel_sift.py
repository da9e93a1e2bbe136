"""The filter of ``sim.solve.dominance``, written for numba."""

import numpy as np

from sim.rules.block import Floats, Ints
from sim.solve.kernel import Marks


def sift(
    vectors: Floats, buckets: Ints, mine: Ints, reach: Ints, rivals: Ints, others: Ints, keep: Marks
) -> None:
    """Strike out the vectors of a strand that another one dominates, as ``sift_plain`` does."""
    d = len(others)
    words = (len(rivals) + 63) // 64
    top = buckets.max()
    sets = np.zeros((d, top + 1, words), dtype=np.uint64)
    for k in range(len(rivals)):
        for q in range(d):
            sets[q, buckets[rivals[k], others[q]], k // 64] |= np.uint64(1) << np.uint64(k % 64)
    for q in range(d):
        for b in range(top - 1, -1, -1):
            for w in range(words):
                sets[q, b, w] |= sets[q, b + 1, w]
    left = np.zeros(words, dtype=np.uint64)
    for n in range(len(mine)):
        p = mine[n]
        used = (reach[n] + 63) // 64
        for w in range(used):
            left[w] = ~np.uint64(0)
        for q in range(d):
            row = sets[q, buckets[p, others[q]]]
            for w in range(used):
                left[w] &= row[w]
        for w in range(used):
            bits, k = left[w], 64 * w
            while bits and keep[p]:
                while not bits & np.uint64(1):
                    bits >>= np.uint64(1)
                    k += 1
                # Places past the last rival can only be set where no other coordinate counts.
                x = rivals[min(k, len(rivals) - 1)]
                better, equal = x != p, True
                for q in range(vectors.shape[1]):
                    if vectors[x, q] < vectors[p, q]:
                        better = False
                        break
                    equal = equal and vectors[x, q] == vectors[p, q]
                if better and (x < p or not equal):
                    keep[p] = False
                bits >>= np.uint64(1)
                k += 1
            if not keep[p]:
                break
