"""A scenario of an imported domain, as the text of its file.

Each party becomes an agency that is a side by itself and its chair; each issue an item; one
forum seats them all. What the file preserves and what it only comes near to is said in its
first lines and in ``docs/decisions.md``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from scenarios.schema import FORMAT
from sim.rules.sizes import LEVELS, SIDES
from sim.solve.domain import Domain
from sim.solve.formats import table_setting as setting
from sim.solve.formats.actors import Spatial
from sim.solve.formats.placed import Place, placed
from sim.solve.formats.seats import ids, short, sides_of, text
from sim.solve.formats.spatial import spatial_places, spatial_stances
from sim.solve.formats.stances import Stances, Wish, stances_of
from sim.solve.formats.toml_text import text_of

SOURCE, FORUM = "imported", "table"
SPATIAL = (
    "Positions and saliences are the table's, positions on a scale from the lowest (L0) to the",
    "highest (L4) that an actor takes. On an issue that is left open the lowest holds. The table",
    "does not say what no deal is worth: it is taken to be worse than any text.",
)
FREE = (
    "Values are levels, in the order of the domain. Every text that settles all issues is worth to",
    "each party what it is there, on the scale on which its worst text is 0 and its best is 1, and",
    "so is no deal. What the domain does not know: an issue may be left open at L0.",
    "An open issue is worth what its worst value is, unless five values take all levels.",
)
Table = dict[str, Any]


@dataclass(frozen=True)
class Import:
    """A scenario file, and what is to be said about it."""

    text: str
    remarks: tuple[str, ...]


def scenario_of(domain: Domain, name: str, origin: str) -> Import:
    """Return the scenario file of a domain.

    Parameters
    ----------
    name : str
        The id of the scenario, which must be the name of its file.
    origin : str
        The name of the folder or file that the domain comes from.

    Raises
    ------
    ScenarioError
        Where a table has no room for the domain.
    """
    if isinstance(domain, Spatial):
        places = spatial_places(domain, origin)
        stances = spatial_stances(domain)
    else:
        places = placed(domain, origin)
        stances = [stances_of(domain, p, places) for p in range(len(domain.parties))]
    remarks = remarks_on(domain, places)
    seats, items = ids(domain.parties, "party"), ids(domain.issues, "issue")
    sides = sides_of(domain.parties, seats)
    library = {
        "sources": {SOURCE: source(domain, origin)},
        "sides": {side: side_of(party) for side, party in sides.names.items()},
        "agencies": {
            seat: agency(domain, p, sides.of[p], items, places, stances[p])
            for p, seat in enumerate(seats)
        },
        "items": {item: item_of(place) for item, place in zip(items, places, strict=True)},
        "forum": {FORUM: forum(seats, sides.of, len(items))},
    }
    head = heading(domain, name, origin, items)
    tree = {**head, "constants": setting.constants(), "library": library}
    return Import(text_of(tree, remarks), remarks)


def remarks_on(domain: Domain, places: Sequence[Place]) -> tuple[str, ...]:
    """Return what is preserved and what is not, a line each."""
    made = ["Made by communique import: the parties and issues are those of the domain."]
    if isinstance(domain, Spatial):
        made += SPATIAL
    else:
        made += FREE
        made += [left_open(each) for each in places if each.full]
    if len(domain.parties) > SIDES:
        made.append(f"More than {SIDES} parties: several share a side, which binds none of them.")
    return tuple(made)


def left_open(place: Place) -> str:
    """Return what is to be said about an issue whose values take all levels."""
    return f"{text(place.issue)}: of its five values {text(place.values[0])} is L0, an open issue."


def heading(domain: Domain, name: str, origin: str, items: Sequence[str]) -> Table:
    """Return the values at the head of the file."""
    return {
        "format": FORMAT,
        "id": name,
        "title": text(domain.name),
        "question": "How near to the frontier do these parties come?",
        "story": [
            f"{len(domain.parties)} parties negotiate {len(items)} issues: {text(domain.name)}.",
            f"The domain was imported from {text(origin)}.",
            "Nothing outside the text bears on it.",
        ],
        "start": date(2000, 1, 1),
        "forum": FORUM,
        "horizon": setting.assumed(setting.MONTHS, "months"),
        "agenda": list(items),
        "sources": [{"source": SOURCE}],
    }


def source(domain: Domain, origin: str) -> Table:
    """Return the imported files as a source that figures can cite."""
    line = f"A negotiation domain of {len(domain.parties)} parties, imported."
    return {"kind": "external", "title": text(origin), "one_line": line}


def side_of(name: str) -> Table:
    """Return a side, named as the party that it is or as a bench of several."""
    return {"name": text(name), "short": short(name), **setting.side()}


def agency(
    domain: Domain, p: int, side: str, items: Sequence[str], places: Sequence[Place], made: Stances
) -> Table:
    """Return the agency that a party is."""
    words = {
        "name": text(domain.parties[p]),
        "short": short(domain.parties[p]),
        "side": side,
        "who": "You are a party of an imported domain, and speak for yourself alone.",
        "wants": "The best text for yourself.",
        "fears": "A text that is worth less to you than no deal.",
        "lever": "Nothing is agreed without you.",
        "capability": capability(domain, p),
        "no_deal": cited(made.no_deal, "value", "Its walk-away, less the worth of all at L0."),
    }
    hold = setting.assumed("lead", "mode", "A party decides for itself on every issue.")
    stance = {item: wish(places[i], made.wishes[i]) for i, item in enumerate(items)}
    return {
        **words,
        **setting.agency(),
        "holds": [{"items": list(items), "hold": hold}],
        "stance": stance,
    }


def capability(domain: Domain, p: int) -> Table:
    """Return the weight of a party in the compromise forecast."""
    if not isinstance(domain, Spatial):
        return setting.assumed(1.0, "index", "The domain gives no weights: all count alike.")
    most = float(domain.capability.max()) or 1.0
    share = round(float(domain.capability[p].mean()) / most, 6)
    return cited(share, "index", "Its mean over the issues, as a share of the largest.")


def wish(place: Place, each: Wish) -> Table:
    """Return a party's stance on an item."""
    stance: Table = {
        "position": cited(each.position, "level", "The level it likes best."),
        "salience": cited(each.salience, "index", "How much the issue matters to it."),
    }
    if each.extra:
        why = "Its score beside what distance gives."
        stance["extra"] = [cited(worth, "value", why) for worth in each.extra]
    if place.top < LEVELS - 1:
        why = "Levels above it stand for no value."
        stance["red_line"] = cited(place.top, "level", why)
    return stance


def cited(value: float | str, unit: str, why: str) -> Table:
    """Return a figure that follows from the imported files."""
    return {"value": value, "unit": unit, "basis": "external", "source": SOURCE, "why": why}


def item_of(place: Place) -> Table:
    """Return the item that an issue is."""
    at = dict(zip(place.levels, place.values, strict=True))
    levels = []
    for level in range(LEVELS):
        name = at.get(level, "Left open" if level == 0 else "No value")
        clause = f"{text(place.issue, 300)}: {text(name, 300)}." if level else ""
        levels.append({"text": text(name), "clause": clause})
    return {
        "title": text(place.issue),
        "short": short(place.issue),
        "posture": "mixed",
        "levels": levels,
        "position": {"other": setting.assumed(2.0, "level", "Every party has its own stance.")},
        **setting.item(),
    }


def forum(seats: Sequence[str], sides: Sequence[str], items: int) -> Table:
    """Return the forum that seats all parties."""
    pairs = tuple(zip(seats, sides, strict=True))
    return {
        "title": "The table",
        "short": "Table",
        "label": f"{len(seats)} parties",
        "seats": {side: [a for a, b in pairs if b == side] for side in dict.fromkeys(sides)},
        "seats_basis": cited("seated", "mode", "A party of the domain has a seat."),
        "items": "any",
        **setting.forum(items),
    }
