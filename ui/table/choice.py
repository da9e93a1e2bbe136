"""What a visitor chose to play, and the address that says so."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from ui.watch.choice import Choice, choice


@dataclass(frozen=True)
class Game:
    """A scenario and its dice, the seats people take, how the AI plays, an arm, values set."""

    at: Choice
    seats: tuple[str, ...] = ()
    ai: str = ""
    arm: str = ""
    values: tuple[str, ...] = ()

    @property
    def query(self) -> str:
        """The query that leads here.

        >>> Game(Choice("two-tracks", "", 3), ("us-state",), "linear", "", ("horizon=9",)).query
        '?scenario=two-tracks&seed=3&set=horizon%3D9&seats=us-state&ai=linear'
        """
        return self.carried + "".join(
            f"&{urlencode({key: value})}"
            for key, value in (("seats", ",".join(self.seats)), ("ai", self.ai))
            if value
        )

    @property
    def carried(self) -> str:
        """The part of the query that other pages understand as well."""
        pairs = [("scenario", self.at.scenario), ("forums", self.at.forums)]
        pairs += [("seed", str(self.at.seed)), ("arm", self.arm)]
        pairs += [("set", each) for each in self.values]
        return "?" + urlencode([(key, value) for key, value in pairs if value])

    @property
    def address(self) -> str:
        """The address of this game."""
        return f"/play{self.query}"


def game(query: str | None, offers: list[dict]) -> tuple[Game, str]:
    """Read an address; arguments and message as for ``ui.watch.choice.choice``."""
    at, note = choice(query, offers)
    asked = parse_qs(query or "")
    seats = ",".join(asked.get("seats", []))
    return (
        Game(
            Choice(at.scenario, at.forums, at.seed),
            tuple(dict.fromkeys(each for each in seats.split(",") if each)),
            asked.get("ai", [""])[-1],
            asked.get("arm", [""])[-1],
            tuple(asked.get("set", [])),
        ),
        note,
    )
