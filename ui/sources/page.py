"""The page that says where every figure of a scenario comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode

import solara

from ui.frame import Frame
from ui.parts.ledger import Ledger
from ui.parts.notice import Notice
from ui.sources.listing import Book, Listing
from ui.watch.attempt import attempt
from ui.watch.choice import choice
from ui.words.catalogue import with_terms, words

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
        Returns the scenarios: ``id``, ``title``, ``configurations`` and ``arms`` of each.
    account
        Returns what one rests on: called with its id, ``forum`` and ``arm``.
    query
        The part of the address after ``?``: scenario, forums, arm, q and basis.
    on_go
        Called with the address of what the visitor picks.
    """
    text = words("sources")
    asked = {key: values[-1] for key, values in parse_qs(query or "").items()}

    keys = [asked.get(key) for key in ("scenario", *KEPT)]
    read = solara.use_memo(lambda: attempt(lambda: consulted(choices, account, query), keys), keys)
    shelf = read.result or Consulted()

    def choose(picked: dict) -> None:
        here = shelf.kept if picked["scenario"] == shelf.scenario else {}
        kept = {key: str(value) for key, value in {**picked, **here}.items() if value}
        on_go("/sources?" + urlencode(kept))

    title = shelf.account.get("title", text["title"])
    with Frame("sources", title, on_go, f"?scenario={shelf.scenario}"):
        Notice(text=text["broken"].format(error=read.fault) if read.fault else shelf.note)
        search = (asked.get("q", ""), asked.get("basis", ""))
        Shelf(shelf.scenarios, shelf.scenario, shelf.account, search, choose, on_go).key(str(keys))


@dataclass(frozen=True)
class Consulted:
    """What an address leads to: an account, and a note where it asks for what there is not."""

    scenarios: list[dict] = field(default_factory=list)
    scenario: str = ""
    account: dict = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    note: str = ""


def consulted(
    choices: Callable[[], list[dict]], account: Callable[..., dict], query: str | None
) -> Consulted:
    """Read an address; arguments as for ``SourcesPage``."""
    offers = choices()
    chosen, note = choice(query, offers)
    said = parse_qs(query or "")
    kept = {key: getattr(chosen, key) for key in KEPT if key in said}
    return Consulted(
        [{key: each[key] for key in ("id", "title")} for each in offers],
        chosen.scenario,
        account(chosen.scenario, forum=kept.get("forums"), arm=kept.get("arm") or None),
        kept,
        note,
    )


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
        t=with_terms("sources"),
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
