"""The frame that all pages share: the name, the way to the other pages, the colophon."""

from __future__ import annotations

from collections.abc import Callable

import solara

from scenarios.spoken import spoken
from scenarios.tongue import LANGUAGES
from ui.parts.colophon import Colophon
from ui.parts.connection import Connection
from ui.parts.masthead import Masthead
from ui.parts.tongues import Tongues
from ui.words.catalogue import words

PAGES = ("scenarios", "watch", "play", "compare", "claims", "sources", "replay")
"""The pages, in the order of the way through them."""


@solara.component
def Frame(
    page: str,
    title: str,
    on_go: Callable[[str], None],
    carried: str = "",
    children: list[solara.Element] = [],  # noqa: B006  (Solara's own signature)
):
    """Put a page into the frame.

    Parameters
    ----------
    page
        Which of ``PAGES`` it is.
    title
        What the browser's tab says, without the name of the game.
    on_go
        Called with the address of the page that the visitor goes to.
    carried
        The query that goes along, such as ``?scenario=two-tracks``.
    """
    text = words("frame")
    with solara.v.Html(tag="div", class_="frame"):
        solara.Title(text["title"].format(page=title))
        Masthead(
            t=text,
            page=page,
            links=[
                {"id": each, "title": text["pages"][each], "address": address_of(each) + carried}
                for each in PAGES
            ],
            event_go=on_go,
        )
        Tongues(label=text["language"], languages=LANGUAGES, lang=spoken())
        solara.v.Html(tag="main", attributes={"id": "page"}, children=children)
        Colophon(t=text)
        Line()


@solara.component
def Line():
    """Watch over the connection to the server."""
    heard, hear = solara.use_state(0)
    Connection(t=words("frame")["connection"], heard=heard, event_call=lambda _: hear(heard + 1))


def address_of(page: str) -> str:
    """Return the address of a page.

    >>> address_of("scenarios"), address_of("watch")
    ('/', '/watch')
    """
    return "/" if page == "scenarios" else f"/{page}"
