"""What GeniusWeb has no room for: the scale of worths, walk-aways that are no bid, red lines.

GeniusWeb wants weights that add up to 1 and utilities from 0 to 1. A written folder therefore
has one more file, which GeniusWeb does not read. With it a value's worth is its issue's least
plus its issue's range times the utility, in decimals and then rounded once: the same float that
was written, unless that was less than 1e-40 of its issue's range. Without it the folder is
still a right domain, each party's worths on a scale of its own.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Context, Decimal
from pathlib import Path
from typing import Any

import numpy as np

from sim.solve.domain import Domain
from sim.solve.formats.files import refusal
from sim.solve.formats.geniusweb import Profile
from sim.solve.formats.geniusweb_values import fitting
from sim.solve.formats.json_tree import decimal, table_of, tree_of
from sim.solve.formats.made import distinct

FILE = "communique-scale.json"
FORMAT = 1
DIGITS = Context(prec=60)
PLACES = 40
"""Digits of a range after its first that count; utilities are written to more."""
CLOSE = Decimal("1e-9")


def restored(domain: Domain, profiles: Sequence[Profile], folder: Path) -> Domain:
    """Return the domain on the scale that its folder states, if it states one.

    Raises
    ------
    ScenarioError
        Where the scale is not of these profiles, or their weights have since been changed.
    """
    file = folder / FILE
    if not file.is_file():
        return domain
    tree = table_of(tree_of(file), file, "")
    if tree.get("format") != FORMAT:
        raise refusal(file, "format", str(tree.get("format")), str(FORMAT))
    stated = table_of(tree.get("parties"), file, "parties")
    name = tree.get("name")
    named = replace(domain, name=name) if isinstance(name, str) else domain
    rows = []
    for profile in profiles:
        key = f"parties.{profile.file.name}"
        row = table_of(stated.get(profile.file.name), file, key)
        rows.append(row)
        unchanged(row, domain, profile, file, key)
    return scaled(named, profiles, rows, file)


def unchanged(row: dict[str, Any], domain: Domain, profile: Profile, file: Path, key: str) -> None:
    """Refuse a scale whose ranges do not stand to one another as the profile's weights do."""
    ranges = [figure(row, "range", issue, file, key) for issue in domain.issues]
    total = sum(ranges, Decimal(0))
    for issue, weight, each in zip(domain.issues, profile.weights, ranges, strict=True):
        if total > 0 and abs(each / total - weight) > CLOSE:
            allowed = f"the weight that was written; or no {FILE}"
            raise refusal(profile.file, f"issueWeights.{issue}", str(weight)[:20], allowed)


def scaled(
    domain: Domain, profiles: Sequence[Profile], rows: Sequence[dict[str, Any]], file: Path
) -> Domain:
    """Return the domain with the worths, bases, walk-aways, names and red lines of the file."""
    worth, forbidden = [], []
    for i, (issue, values) in enumerate(zip(domain.issues, domain.values, strict=True)):
        made, lines = [], []
        for profile, row in zip(profiles, rows, strict=True):
            least = figure(row, "least", issue, file, "parties")
            width = figure(row, "range", issue, file, "parties")
            made.append([worth_of(u, least, width) for u in profile.utilities[i]])
            lines.append(barred(row, issue, values, file))
        worth.append(np.array(made))
        forbidden.append(np.array(lines, np.int64))
    names = tuple(str(row.get("name", each.name)) for row, each in zip(rows, profiles, strict=True))
    return replace(
        domain,
        parties=distinct(names),
        worth=tuple(worth),
        forbidden=tuple(forbidden),
        base=np.array([float(decimal(row.get("base"), file, "base")) for row in rows]),
        walk_away=np.array(
            [float(decimal(row.get("walk_away"), file, "walk_away")) for row in rows]
        ),
    )


def worth_of(utility: Decimal, least: Decimal, width: Decimal) -> float:
    """Return the worth behind a utility, rounded where a written utility ends."""
    if not width:
        return float(least)
    end = Decimal(1).scaleb(width.adjusted() - PLACES)
    return float(DIGITS.fma(width, utility, least).quantize(end, context=DIGITS))


def figure(row: dict[str, Any], name: str, issue: str, file: Path, key: str) -> Decimal:
    """Return one number of an issue."""
    issues = table_of(row.get("issues"), file, f"{key}.issues")
    table = table_of(issues.get(issue), file, f"{key}.issues.{issue}")
    return decimal(table.get(name), file, f"{key}.issues.{issue}.{name}")


def barred(row: dict[str, Any], issue: str, values: tuple[str, ...], file: Path) -> list[int]:
    """Return 1 for each value of an issue beyond a party's red lines, else 0."""
    words = row["issues"][issue].get("barred", [])
    if not isinstance(words, list):
        raise refusal(file, f"issues.{issue}.barred", "no list", "a list of values")
    places = [fitting(word, values) for word in words]
    return [int(n in places) for n in range(len(values))]
