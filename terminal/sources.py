"""What a scenario rests on, on the screen: the sources behind every figure."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from rich import box
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from scenarios.figures import NEEDS
from scenarios.problems import shown
from scenarios.provenance import SET, STATED, TAKEN, UNSTATED, Row, fits, provenance
from terminal.refusal import RefusalError
from terminal.screen import console, print_hanging
from terminal.setting import Setting, require

Account = dict[str, Any]
MEANS = {
    "sourced": "a paragraph states it",
    "inferred": "a paragraph leans this way, the size is ours",
    "assumed": "our choice, with a reason",
    "external": "a public fact from outside the documents",
}
"""What each basis means."""
KINDS = {STATED: "in files", TAKEN: "taken over", UNSTATED: "not said", SET: "set"}
"""Headings for how figures come."""
NOTE = """\
Taken over: an agency without a stance of its own takes its side's, or a default. \
Not said: what holds where no file says anything. \
Paths that rest on the same are told together; --json has every one by itself."""
FEW = 6
"""Paths of one figure that are all written out."""


def print_sources(
    chosen: Setting, arm: str | None, basis: str | None, text: str, as_json: bool
) -> None:
    """Print what a setting rests on, or those of its figures that have a basis and a text.

    Parameters
    ----------
    arm : str, optional
        Id of the arm that the setting is.
    basis : str, optional
        One of the four.
    text : str
        Words that a figure's path, meaning, source and reason must have between them, in any
        letters; empty for all.
    """
    if basis is not None:
        require("--basis", basis, NEEDS)
    account = provenance(chosen.world, chosen.changes, arm)
    whole = basis is None and not text
    if not whole:
        figures = [each for each in account["figures"] if fits(each, basis, text)]
        if not figures:
            kind = f"{basis} figure" if basis else "figure"
            raise RefusalError(f"no {kind} has {shown(text)} in it" if text else f"no {kind}")
        account["figures"] = figures
    if as_json:
        print(json.dumps(account, indent=2, ensure_ascii=False))
    else:
        show(console(), account, whole)


def show(screen: Console, account: Account, whole: bool) -> None:
    """Print an account, all of it or its figures only."""
    show_counts(screen, account)
    if whole:
        show_documents(screen, account)
    for name, rows in groupby(account["figures"], lambda each: str(each["table"])):
        heading(screen, name)
        show_figures(screen, list(rows))
    if whole:
        heading(screen, "Beside the figures")
        for each in account["citations"]:
            if each["sources"]:
                show_cited(screen, f"{each['of']} {each['id']}", each["title"], each["sources"])
        if account["claims"]:
            heading(screen, "Claims to put to the test")
        for each in account["claims"]:
            show_cited(screen, each["id"], f"{each['title']} ({marks(each)})", each["sources"])


def heading(screen: Console, text: str) -> None:
    """Print the heading of a part."""
    screen.print()
    screen.print(Rule(Text(text, "bold")))


def show_counts(screen: Console, account: Account) -> None:
    """Print how many figures there are of each basis, and whether any has none."""
    total = sum(sum(each.values()) for each in account["counts"].values())
    head = f"{account['title']}, at {account['forum']}: {total} figures"
    print_hanging(screen, Text(), Text(head, "bold"))
    if arm := account["arm"]:
        print_hanging(screen, Text(" "), Text(f"Arm {arm['id']}: {arm['title']}. {arm['why']}"))
    used = [kind for kind in KINDS if any(each[kind] for each in account["counts"].values())]
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1))
    table.add_column("Basis", no_wrap=True)
    for kind in used:
        table.add_column(KINDS[kind], justify="right")
    table.add_column("What it means")
    for basis, several in account["counts"].items():
        table.add_row(basis, *(str(several[kind]) for kind in used), Text(MEANS[basis], "dim"))
    screen.print(table)
    lacking = account["unexplained"]
    told = f"Without basis: {', '.join(lacking)}." if lacking else "No figure is without a basis."
    print_hanging(screen, Text(" "), Text(told, "red" if lacking else ""))
    print_hanging(screen, Text(" "), Text(NOTE, "dim"))
    if (count := len(account["figures"])) < total:
        print_hanging(screen, Text(" "), Text(f"Shown: {count}."))


def show_documents(screen: Console, account: Account) -> None:
    """Print the sources and how often each is named."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), expand=True)
    table.add_column("Source", no_wrap=True)
    table.add_column("Figures", justify="right")
    table.add_column("Else", justify="right")
    table.add_column("What it is", ratio=1)
    for each in account["sources"]:
        counts = str(each["figures"]), str(each["citations"])
        table.add_row(Text(each["source"], "cyan"), *counts, Text(each["title"]))
    screen.print(table)


def show_figures(screen: Console, rows: list[Row]) -> None:
    """Print figures under what they mean; those that rest on the same are told together."""
    for means, several in groupby(sorted_by_meaning(rows), lambda each: str(each["meaning"])):
        screen.print()
        print_hanging(screen, Text(" "), Text(means, "bold"))
        for alike in gathered(several):
            print_hanging(screen, Text("  "), named(alike))
            print_hanging(screen, Text("      "), Text(told(alike[0])))


def sorted_by_meaning(rows: list[Row]) -> list[Row]:
    """Return rows so that those of one meaning stand together, where the first of them stood."""
    first: dict[str, int] = {}
    for n, each in enumerate(rows):
        first.setdefault(each["meaning"], n)
    return sorted(rows, key=lambda each: first[each["meaning"]])


def gathered(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Yield rows that say the same together, in the order of the first of each."""
    found: dict[str, list[Row]] = {}
    for each in rows:
        found.setdefault(f"{each['takes']} {each['given']} {told(each)}", []).append(each)
    yield from found.values()


def named(alike: list[Row]) -> Text:
    """Return the paths of one figure, and the names of what a single one is about."""
    if len(alike) == 1:
        about = alike[0]["about"]
        return Text.assemble((alike[0]["path"], "cyan"), (f"  {about}" if about else "", "dim"))
    paths = ", ".join(each["path"] for each in alike[:FEW])
    more = len(alike) - FEW
    return Text.assemble((paths, "cyan"), (f" and {more} more" if more > 0 else "", "dim"))


def told(each: Row) -> str:
    """Return a figure in a line: value, unit, room, basis, place and reason."""
    if each["takes"]:
        return f"{amount(each['value'], each['unit'])}, taken from {each['takes']}"
    place = f", {each['citation']}" if each["citation"] else ""
    why = f": {each['why']}" if each["why"] else ""
    return f"{amount(each['value'], each['unit'])}{room(each)}; {each['basis']}{place}{why}"


def amount(value: float | str, unit: str) -> str:
    """Return a value with its unit.

    Examples
    --------
    >>> amount(2, "month"), amount(1, "months"), amount(0.5, "index"), amount("on", "mode")
    ('month 2', '1 month', '0.5 index', 'on')
    """
    if isinstance(value, str):
        return value
    if unit == "month":
        return f"month {value}"
    return f"{value:g} {unit.removesuffix('s') if value == 1 else unit}"


def room(each: Row) -> str:
    """Return how far a figure may be off; nothing where it has no room."""
    words = [str(word) for word in each["choices"] or ()]
    if len(words) > 1:
        return f" ({', '.join(words)})"
    if each["low"] is None or each["low"] == each["high"]:
        return ""
    return f" ({each['low']:g} to {each['high']:g})"


def show_cited(screen: Console, label: str, text: str, sources: list[Row]) -> None:
    """Print what cites, and the places it cites."""
    print_hanging(screen, Text("  "), Text.assemble((label, "cyan"), f"  {text}"))
    places = "; ".join(each["citation"] for each in sources)
    print_hanging(screen, Text("      "), Text(places, "dim"))


def marks(claim: Row) -> str:
    """Return what a claim is marked as."""
    return f"{claim['mark']}, {claim['kind']}"
