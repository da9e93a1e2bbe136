"""What the visitor chose to watch, and the web address that says so.

The address is where the choice is kept: it can be shared, a reload keeps it
and the browser's back button returns to the last one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlencode

from scenarios.problems import nearest
from ui.pictures.words import beside
from ui.words.catalogue import words

SEEDS = range(1, 1_000_000)
MOST_SET = 100
"""Most values an address may set; more is no address a person made."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Choice:
    """A scenario, the forums it is played in, the seed of its dice, an arm, values set.

    Parameters
    ----------
    arm
        Id of one of the scenario's arms; empty for none.
    sets
        Values by path, such as ``"gridlock.us=0.8"``.
    move
        How many moves to open after; 0 for the start.
    view
        ``"statement"`` to open at the end of the talks, with the statement; else empty.
    """

    scenario: str
    forums: str
    seed: int = 1
    arm: str = ""
    sets: tuple[str, ...] = ()
    move: int = 0
    view: str = ""

    @property
    def address(self) -> str:
        """The query that leads to this choice; without forums, to the scenario's own.

        >>> Choice("two-tracks", "two-tracks", 3, sets=("pace=0.5",)).address
        '?scenario=two-tracks&forums=two-tracks&seed=3&set=pace%3D0.5'
        """
        pairs = [(key, value) for key, value in vars(self).items() if value and key != "sets"]
        return "?" + urlencode(pairs + [("set", each) for each in self.sets])

    @property
    def run(self) -> Choice:
        """The same from its start: what is to be played."""
        return replace(self, move=0, view="")


def offered(choices: Callable[[], list[dict]]) -> tuple[list[dict], str]:
    """Return the scenarios on offer; where they cannot be read, none and a message."""
    try:
        return choices(), ""
    except Exception as error:
        log.exception("the scenarios could not be read")
        return [], words("watch")["address"]["unreadable"].format(error=error)


def choice(query: str | None, offers: list[dict]) -> tuple[Choice, str]:
    """Read an address; where it asks for what there is not, say so and take the nearest.

    Parameters
    ----------
    query
        The part of the address after ``?``, or None.
    offers
        The scenarios on offer, at least one, each with ``id`` and ``configurations``, and
        ``arms`` where it has any.

    Returns
    -------
    tuple
        The choice, always one of those on offer, and a message, empty when all was well.
        Values that are set are not checked here.
    """
    text = words("watch")["address"]
    every = parse_qs(query or "")
    asked = {key: values[-1] for key, values in every.items()}
    notes = []
    scenarios = {offer["id"]: offer for offer in offers}
    scenario = asked.get("scenario", offers[0]["id"])
    if scenario not in scenarios:
        notes.append(text["scenario"].format(name=scenario))
        scenario = nearest(scenario, scenarios) or offers[0]["id"]
    offer = scenarios[scenario]
    arm = asked.get("arm", "")
    if arm and arm not in ids(offer.get("arms", ())):
        notes.append(text["arm"].format(name=arm))
        arm = nearest(arm, ids(offer.get("arms", ())))
    configurations = ids(offer["configurations"])
    own = next((each["forum"] for each in offer.get("arms", ()) if each["id"] == arm), "")
    forums = asked.get("forums", own or configurations[0])
    if forums not in configurations:
        notes.append(text["forums"].format(name=forums))
        forums = nearest(forums, configurations) or own or configurations[0]
    seed = whole(asked.get("seed", "1"))
    if seed is None:
        notes.append(text["seed"].format(first=SEEDS.start, last=SEEDS[-1]))
    if notes:
        notes.append(text["nearest"])
    sets = tuple(every.get("set", ()))[:MOST_SET]
    move = whole(asked.get("move", "")) or 0
    view = "statement" if asked.get("view") == "statement" else ""
    chosen = Choice(scenario, forums, seed or SEEDS.start, arm, sets, move, view)
    return chosen, beside(notes, "sentences")


def ids(entries: Sequence[Mapping[str, str]]) -> list[str]:
    """Return the ids of what is on offer."""
    return [entry["id"] for entry in entries]


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
