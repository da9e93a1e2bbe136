"""Domains of GeniusWeb: a JSON file with the issues, and a linear additive profile per party.

A utility is a decimal from 0 to 1 and weights add up to 1; products are formed in decimals, as
GeniusWeb does, and only then become floats. What no deal is worth is stated there as a bid.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from pathlib import Path
from typing import Any

from scenarios.problems import listed, nearest
from sim.solve.formats.files import refusal
from sim.solve.formats.geniusweb_values import fitting, utilities, values_of
from sim.solve.formats.json_tree import decimal, kind, table_of
from sim.solve.formats.made import Agenda, Party, sized

LINEAR = "LinearAdditiveUtilitySpace"
DIGITS = Context(prec=60)


@dataclass(frozen=True)
class Profile:
    """A profile of GeniusWeb, in its own decimals."""

    file: Path
    name: str
    weights: tuple[Decimal, ...]
    utilities: tuple[tuple[Decimal, ...], ...]
    reservation: tuple[int | None, ...] | None
    """The value of each issue in the reservation bid, where there is one."""

    @property
    def party(self) -> Party:
        """Return the party that the profile describes."""
        pairs = zip(self.weights, self.utilities, strict=True)
        scores = tuple(tuple(float(DIGITS.multiply(w, u)) for u in row) for w, row in pairs)
        walk_away = 0.0
        for row, chosen in zip(scores, self.reservation or (), strict=False):
            walk_away += 0.0 if chosen is None else row[chosen]
        return Party(self.name, scores, walk_away)


def is_domain(tree: object) -> bool:
    """Say whether what a file holds is a domain."""
    return isinstance(tree, dict) and "issuesValues" in tree


def is_profile(tree: object) -> bool:
    """Say whether what a file holds is a profile, of whatever kind."""
    if not isinstance(tree, dict):
        return False
    if "issueUtilities" in tree:
        return True
    inner = next(iter(tree.values()), None)
    return len(tree) == 1 and isinstance(inner, dict) and is_domain(inner.get("domain"))


def agenda_of(tree: Mapping[str, Any], file: Path, name: str) -> Agenda:
    """Return the issues of a domain."""
    issues = table_of(tree["issuesValues"], file, "issuesValues")
    values = tuple(values_of(issues[each], file, f"issuesValues.{each}") for each in issues)
    return sized(Agenda(name, tuple(issues), values), file)


def profile_of(tree: Mapping[str, Any], file: Path, agenda: Agenda) -> Profile:
    """Return a profile over the issues of a domain.

    Raises
    ------
    ScenarioError
        Where it is not linear additive, is of another domain, or lacks a weight or utility.
    """
    space = linear(tree, file)
    given = space.get("domain")
    if isinstance(given, dict) and is_domain(given):
        same(agenda_of(given, file, agenda.name), agenda, file)
    weights = table_of(space.get("issueWeights"), file, "issueWeights")
    scores = table_of(space.get("issueUtilities"), file, "issueUtilities")
    needs(agenda, weights, file, "issueWeights")
    needs(agenda, scores, file, "issueUtilities")
    pairs = tuple(zip(agenda.issues, agenda.values, strict=True))
    name = space.get("name")
    return Profile(
        file=file,
        name=name if isinstance(name, str) and name.strip() else file.stem,
        weights=tuple(at_least_0(weights[i], file, f"issueWeights.{i}") for i in agenda.issues),
        utilities=tuple(utilities(scores[i], v, file, f"issueUtilities.{i}") for i, v in pairs),
        reservation=reservation(space.get("reservationBid"), agenda, file),
    )


def linear(tree: Mapping[str, Any], file: Path) -> Mapping[str, Any]:
    """Return the inside of a linear additive profile; refuse any other kind."""
    if "issueUtilities" in tree:
        return tree
    name = next(iter(tree))
    if name.casefold() != LINEAR.casefold():
        raise refusal(file, "", f"a profile of kind {name!a}", f"{LINEAR}: an additive space")
    return table_of(tree[name], file, name)


def same(own: Agenda, agenda: Agenda, file: Path) -> None:
    """Refuse a profile whose issues or values are not those of the domain."""
    theirs = {i: set(v) for i, v in zip(own.issues, own.values, strict=True)}
    wanted = {i: set(v) for i, v in zip(agenda.issues, agenda.values, strict=True)}
    if theirs != wanted:
        odd = next(i for i in (*theirs, *wanted) if theirs.get(i) != wanted.get(i))
        raise refusal(file, f"domain.issuesValues.{odd}", "another issue", "that of the domain")


def needs(agenda: Agenda, table: Mapping[str, Any], file: Path, key: str) -> None:
    """Refuse a table that lacks an issue, or has one that the domain does not have."""
    for issue in agenda.issues:
        if issue not in table:
            raise refusal(file, f"{key}.{issue}", "nothing", "an entry for every issue")
    for issue in table:
        if issue not in agenda.issues:
            near = nearest(issue, agenda.issues)
            raise refusal(file, f"{key}.{issue}", "no issue", listed(agenda.issues), near)


def at_least_0(value: object, file: Path, key: str) -> Decimal:
    """Return a weight; refuse one below 0."""
    made = decimal(value, file, key)
    if made < 0:
        raise refusal(file, key, str(made), "at least 0")
    return made


def reservation(bid: object, agenda: Agenda, file: Path) -> tuple[int | None, ...] | None:
    """Return the indices of the reservation bid's values; None for an issue it leaves open."""
    if bid is None:
        return None
    table = table_of(bid, file, "reservationBid")
    chosen = next((table[k] for k in table if k.casefold() == "issuevalues"), table)
    chosen = table_of(chosen, file, "reservationBid.issuevalues")
    for issue in chosen:
        if issue not in agenda.issues:
            raise refusal(file, f"reservationBid.{issue}", "no issue", listed(agenda.issues))
    found: list[int | None] = []
    for issue, values in zip(agenda.issues, agenda.values, strict=True):
        place = fitting(chosen.get(issue), values) if issue in chosen else None
        if issue in chosen and place is None:
            key = f"reservationBid.{issue}"
            raise refusal(file, key, kind(chosen[issue]), listed(values))
        found.append(place)
    return tuple(found)
