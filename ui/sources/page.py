"""The page that says where every figure of a scenario comes from."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlencode

import solara

from ui.frame import Frame
from ui.parts.ledger import Ledger
from ui.parts.notice import Notice
from ui.words.catalogue import words


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

    keys = [asked.get(key) for key in ("scenario", "forums", "arm")]
    scenarios, chosen, found, fault = solara.use_memo(load, keys)

    def choose(picked: dict) -> None:
        kept = {key: str(value) for key, value in picked.items() if value}
        on_go("/sources?" + urlencode(kept))

    with Frame("sources", found.get("title", text["title"]), on_go, f"?scenario={chosen}"):
        Ledger(
            t=text,
            scenarios=scenarios,
            scenario=chosen,
            account=found,
            asked=asked.get("q", ""),
            basis=asked.get("basis", ""),
            event_choose=choose,
            event_go=on_go,
        )
        Notice(text=text["broken"].format(error=fault) if fault else "")
