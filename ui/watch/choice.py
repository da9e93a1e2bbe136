"""What the visitor chose to watch, and the web address that says so.

The address is where the choice is kept: it can be shared, a reload keeps it
and the browser's back button returns to the last one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

SEEDS = range(1, 1_000_000)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Choice:
    """A scenario, the forums it is played in, and the seed of its dice."""

    scenario: str
    forums: str
    seed: int = 1

    @property
    def address(self) -> str:
        """The query that leads to this choice; without forums, to the scenario's own.

        >>> Choice("two-tracks", "two-tracks", 3).address
        '?scenario=two-tracks&forums=two-tracks&seed=3'
        """
        return "?" + urlencode({key: value for key, value in vars(self).items() if value})


def offered(choices: Callable[[], list[dict]]) -> tuple[list[dict], str]:
    """Return the scenarios on offer; where they cannot be read, none and a message."""
    try:
        return choices(), ""
    except Exception as error:
        log.exception("the scenarios could not be read")
        return [], f"The scenarios could not be read: {error}"


def choice(query: str | None, offers: list[dict]) -> tuple[Choice, str]:
    """Read an address; where it asks for what there is not, say so and take the nearest.

    Parameters
    ----------
    query
        The part of the address after ``?``, or None.
    offers
        The scenarios on offer, at least one, each with ``id`` and ``configurations``.

    Returns
    -------
    tuple
        The choice, always one of those on offer, and a message, empty when all was well.
    """
    asked = {key: values[-1] for key, values in parse_qs(query or "").items()}
    notes = []
    scenarios = {offer["id"]: offer for offer in offers}
    scenario = asked.get("scenario", offers[0]["id"])
    if scenario not in scenarios:
        notes.append(f"There is no scenario “{scenario}”.")
        scenario = offers[0]["id"]
    configurations = [entry["id"] for entry in scenarios[scenario]["configurations"]]
    forums = asked.get("forums", configurations[0])
    if forums not in configurations:
        notes.append(f"This scenario has no table “{forums}”.")
        forums = configurations[0]
    seed = whole(asked.get("seed", "1"))
    if seed is None:
        notes.append(f"The dice are numbered {SEEDS.start} to {SEEDS[-1]}.")
    if notes:
        notes.append("You see the nearest there is.")
    return Choice(scenario, forums, seed or SEEDS.start), " ".join(notes)


def whole(text: object) -> int | None:
    """Return the seed a text means, or None when it means none.

    >>> whole("12"), whole("0"), whole("twelve")
    (12, None, None)
    """
    try:
        seed = int(str(text))
    except ValueError:
        return None
    return seed if seed in SEEDS else None
