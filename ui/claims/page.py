"""The page of the documents' claims: all of them, or one with its experiment."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict
from urllib.parse import parse_qs, unquote

import solara

from scenarios.problems import nearest
from ui.claims.names import Names
from ui.claims.table import as_csv, listed
from ui.claims.trial import TryClaim, use_trial
from ui.frame import Frame
from ui.parts.claim import Claim
from ui.parts.claims import Claims
from ui.parts.notice import Notice
from ui.pictures.words import beside
from ui.words.catalogue import with_terms, words

SIGNS = re.compile(r"<[^>]*>|\W")
"""What is no letter of a claim's name."""
SMALL = 64
"""Worlds of the small experiment."""


@solara.component
def ClaimsPage(
    register: Callable[[], dict],
    try_claim: TryClaim,
    names: Names,
    query: str | None,
    on_go: Callable[[str], None],
    name: str = "",
):
    """Show the claims, or the one that the address names.

    Parameters
    ----------
    register
        Returns claims and tensions, as ``sim.claims.register`` has them.
    try_claim
        Plays a small experiment on a claim; called with its id, a function that is told how far
        it is, and an event that stops it.
    names
        What things are called.
    query
        The part of the address after ``?``: ``id`` of a claim.
    on_go
        Called with the address of what the visitor picks.
    name
        The part of the address that may name a claim in place of ``id``.
    """
    text = words("claims")

    def load() -> tuple[dict, str]:
        try:
            return register(), ""
        except Exception as error:
            return {}, str(error)

    found, fault = solara.use_memo(load, [])
    name = unquote(name) or parse_qs(query or "").get("id", [""])[-1]
    claims = {each["id"]: each for each in found.get("claims", ())}
    name = name.upper() if name.upper() in claims else name
    title = claims[name]["title"] if name in claims else text["title"]
    with Frame("claims", title, on_go):
        Notice(text=text["broken"].format(error=fault) if fault else "")
        if name in claims:
            One(claims[name], found, try_claim, names, on_go).key(name)
        elif found:
            Notice(text=missing(name, claims, text) if name else "")
            Every(found, on_go)


def missing(name: str, claims: dict[str, dict], text: dict) -> str:
    """Return what to say of a claim that there is not."""
    told = text["no_claim"].format(name=name, first=next(iter(claims)), last=next(reversed(claims)))
    like = nearest(SIGNS.sub("", name), claims)
    perhaps = [text["perhaps"].format(name=like, title=claims[like]["title"])] if like else []
    return beside([told, *perhaps], "sentences")


@solara.component
def Every(found: dict, on_go: Callable[[str], None]):
    """List the claims; what was measured of them is sent when somebody wants it."""
    table, send = solara.use_state({})
    Claims(
        t=with_terms("claims"),
        claims=[listed(each) for each in found["claims"]],
        tensions=found["tensions"],
        worlds=found["worlds"],
        stale=found["stale"],
        table=table,
        event_csv=lambda stamp: send({"stamp": stamp, "text": as_csv(found["claims"])}),
        event_go=on_go,
    )


@solara.component
def One(
    claim: dict,
    found: dict,
    try_claim: TryClaim,
    names: Names,
    on_go: Callable[[str], None],
):
    """Show one claim, and let its experiment be played; arguments as for ``ClaimsPage``."""
    trial, start, stop = use_trial(claim["id"], try_claim)
    results = [*claim["found"], *trial.found]
    called = solara.use_memo(lambda: names.of_results(results), [len(results)])
    compared = solara.use_memo(lambda: names.compared(claim), [claim["id"]])
    titles = {each["id"]: each["title"] for each in found["claims"]}
    Claim(
        t=with_terms("claims"),
        claim=claim,
        worlds=found["worlds"],
        small=SMALL,
        tensions=[
            {**each, "titles": [titles[name] for name in each["claims"]]}
            for each in found["tensions"]
            if claim["id"] in each["claims"]
        ],
        trial=asdict(trial),
        called=called,
        compared=compared,
        cited=names.cited(claim["id"]),
        scenarios={
            each: names.entitled(each) for each in {one["scenario"] for one in claim["tried"]}
        },
        event_start=start,
        event_stop=stop,
        event_go=on_go,
    )
