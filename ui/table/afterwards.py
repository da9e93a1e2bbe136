"""After a game: the same in another forum, again, or move by move."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import solara

from ui.parts.onward import Onward
from ui.table.choice import Game
from ui.watch.onward import other_forum
from ui.words.catalogue import words

if TYPE_CHECKING:
    from ui.table.tools import Tools


@solara.component
def Afterwards(
    game: Game,
    tools: Tools,
    restart: Callable[[], None],
    ask: Callable[[str], None],
    on_go: Callable[[str], None],
):
    """Show the ways on.

    Parameters
    ----------
    game
        The game that is over.
    tools
        What the page needs from the rooms below.
    restart
        Called to play it again.
    ask
        Called with "replay" to have the log opened.
    on_go
        Called with the address of the page to go to.
    """
    text = words("onward")
    at = game.at
    others = solara.use_memo(lambda: tools.elsewhere(at.scenario, at.forums, at.sets), [at])
    start = Game(at.run, game.seats, game.ai)

    def choose(way: str) -> None:
        if way == "again":
            restart()
        else:
            ask("replay")

    Onward(
        t=text,
        seats=[],
        others=[other_forum(each, start, text) for each in others],
        ways=[{"id": way, "title": text[way]} for way in ("again", "replay")],
        ready=True,
        game={},
        event_take=lambda _: None,
        event_go=on_go,
        event_choose=choose,
    )
