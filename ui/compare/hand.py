"""What the visitor's hand does: picks cases, moves values, puts them back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import solara

from ui.compare.address import LETTERS, Setup


@dataclass(frozen=True)
class Hand:
    """What is set now, and what may be done about it."""

    setup: Setup
    stamp: int
    """Number of the last move."""
    choose: Callable[[dict], None]
    move: Callable[[dict], None]
    settle: Callable[[object], None]
    reset: Callable[[str], None]


def use_hand(asked: Setup, on_go: Callable[[str], None]) -> Hand:
    """Hold what is set; the address follows when the hand rests.

    Parameters
    ----------
    asked
        What the address says. A new address outdoes the hand, except one that the hand wrote.
    on_go
        Called with the address of what is set.
    """
    (setup, stamp), hold = solara.use_state((asked, 0))
    written = solara.use_ref(asked)

    def follow() -> None:
        if asked != written.current:
            written.current = asked
            hold((asked, stamp))

    solara.use_effect(follow, [asked])

    def go(to: Setup) -> None:
        written.current = to
        hold((to, stamp))
        on_go("/compare" + to.address)

    def choose(picked: dict) -> None:
        if picked["scenario"] != setup.scenario:
            on_go(f"/compare?scenario={picked['scenario']}")
            return
        names = tuple(map(str, picked["names"]))[: len(LETTERS)]
        sets = tuple(each for each in setup.sets if each[0] < len(names))
        go(replace(setup, names=names, sets=sets, measure=str(picked["measure"])))

    def move(moved: dict) -> None:
        to = setup.with_set(int(moved["target"]), str(moved["path"]), moved["value"])
        hold((to, int(moved["stamp"])))

    def reset(path: str) -> None:
        go(setup.without(path) if path else replace(setup, sets=()))

    return Hand(setup, stamp, choose, move, lambda _: go(setup), reset)
