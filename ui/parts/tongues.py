"""The choice of a language."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("tongues.vue", vuetify=False)
def Tongues(
    label: str,
    languages: dict[str, str],
    lang: str,
    base: str = "",
    asked: bool = False,
    event_choose: Callable[[str], None] = lambda _: None,
):
    """Let somebody choose a language; the browser keeps it for a year and loads the page anew.

    Parameters
    ----------
    label
        What there is to choose.
    languages
        Each in its own name, by code.
    lang
        Code of the one the page is in.
    base
        Path prefix of this server; Solara's where it is not given.
    asked
        Whether ``event_choose`` is called with the code, and nothing else is done.
    """
