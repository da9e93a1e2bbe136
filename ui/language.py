"""The language of whoever is at a page of Solara's.

It is the one that the address they came by names, else what they chose, else what their browser
says. It stays the same for as long as the page is open: who chooses another one loads
the page anew.
"""

from __future__ import annotations

from urllib.parse import parse_qs

import solara
import solara.lab
from solara.server import kernel_context

from scenarios.spoken import KEPT_AS, wanted
from scenarios.tongue import LANGUAGES

FOUND = solara.reactive("")
"""Each visitor's own; empty until somebody has asked."""


def visitor() -> str:
    """Return the language of the visitor whose page works now; empty where there is none."""
    if not kernel_context.has_current_context():
        return ""
    if not FOUND.peek():
        headers = solara.lab.headers.peek() or {}
        chosen = (solara.lab.cookies.peek() or {}).get(KEPT_AS, "")
        FOUND.value = wanted(chosen, accepted=",".join(headers.get("accept-language", ())))
    return FOUND.peek()


def arrived(query: str | None) -> str:
    """Hear the address somebody came by; return the language it names, empty where none.

    Call it before anything of the page is made.
    """
    named = parse_qs(query or "").get("lang", [""])[-1].strip().lower()
    named = named if named in LANGUAGES else ""
    if named and kernel_context.has_current_context():
        FOUND.value = named
    return named
