"""What a visitor chose to play, and the address that says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from ui.watch.choice import Choice, choice

LINE = re.compile(r"[0-9a-f]{12}")
RUNS = 2**32


@dataclass(frozen=True)
class Game:
    """A run as ``ui.watch.choice`` has it, the seats people take, and how the AI plays.

    Parameters
    ----------
    at
        The run, and after how many of its moves people sit down.
    seats
        Agencies that people hold.
    ai
        The strategy of all other seats; by default each has the scenario's own.
    run
        Number of the run among those of its seed.
    line
        Where others than bots made some of the moves before: the digest of the state they led
        to. The moves themselves are kept by the browser.
    """

    at: Choice
    seats: tuple[str, ...] = ()
    ai: str = ""
    run: int = 0
    line: str = ""

    @property
    def query(self) -> str:
        """The query that leads here.

        >>> Game(Choice("two-tracks", "", 3, sets=("horizon=9",)), ("us-state",), "linear").query
        '?scenario=two-tracks&seed=3&set=horizon%3D9&seats=us-state&ai=linear'
        """
        more = {"seats": ",".join(self.seats), "ai": self.ai, "run": self.run, "line": self.line}
        pairs = [(key, value) for key, value in more.items() if value]
        return self.at.address + ("&" + urlencode(pairs) if pairs else "")

    @property
    def address(self) -> str:
        """The address of this game."""
        return f"/play{self.query}"


def game(query: str | None, offers: list[dict]) -> tuple[Game, str]:
    """Read an address; arguments and message as for ``ui.watch.choice.choice``."""
    at, note = choice(query, offers)
    asked = {key: values[-1] for key, values in parse_qs(query or "").items()}
    taken = tuple(dict.fromkeys(each for each in asked.get("seats", "").split(",") if each))
    run, line = asked.get("run", ""), asked.get("line", "")
    return Game(
        at=Choice(at.scenario, at.forums, at.seed, at.arm, at.sets, at.move),
        seats=taken,
        ai=asked.get("ai", ""),
        run=int(run) % RUNS if run.isascii() and run.isdigit() and len(run) < 12 else 0,
        line=line if LINE.fullmatch(line) else "",
    ), note
