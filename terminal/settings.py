"""The list of everything that ``--set`` accepts."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from scenarios.ledger import Entry, Value
from scenarios.meanings import about, meaning
from scenarios.paths import choices
from scenarios.problems import nearest, shown
from scenarios.ranges import LARGEST
from scenarios.search import has_words
from scenarios.world import World
from terminal.refusal import RefusalError
from terminal.screen import print_hanging

HEADINGS = ("path", "value", "may be", "basis")
KEYS = ("path", "about", "meaning")
"""Where a text is looked for."""


def show_settings(screen: Console, world: World, text: str, as_json: bool) -> None:
    """Print every path that can be set in a world, or those about which a text is.

    Parameters
    ----------
    text : str
        Words that a path, its meaning and the names of what it is about must have between
        them, in any letters; empty for all.
    """
    rows = [row(world, entry) for entry in choices(world)]
    chosen = [each for each in rows if has_words(each, KEYS, text)]
    if not chosen:
        heads = {each["path"].split(".")[0] for each in rows}
        near = nearest(text, (*heads, *(each["path"] for each in rows)))
        hint = f"; did you mean {near!r}?" if near else ""
        raise RefusalError(f"nothing that can be set has {shown(text)} in it{hint}")
    if as_json:
        where = {"scenario": world.scenario.id, "forum": world.configuration}
        print(json.dumps({**where, "settings": chosen}, indent=2, ensure_ascii=False))
    else:
        show_tables(screen, chosen)


def row(world: World, entry: Entry) -> dict[str, Any]:
    """Return a path with what it means and may be; a value of several is null where they differ."""
    allowed = entry.allowed
    return {
        "path": entry.path,
        "meaning": meaning(entry, world.ledger),
        "about": about(world, entry),
        "value": value(world, entry),
        "unit": entry.figure.unit,
        "low": allowed.low if allowed.numbers else None,
        "high": allowed.high if allowed.numbers else None,
        "whole": allowed.numbers and allowed.whole,
        "choices": list(allowed.words),
        "basis": entry.figure.basis,
        "sets": list(entry.covers),
    }


def value(world: World, entry: Entry) -> Value | None:
    """Return the value of a path; of a path to several only where they have the same."""
    values = {world.ledger[path].figure.value for path in entry.covers or (entry.path,)}
    return values.pop() if len(values) == 1 else None


def show_tables(screen: Console, rows: Iterable[dict[str, Any]]) -> None:
    """Print rows; those of one head under it and its meaning, single ones with theirs."""
    screen.print(table([[Text(word, "dim") for word in HEADINGS]]))
    grouped = False
    for (head, means), group in groupby(rows, lambda row: (head_of(row), row["meaning"])):
        several = list(group)
        if grouped or len(several) > 1:
            screen.print()
        grouped = len(several) > 1
        if not grouped:
            screen.print(table([cells(several[0], several[0]["about"] or means)]))
            continue
        print_hanging(screen, Text(f" {head}  ", "bold"), Text(means))
        screen.print(table(cells(each, each["about"]) for each in several))


def table(rows: Iterable[Iterable[Text]]) -> Table:
    """Return a table whose columns stand where those of any other do."""
    made = Table(box=None, padding=(0, 1), expand=True, show_header=False)
    made.add_column(ratio=12, overflow="fold")
    made.add_column(ratio=5, justify="right")
    made.add_column(ratio=6)
    made.add_column(width=8)
    for each in rows:
        made.add_row(*each)
    return made


def head_of(each: dict[str, Any]) -> str:
    """Return the first part of a row's path."""
    return str(each["path"].split(".")[0])


def cells(each: dict[str, Any], note: str) -> Iterator[Text]:
    """Yield the cells of a row: path with a note, value and unit, range, basis."""
    yield Text.assemble((each["path"], "cyan"), (f"\n{note}" if note else "", "dim"))
    value = "several" if each["value"] is None else each["value"]
    unit = "" if each["unit"] == "mode" else each["unit"]
    yield Text(f"{value} {unit}".rstrip())
    yield Text(allowed(each))
    yield Text(each["basis"], "dim")


def allowed(each: dict[str, Any]) -> str:
    """Return what a value may be, in short."""
    parts = []
    if each["low"] is not None:
        upper = "or more" if each["high"] >= LARGEST else f"to {each['high']:g}"
        parts.append(f"{each['low']:g} {upper}{', whole' * each['whole']}")
    if each["choices"]:
        parts.append(", ".join(each["choices"]))
    return " or ".join(parts)
