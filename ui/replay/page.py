"""The page on which a log is opened, moved through, and branched off."""

from __future__ import annotations

from collections.abc import Callable

import solara

from ui.frame import Frame
from ui.parts.loader import Loader
from ui.parts.notice import Notice
from ui.parts.scrub import Scrub
from ui.pictures.words import spelt
from ui.watch.player import Player, use_player
from ui.watch.reel import Reel, Show
from ui.watch.theatre import Theatre
from ui.words.catalogue import words

LIMIT = 4
"""Most megabytes of a log; a long run has a quarter of one."""
Opened = tuple[str, str]
"""Name and text of a log."""


@solara.component
def ReplayPage(open_log: Callable[[bytes], Show], on_go: Callable[[str], None]):
    """Let a visitor open a log.

    Parameters
    ----------
    open_log
        Returns the show of a log, and raises what is wrong with it.
    on_go
        Called with the address of the page to go to.
    """
    text = words("replay")
    opened, set_opened = solara.use_state(("", ""))
    fault, set_fault = solara.use_state("")

    def take(sent: object) -> None:
        log, key, name = checked(sent)
        set_fault(text[key].format(name=name, limit=LIMIT) if key else "")
        set_opened(log)

    with Frame("replay", text["title"], on_go):
        Loader(t=text, limit=LIMIT, opened=bool(opened[1]), event_open=take)
        Notice(text=fault)
        if opened[1]:
            Film(opened, open_log, on_go).key(str(hash(opened)))


def checked(sent: object) -> tuple[Opened, str, str]:
    """Return the log that a browser sent, a key of the words where it is none, and its name."""
    data = sent if isinstance(sent, dict) else {}
    name, content = str(data.get("name", ""))[:100], data.get("text")
    if not isinstance(content, str):
        return ("", ""), "too_large" if data.get("fault") == "too_large" else "unreadable", name
    if len(content.encode(errors="replace")) > LIMIT * 1_000_000:
        return ("", ""), "too_large", name
    return (name, content), "", name


@solara.component
def Film(opened: Opened, open_log: Callable[[bytes], Show], on_go: Callable[[str], None]):
    """Show a log that was opened; arguments as for ``ReplayPage``."""
    text = words("replay")
    name, content = opened

    def open_reel() -> Reel:
        try:
            return Reel(open_log(content.encode(errors="replace")))
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None

    player = use_player(open_reel, of=opened, broken=text["broken"])
    with solara.v.Html(tag="div"):
        Notice(text=player.trouble)
        if player.reel is not None:
            for note in player.reel.notes:
                Notice(text=text["notes"].format(note=note), calm=True)
            Cut(player, player.reel, player.reel.position, player.reel.length)
            Theatre(
                player,
                player.reel,
                name=name.removesuffix(".jsonl") or "run",
                address=lambda move, view: "",
                on_go=on_go,
            )
        elif not player.trouble:
            Notice(text=text["opening"], calm=True)


@solara.component
def Cut(player: Player, reel: Reel, move: int, length: int):
    """Show the slider over the moves, and the way to branch."""
    text = words("replay")
    seat, options = reel.options()
    Scrub(
        t=text,
        move=move,
        length=length,
        ready=player.ready,
        note=text["branched"].format(move=reel.branched) if reel.live else text["logged"],
        options=[
            {"id": place, "text": spelt(said) or text[kind].format(seat=seat)}
            for place, (kind, said) in enumerate(options)
        ],
        event_go=player.go,
        event_branch=player.branch,
    )
