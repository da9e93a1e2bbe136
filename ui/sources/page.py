"""The page that says where every figure of a scenario comes from."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlencode

import solara

from ui.frame import Frame
from ui.parts.ledger import Ledger
from ui.parts.notice import Notice
from ui.sources.listing import Book, Listing
from ui.words.catalogue import words

KEPT = ("forums", "arm")
"""What the address goes on saying while one searches within a scenario."""
EMPTY = {"texts": [], "tables": []}
"""The account of nothing."""


@solara.component
def SourcesPage(
    choices: Callable[[], list[dict]],
    account: Callable[..., dict],
    query: str | None,
    on_go: Callable[[str], None],
):
    """List what a scenario rests on.

    Parameters
    ----------
    choices
        Returns the scenarios: ``id`` and ``title`` of each.
    account
        Returns what one rests on: called with its id, ``forum`` and ``arm``.
    query
        The part of the address after ``?``: scenario, forums, arm, q and basis.
    on_go
        Called with the address of what the visitor picks.
    """
    text = words("sources")
    asked = {key: values[-1] for key, values in parse_qs(query or "").items()}

    def load() -> tuple[list[dict], str, dict, str]:
        scenarios, chosen = [], asked.get("scenario", "")
        try:
            scenarios = [{key: each[key] for key in ("id", "title")} for each in choices()]
            chosen = chosen or scenarios[0]["id"]
            found = account(chosen, forum=asked.get("forums"), arm=asked.get("arm"))
        except Exception as error:
            return scenarios, chosen, {}, str(error)
        return scenarios, chosen, found, ""

    keys = [asked.get(key) for key in ("scenario", *KEPT)]
    scenarios, chosen, found, fault = solara.use_memo(load, keys)

    def choose(picked: dict) -> None:
        here = {key: asked.get(key, "") for key in KEPT} if picked["scenario"] == chosen else {}
        kept = {key: str(value) for key, value in {**picked, **here}.items() if value}
        on_go("/sources?" + urlencode(kept))

    with Frame("sources", found.get("title", text["title"]), on_go, f"?scenario={chosen}"):
        search = (asked.get("q", ""), asked.get("basis", ""))
        Shelf(scenarios, chosen, found, search, choose, on_go).key(str(keys))
        Notice(text=text["broken"].format(error=fault) if fault else "")


@solara.component
def Shelf(
    scenarios: list[dict],
    chosen: str,
    found: dict,
    search: tuple[str, str],
    choose: Callable[[dict], None],
    on_go: Callable[[str], None],
):
    """Show of an account what has been asked for; all of it stays here, where it is searched.

    Parameters
    ----------
    found
        The account; empty where it could not be had.
    search
        The text sought and the basis, as the address has them.
    """
    book = solara.use_memo(lambda: Book(found or EMPTY), [])
    listing, ask = solara.use_state(Listing(*search))
    table, send = solara.use_state({})

    def follow() -> None:
        ask(
            lambda old: (
                old if (old.text, old.basis) == search else Listing(*search, stamp=old.stamp)
            )
        )

    solara.use_effect(follow, [search])

    def seek(told: dict) -> None:
        ask(Listing(str(told["q"]), str(told["basis"]), stamp=int(told["stamp"])))

    citations = [each for each in found.get("citations", ()) if each["sources"]]
    Ledger(
        t=words("sources"),
        scenarios=scenarios,
        scenario=chosen,
        counts=found.get("counts", {}),
        sources=found.get("sources", []),
        paragraphs=solara.use_memo(lambda: book.paragraphs(citations), []),
        beside=[
            {"title": each["title"], "places": [one["citation"] for one in each["sources"]]}
            for each in citations
        ],
        listed=book.shown(listing),
        table=table,
        event_choose=choose,
        event_seek=seek,
        event_toggle=lambda told: ask(lambda old: old.toggled(told["name"], told["open"])),
        event_more=lambda told: ask(lambda old: old.longer(told["name"], told["upwards"])),
        event_find=lambda path: ask(lambda old: book.found(old, path)),
        event_csv=lambda stamp: send({"stamp": stamp, "text": book.as_csv()}),
        event_go=on_go,
    )
