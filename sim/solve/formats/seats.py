"""Ids and words that a scenario file takes, from names of whatever kind."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scenarios.names import LONGEST_TEXT, NOT_PRINTABLE
from sim.rules.sizes import SIDES

LONGEST_ID, LONGEST_SHORT = 40, 24
NOT_IN_IDS = re.compile(r"[^A-Za-z0-9]+")


def ids(names: Iterable[str], other: str) -> tuple[str, ...]:
    """Return an id for each name, all of them different; ``other`` begins those of no letters.

    Examples
    --------
    >>> ids(("Size of Fund", "size of fund", "$"), "issue")
    ('size-of-fund', 'size-of-fund-2', 'issue')
    """
    made: list[str] = []
    for name in names:
        ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        first = NOT_IN_IDS.sub("-", ascii_only).strip("-").lower()[: LONGEST_ID - 9].strip("-")
        first = first or other
        new, n = first, 1
        while new in made:
            n += 1
            new = f"{first}-{n}"
        made.append(new)
    return tuple(made)


def text(name: str, longest: int = LONGEST_TEXT) -> str:
    """Return a name as a text that can be printed and is not blank.

    Examples
    --------
    >>> text("a very long name of a party", 24)
    'a very long name of a...'
    """
    plain = " ".join(NOT_PRINTABLE.sub(" ", name).split()) or "?"
    return plain if len(plain) <= longest else f"{plain[: longest - 3].rstrip()}..."


def short(name: str) -> str:
    """Return a name as a short name for screens."""
    return text(name, LONGEST_SHORT)


@dataclass(frozen=True)
class Sides:
    """The sides of a scenario, and to which of them each party belongs."""

    names: Mapping[str, str]
    of: tuple[str, ...]


def sides_of(parties: Sequence[str], seats: Sequence[str]) -> Sides:
    """Return a side for each party or, where there are more than sides, benches that they share.

    Parameters
    ----------
    seats : sequence of str
        The id of each party.
    """
    if len(parties) <= SIDES:
        own = tuple(f"side-{seat}" for seat in seats)
        return Sides(dict(zip(own, parties, strict=True)), own)
    benches = tuple(f"bench-{n + 1}" for n in range(SIDES))
    names = {bench: f"Bench {n + 1}" for n, bench in enumerate(benches)}
    return Sides(names, tuple(benches[p % SIDES] for p in range(len(parties))))
