"""CART (breiman1984), of ema_workbench: the leaves of a tree as boxes."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import numpy as np

from sim.sweep.factors import Factor
from sim.sweep.sensitivity.boxes import LEAST, PACKAGE, Box, box_from


def cart_boxes(frame: Any, wanted: np.ndarray, factors: tuple[Factor, ...]) -> Iterator[Box]:
    """Yield the leaves of a tree in which more runs are of interest than in all, densest first."""
    split = in_columns(frame, factors)
    search = import_module(f"{PACKAGE}.analysis.cart").CART(split, wanted.astype(int), LEAST)
    search.build_tree()
    if search.clf.tree_.node_count < 2:
        return
    pairs = zip(search.boxes, search.stats, strict=True)
    for limits, stats in sorted(pairs, key=lambda pair: -pair[1]["density"]):
        if stats["density"] > wanted.mean():
            made = box_from(words_again(limits, frame, factors), frame, factors)
            yield Box(stats["coverage"], stats["density"], stats["mass"], made)


def in_columns(frame: Any, factors: tuple[Factor, ...]) -> Any:
    """Return a frame with a column of 0 and 1 for each word in place of a factor of words.

    The workbench's own such columns limit only what a leaf must not be, not what it must be.
    """
    made = frame.drop(columns=[factor.path for factor in factors if factor.words])
    for factor in factors:
        for word in factor.words:
            made[column_of(factor, word)] = (frame[factor.path] == word).astype(float)
    return made


def column_of(factor: Factor, word: str) -> str:
    """Return the name of the column that says whether a factor has a word."""
    return f"{factor.path} is {word}"


def words_again(limits: Any, frame: Any, factors: tuple[Factor, ...]) -> dict[str, Any]:
    """Return a leaf's limits by factor, those of words as the sets that remain."""
    made = {}
    for factor in factors:
        if not factor.words:
            made[factor.path] = tuple(limits[factor.path])
            continue
        ends = {word: tuple(limits[column_of(factor, word)]) for word in factor.words}
        must = {word for word, (low, _) in ends.items() if 0 < low < 1}
        left = must or {word for word in set(frame[factor.path]) if not 0 < ends[word][1] < 1}
        made[factor.path] = (left, left)
    return made
