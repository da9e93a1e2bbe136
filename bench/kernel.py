"""The bare rules on the rows of a sweep: what is left when all around them is taken away."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from sim.sweep.engine import Engine
from sim.sweep.study import Study
from sim.sweep.targets import targets_of
from sim.sweep.trial import empty_columns

ROWS = 256
"""Rows of one piece; pieces go to whichever thread is free."""
Piece = Callable[[Engine], None]


def pieces(study: Study) -> list[Piece]:
    """Return the rows of a study of one case in pieces, all numbers of them worked out."""
    scene = study.scenes[0]
    made = []
    for first in range(0, study.rows, ROWS):
        last = min(first + ROWS, study.rows)
        numbers, _ = scene.patch.numbers(study.values(first, last))
        given: tuple[Any, ...] = (
            scene.world.block,
            scene.patch.places,
            scene.patch.whole,
            study.seed,
            study.parts(first, last)[2],
            numbers,
            targets_of(scene.patch, numbers),
            empty_columns(last - first, len(scene.world.forums), len(scene.world.items)),
        )
        made.append(partial(play, given))
    return made


def play(given: tuple[Any, ...], engine: Engine) -> None:
    """Play one piece."""
    engine.play(*given)


def wall_seconds(work: list[Piece], threads: int) -> float:
    """Return the time on the clock that some threads take for all pieces, ready as they are."""
    engines = [Engine() for _ in range(threads)]
    waiting = iter(work)

    def serve(engine: Engine) -> None:
        """Take pieces as long as there are any; ``next`` on one iterator is atomic."""
        for piece in waiting:
            piece(engine)

    with ThreadPoolExecutor(threads) as pool:
        start = time.perf_counter()
        for future in [pool.submit(serve, engine) for engine in engines]:
            future.result()
        return time.perf_counter() - start
