"""What a visitor chose to play, and the address that says so."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from ui.watch.choice import Choice, choice


@dataclass(frozen=True)
class Game:
    """A run as ``ui.watch.choice`` has it, the seats people take, and how the AI plays."""

    at: Choice
    seats: tuple[str, ...] = ()
    ai: str = ""

    @property
    def query(self) -> str:
        """The query that leads here.

        >>> Game(Choice("two-tracks", "", 3, sets=("horizon=9",)), ("us-state",), "linear").query
        '?scenario=two-tracks&seed=3&set=horizon%3D9&seats=us-state&ai=linear'
        """
        more = {"seats": ",".join(self.seats), "ai": self.ai}
        pairs = [(key, value) for key, value in more.items() if value]
        return self.at.address + ("&" + urlencode(pairs) if pairs else "")

    @property
    def address(self) -> str:
        """The address of this game."""
        return f"/play{self.query}"


def game(query: str | None, offers: list[dict]) -> tuple[Game, str]:
    """Read an address; arguments and message as for ``ui.watch.choice.choice``."""
    at, note = choice(query, offers)
    asked = parse_qs(query or "")
    seats = ",".join(asked.get("seats", []))
    taken = tuple(dict.fromkeys(each for each in seats.split(",") if each))
    return Game(at.run, taken, asked.get("ai", [""])[-1]), note
