"""The items of the agenda: what they are about, their levels, and the scenarios that have them."""

import json
from typing import Any

from rich.console import Console
from rich.text import Text

from scenarios.load import catalogue, library, load
from scenarios.problems import nearest, shown
from scenarios.search import has_words
from terminal.refusal import RefusalError
from terminal.screen import print_hanging

KEYS = ("id", "title", "short", "posture")
"""Where a text is looked for."""
FEW = 3
"""Items of which each level is told as well."""


def show_items(screen: Console, text: str, as_json: bool) -> None:
    """Print the items that have every word of a text; where they are few, all about them.

    Parameters
    ----------
    text : str
        Words that id, name and posture of an item must have between them; empty for all.
    """
    every = as_data()
    rows = [each for each in every if has_words(each, KEYS, text)]
    if not rows:
        near = nearest(text, (word for each in every for word in (each["id"], each["short"])))
        hint = f"; did you mean {near!r}?" if near else ""
        raise RefusalError(f"no item has {shown(text)} in it{hint}")
    if as_json:
        print(json.dumps({"items": rows}, indent=2, ensure_ascii=False))
        return
    for each in rows:
        about = Text.assemble((each["title"], "bold"), f" ({each['posture']})")
        print_hanging(screen, Text(f" {each['id']}  ", "cyan"), about)
        if len(rows) <= FEW:
            show_whole(screen, each)
    if len(rows) > FEW:
        screen.print()
        screen.print(Text("`communique items I12` tells the levels of one.", "dim"))


def show_whole(screen: Console, row: dict[str, Any]) -> None:
    """Print the levels of an item, and the scenarios on whose agenda it is."""
    for level, told in enumerate(row["levels"]):
        print_hanging(screen, Text(f"      L{level}  ", "dim"), Text(told))
    where = ", ".join(row["scenarios"]) or "no scenario"
    print_hanging(screen, Text("      on the agenda of: ", "dim"), Text(where))


def as_data() -> list[dict[str, Any]]:
    """Return every item of the shared library as plain data."""
    agendas = {name: load(name).sheet.agenda for name in catalogue()}
    return [
        {
            "id": name,
            "title": item.title,
            "short": item.short,
            "posture": item.posture,
            "levels": [level.text for level in item.levels],
            "scenarios": [each for each, agenda in agendas.items() if name in agenda],
        }
        for name, item in library().items.items()
    ]
