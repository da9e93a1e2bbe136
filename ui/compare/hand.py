"""What the visitor's hand does: picks cases, moves values, puts them back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import solara

from ui.compare.address import LETTERS, Setup
from ui.compare.live import Play, Put, Shown, use_comparison


@dataclass(frozen=True)
class Hand:
    """What is shown, and what may be done about it."""

    shown: Shown
    choose: Callable[[dict], None]
    move: Callable[[dict], None]
    settle: Callable[[object], None]
    reset: Callable[[str], None]
    ties: Callable[[Put], None]
    """Takes what puts a picture into the page as it stands."""


def use_hand(asked: Setup, play: Play, on_go: Callable[[str], None]) -> Hand:
    """Hold what is set; the address follows when the hand rests.

    Parameters
    ----------
    asked
        What the address says. A new address outdoes the hand, except one that the hand wrote.
    play
        As ``use_comparison`` has it.
    on_go
        Called with the address of what is set.
    """
    shown, begin, comparison = use_comparison(play, asked)
    setup = solara.use_ref(asked)
    """What is set by now; what is shown follows."""
    written = solara.use_ref(asked)

    def follow() -> None:
        if asked != written.current:
            setup.current = written.current = asked
            begin(asked, shown.stamp)

    solara.use_effect(follow, [asked])

    def go(to: Setup) -> None:
        setup.current = written.current = to
        begin(to, shown.stamp)
        on_go("/compare" + to.address)

    def choose(picked: dict) -> None:
        now = setup.current
        if picked["scenario"] != now.scenario:
            on_go(f"/compare?scenario={picked['scenario']}")
            return
        names = tuple(map(str, picked["names"]))[: len(LETTERS)]
        sets = tuple(each for each in now.sets if each[0] < len(names))
        go(replace(now, names=names, sets=sets, measure=str(picked["measure"])))

    def move(moved: dict) -> None:
        now = setup.current
        setup.current = now.with_set(int(moved["target"]), str(moved["path"]), moved["value"])
        begin(setup.current, int(moved["stamp"]), at_once=False)

    def reset(path: str) -> None:
        now = setup.current
        go(now.without(path) if path else replace(now, sets=()))

    def ties(put: Put) -> None:
        comparison.put = put

    return Hand(shown, choose, move, lambda _: go(setup.current), reset, ties)
