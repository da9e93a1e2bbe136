"""The page on which a log is opened, moved through, and branched off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import solara

from ui.frame import Frame
from ui.parts.bookmark import Bookmark
from ui.parts.loader import Loader
from ui.parts.notice import Notice
from ui.parts.scrub import Scrub
from ui.pictures.words import spelt
from ui.watch.choice import Choice, whole
from ui.watch.onward import OnwardFromRun
from ui.watch.player import Player, use_player
from ui.watch.reel import Reel, Show
from ui.watch.theatre import Theatre
from ui.words.catalogue import words

if TYPE_CHECKING:
    from ui.watch.onward import Elsewhere

LIMIT = 4
"""Most megabytes of a log; a long run has a quarter of one."""
Opened = tuple[str, str]
"""Name and text of a log."""
OpenLog = Callable[[bytes], Show]


@solara.component
def ReplayPage(
    open_log: OpenLog, elsewhere: Elsewhere, query: str | None, on_go: Callable[[str], None]
):
    """Let a visitor open a log.

    Parameters
    ----------
    open_log
        Returns the show of a log, and raises what is wrong with it.
    elsewhere
        Called with a scenario, a table, and values set; returns the tables nearest to it.
    query
        The part of the address after ``?``: the move to open at.
    on_go
        Called with the address of the page to go to.
    """
    text = words("replay")
    opened, set_opened = solara.use_state(None)
    fault, set_fault = solara.use_state("")
    opens, set_opens = solara.use_state(0)

    def take(sent: object) -> None:
        set_opens(opens + 1)
        log, key, name = checked(sent)
        set_fault(text[key].format(name=name, limit=LIMIT) if key else "")
        set_opened(log)

    with Frame("replay", text["title"], on_go):
        Loader(t=text, limit=LIMIT, opened=opened is not None, event_open=take)
        Notice(text=fault)
        if opened is not None:
            # a log that is opened by hand begins at its start, whatever the address says
            at = move_in(query) if opens == 1 else 0
            Film(opened, at, open_log, elsewhere, on_go).key(str(hash(opened)))


def checked(sent: object) -> tuple[Opened | None, str, str]:
    """Return the log that a browser sent, else a key of the words for why not, and its name."""
    data = sent if isinstance(sent, dict) else {}
    name, content = str(data.get("name", ""))[:100], data.get("text")
    if not isinstance(content, str):
        return None, "too_large" if data.get("fault") == "too_large" else "unreadable", name
    if len(content.encode(errors="replace")) > LIMIT * 1_000_000:
        return None, "too_large", name
    return (name, content), "", name


def move_in(query: str | None) -> int:
    """Return the move that an address asks for; 0 where it asks for none.

    >>> move_in("move=87"), move_in("move=x"), move_in(None)
    (87, 0, 0)
    """
    return whole(parse_qs(query or "").get("move", [""])[-1]) or 0


@solara.component
def Film(
    opened: Opened,
    at: int,
    open_log: OpenLog,
    elsewhere: Elsewhere,
    on_go: Callable[[str], None],
):
    """Show a log that was opened, from a move on; arguments as for ``ReplayPage``."""
    text = words("replay")
    name, content = opened

    def open_reel() -> Reel:
        try:
            return Reel(open_log(content.encode(errors="replace")))
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None

    player = use_player(open_reel, of=opened, broken=text["broken"], first=lambda reel: reel.go(at))
    reel = player.reel
    with solara.v.Html(tag="div"):
        Notice(text=player.trouble)
        if reel is not None:
            for note in reel.notes:
                Notice(text=text["notes"].format(note=note), calm=True)
            Cut(player, reel, reel.position, reel.length)
            Theatre(
                player,
                reel,
                name=name.removesuffix(".jsonl") or "run",
                address=lambda move, view: "",
                on_go=on_go,
            )
            OnwardFromRun(reel, source(reel), elsewhere, player.ready, reel.position, on_go).key(
                "onward"
            )
        elif not player.trouble:
            Notice(text=text["opening"], calm=True)


def source(reel: Reel) -> Choice:
    """Return what a log is a log of."""
    run = reel.origin
    return Choice(run.scenario, run.configuration, run.seed, sets=tuple(run.changes))


@solara.component
def Cut(player: Player, reel: Reel, move: int, length: int):
    """Show the slider over the moves, and the way to branch."""
    text = words("replay")
    seat, options = reel.options()
    # a branch is not in the log, so the address stays at the move where it left it
    kept = min(move, reel.branched) if reel.live else move
    with solara.v.Html(tag="div"):
        Bookmark(address="/replay" + f"?move={kept}" * (kept > 0))
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
