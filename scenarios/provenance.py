"""What a world rests on, as plain data: every figure, every citation, every source."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from scenarios import unstated
from scenarios.agencies import AGENCY_FIGURES
from scenarios.compare import arm_of
from scenarios.figures import NEEDS, Figure
from scenarios.forums import FORUM_FIGURES
from scenarios.items import ITEM_FIGURES
from scenarios.ledger import Entry
from scenarios.meanings import about, meaning
from scenarios.origin import place
from scenarios.paths import Change
from scenarios.search import has_words
from scenarios.sides import CONSTANT_FIGURES, SIDE_FIGURES
from scenarios.sources import Citation
from scenarios.world import World, words

Row = dict[str, Any]
STATED, TAKEN, UNSTATED, SET = "stated", "taken", "unstated", "set"
"""How a path comes by its figure: a file states it, it takes that of another path, no file says
anything, or the run sets it."""

TABLES: dict[str, tuple[str, ...]] = {
    "Seats": ("role",),
    "The run": ("horizon", "tick"),
    "Constants of the world": tuple(CONSTANT_FIGURES),
    "Sides": tuple(SIDE_FIGURES),
    "Forums": (*FORUM_FIGURES, "renewal"),
    "Items": (*ITEM_FIGURES, "legislature"),
    "Agencies": tuple(AGENCY_FIGURES),
    "What agencies want": (
        "position",
        "salience",
        "outside",
        "red_line",
        "red_line_below",
        "no_deal",
        "extra",
    ),
    "Who may decide": ("authority",),
    "Pressures": ("pressure",),
    "Events": ("event",),
}
"""What the figures are of, each with the first parts of its paths."""

KEYS = ("path", "table", "about", "meaning", "citation", "why")
"""Where a text is looked for."""

ELSE = "Everything else"
"""The table of what belongs to none of them."""

NOT_STATED = tuple(each for each in vars(unstated).values() if isinstance(each, Figure))


def figures(world: World, changes: Iterable[Change] = ()) -> list[Row]:
    """Return every figure of a world with what it rests on, table by table.

    Paths that set several others are left out: they have no figure of their own.
    """
    ledger = world.ledger
    moved = {change.path for change in changes}
    moved |= {path for each in moved for path in ledger[each].covers}
    heads = {head: table for table, several in TABLES.items() for head in several}
    order = [*TABLES, ELSE]
    rows = [
        row(world, entry, heads.get(entry.path.split(".")[0], ELSE), entry.path in moved)
        for entry in ledger.values()
        if not entry.covers
    ]
    return sorted(rows, key=lambda each: order.index(each["table"]))


def row(world: World, entry: Entry, table: str, moved: bool) -> Row:
    """Return one figure with what it means, what it rests on and how far it may be off."""
    figure = entry.figure
    return {
        "path": entry.path,
        "table": table,
        "about": about(world, entry),
        "meaning": meaning(entry, world.ledger),
        "value": figure.value,
        "unit": figure.unit,
        "low": figure.low,
        "high": figure.high,
        "choices": None if figure.choices is None else list(figure.choices),
        "basis": figure.basis,
        "source": figure.source,
        "at": None if figure.at is None else list(figure.at),
        "citation": place(figure.source, figure.at) if figure.source else None,
        "why": figure.why,
        "given": SET if moved else given(entry),
        "takes": entry.default or None,
    }


def given(entry: Entry) -> str:
    """Return how a path that the run does not set comes by its figure."""
    if entry.default:
        return TAKEN
    return UNSTATED if entry.figure in NOT_STATED else STATED


def unexplained(rows: Iterable[Row]) -> list[str]:
    """Return the paths of figures that lack what their basis asks for, or any word on it."""
    return [
        each["path"]
        for each in rows
        if not all(each[key] is not None for key in NEEDS[each["basis"]])
        or not (each["citation"] or each["why"])
    ]


def fits(each: Row, basis: str | None, text: str) -> bool:
    """Say whether a figure has a basis and every word of a text."""
    return basis in (None, each["basis"]) and has_words(each, KEYS, text)


def counts(rows: Iterable[Row]) -> dict[str, dict[str, int]]:
    """Return for each basis how many figures come how."""
    found = Counter((each["basis"], each["given"]) for each in rows)
    kinds = (STATED, TAKEN, UNSTATED, SET)
    return {basis: {kind: found[basis, kind] for kind in kinds} for basis in NEEDS}


def seats(world: World) -> list[Row]:
    """Return who takes part in which forum, as what, and what that rests on."""
    found = []
    for forum in world.forums:
        for agency in world.agencies:
            figure = world.figure(f"role.{forum}.{agency}")
            if figure.value != "absent":
                found.append(
                    {
                        "forum": forum,
                        "agency": agency,
                        "side": world.scenario.library.agencies[agency].side,
                        "role": figure.value,
                        "basis": figure.basis,
                        "citation": place(figure.source, figure.at) if figure.source else None,
                        "why": figure.why,
                    }
                )
    return found


def citations(world: World) -> list[Row]:
    """Return what is cited beside the figures: for whom and what the scenario speaks of."""
    sheet, library = world.scenario.sheet, world.scenario.library
    tables: list[tuple[str, Mapping[str, tuple[Citation, ...]]]] = [
        ("scenario", {sheet.id: sheet.sources}),
        ("event", {each.id: each.sources for each in sheet.event}),
        ("pressure", {each.id: each.sources for each in sheet.pressure}),
        ("forum", {name: library.forums[name].sources for name in world.forums}),
        ("agency", {name: library.agencies[name].sources for name in world.agencies}),
        ("item", {name: library.items[name].sources for name in world.items}),
    ]
    return [
        {"of": kind, "id": name, "title": title(world, kind, name), "sources": cited(sources)}
        for kind, several in tables
        for name, sources in several.items()
    ]


def title(world: World, kind: str, name: str) -> str:
    """Return the title of something that cites."""
    return world.scenario.title if kind == "scenario" else words(world.scenario, kind, name)[0]


def cited(sources: Iterable[Citation]) -> list[Row]:
    """Return citations as plain data."""
    return [
        {
            "source": each.source,
            "at": None if each.at is None else list(each.at),
            "citation": place(each.source, each.at),
        }
        for each in sources
    ]


def claims(world: World) -> list[Row]:
    """Return the claims that the scenario tests, with their marks."""
    register = world.scenario.library.claims
    return [
        {
            "id": name,
            "title": register[name].title,
            "statement": register[name].statement,
            "kind": register[name].kind,
            "mark": register[name].mark,
            "nuance": register[name].nuance,
            "sources": cited(register[name].sources),
        }
        for name in world.scenario.sheet.claims
    ]


def sources(world: World, account: Mapping[str, Any]) -> list[Row]:
    """Return the sources that figures, citations and claims of an account name, in their order."""
    figures = Counter(each["source"] for each in account["figures"] if each["source"])
    named = Counter(
        each["source"]
        for several in (account["citations"], account["claims"])
        for one in several
        for each in one["sources"]
    )
    return [
        {
            "source": key,
            **source.model_dump(exclude_none=True, exclude={"paragraphs"}),
            "figures": figures[key],
            "citations": named[key],
        }
        for key, source in world.scenario.library.sources.items()
        if figures[key] or named[key]
    ]


def provenance(
    world: World, changes: Iterable[Change] = (), arm: str | None = None
) -> dict[str, Any]:
    """Return all that a world rests on.

    Parameters
    ----------
    changes : iterable of Change
        Those that made the world what it is.
    arm : str, optional
        Id of the arm that made them.
    """
    rows = figures(world, changes)
    account: dict[str, Any] = {
        "scenario": world.scenario.id,
        "title": world.scenario.title,
        "forum": world.configuration,
        "arm": arm_of(world.scenario, arm).model_dump() if arm else None,
        "counts": counts(rows),
        "unexplained": unexplained(rows),
        "seats": seats(world),
        "figures": rows,
        "citations": citations(world),
        "claims": claims(world),
    }
    return account | {"sources": sources(world, account)}
