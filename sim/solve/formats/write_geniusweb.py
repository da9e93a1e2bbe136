"""A domain as a folder of GeniusWeb, with the file that says what GeniusWeb has no room for.

Utilities are written to so many digits that, with the scale beside them, every worth, base,
walk-away and red line is read back as the very float it was (``geniusweb_scale`` has the limit).
"""

import re
from decimal import ROUND_CEILING, Context, Decimal, localcontext
from pathlib import Path
from typing import Any

from sim.solve.domain import Domain
from sim.solve.formats.files import refusal
from sim.solve.formats.geniusweb import LINEAR
from sim.solve.formats.geniusweb_scale import FILE, FORMAT
from sim.solve.formats.json_text import text_of
from sim.solve.formats.reservation import reservation

DIGITS = Context(prec=60)
UPWARDS = Context(prec=40, rounding=ROUND_CEILING)
ZERO, SMALLEST_SHARE = Decimal(0), Decimal("1e-30")
NOT_SIMPLE = re.compile(r"[^A-Za-z0-9]+")
ABOUT = "Restores the scale of worths, walk-aways and red lines. GeniusWeb does not read this file."


def write(domain: Domain, folder: Path) -> tuple[Path, ...]:
    """Write a domain into a folder that is new or empty; return the files.

    Raises
    ------
    ScenarioError
        Where the folder holds anything, or cannot be written.
    """
    with localcontext(DIGITS):
        texts = documents(domain)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            allowed = "a new or an empty folder: nothing is overwritten"
            raise refusal(folder, "", "a folder that holds files", allowed)
        for name, text in texts.items():
            with (folder / name).open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no folder name"
        raise refusal(folder, "", reason, "a folder to write in") from None
    return tuple(folder / name for name in texts)


def documents(domain: Domain) -> dict[str, str]:
    """Return the text of every file of the folder, by name."""
    pairs = zip(domain.issues, domain.values, strict=True)
    issues = {issue: {"values": values} for issue, values in pairs}
    table = {"name": simple(domain.name) or "domain", "issuesValues": issues}
    made, scale = {"domain.json": text_of(table)}, {}
    for p in range(len(domain.parties)):
        name = profile_name(domain, p)
        made[f"{name}.json"] = text_of({LINEAR: profile(domain, p, name, table)})
        scale[f"{name}.json"] = scale_of(domain, p)
    tree = {"about": ABOUT, "format": FORMAT, "name": domain.name, "parties": scale}
    return {**made, FILE: text_of(tree)}


def profile_name(domain: Domain, p: int) -> str:
    """Return the name of a party's profile; in the order of names, parties are in theirs."""
    places = len(str(len(domain.parties)))
    return f"profile{p + 1:0{places}}{simple(domain.parties[p])[:40]}"


def simple(name: str) -> str:
    """Return a name of letters and digits only.

    Examples
    --------
    >>> simple("us-state (2)")
    'UsState2'
    """
    return "".join(part[:1].upper() + part[1:] for part in NOT_SIMPLE.split(name))


def profile(domain: Domain, p: int, name: str, table: dict[str, Any]) -> dict[str, Any]:
    """Return a party's profile: utilities from 0 to 1, weights that add up to 1."""
    scores = {}
    for issue, values, worth in zip(domain.issues, domain.values, domain.worth, strict=True):
        row = [exact(each) for each in worth[p]]
        least, width = span(row)
        utilities = {v: part(x - least, width) for v, x in zip(values, row, strict=True)}
        scores[issue] = {"discreteutils": {"valueUtilities": utilities}}
    made = {
        "name": name,
        "domain": table,
        "issueUtilities": scores,
        "issueWeights": dict(zip(domain.issues, weights(domain, p), strict=True)),
    }
    text = reservation(domain, p)
    if text is None:
        return made
    chosen = zip(domain.issues, domain.values, text, strict=True)
    return {**made, "reservationBid": {"issuevalues": {i: v[n] for i, v, n in chosen}}}


def exact(worth: float) -> Decimal:
    """Return a float as the shortest decimal that is read as it."""
    return Decimal(repr(float(worth)))


def span(row: list[Decimal]) -> tuple[Decimal, Decimal]:
    """Return the least of some worths, and how far the largest lies above it."""
    return min(row), UPWARDS.subtract(max(row), min(row))


def part(x: Decimal, whole: Decimal) -> Decimal:
    """Return x as a share of a whole; 0 of nothing."""
    return min(x / whole, Decimal(1)) if whole else ZERO


def weights(domain: Domain, p: int) -> list[Decimal]:
    """Return the share of each issue in all that a party can win; together exactly 1."""
    ranges = [span([exact(x) for x in worth[p]])[1] for worth in domain.worth]
    if not any(ranges):
        ranges = [Decimal(1)] * len(ranges)
    total = sum(ranges, ZERO)
    shares = [(each / total).quantize(SMALLEST_SHARE) for each in ranges]
    shares[shares.index(max(shares))] += 1 - sum(shares, ZERO)
    return shares


def scale_of(domain: Domain, p: int) -> dict[str, Any]:
    """Return what a party's profile has no room for."""
    issues = {}
    columns = zip(domain.issues, domain.values, domain.worth, domain.forbidden, strict=True)
    for issue, values, worth, lines in columns:
        least, width = span([exact(x) for x in worth[p]])
        barred = [v for v, line in zip(values, lines[p], strict=True) if line]
        issues[issue] = {"least": least, "range": width, "barred": barred}
    return {
        "name": domain.parties[p],
        "base": exact(domain.base[p]),
        "walk_away": exact(domain.walk_away[p]),
        "issues": issues,
    }
