"""What the claims pages call things by, found out below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ui.compare.address import ALL, LETTERS, Setup


class Names(NamedTuple):
    """Look-ups."""

    named: Callable[[str, tuple[str, ...]], dict[str, dict]]
    """What paths of a scenario are called, as ``sim.claims.named`` has it."""
    cited: Callable[[str], str]
    """The id of a scenario whose sources list the documents that a claim is from."""
    entitled: Callable[[str], str]
    """The title of a scenario."""

    settings: Callable[[str], Sequence[Sequence[tuple[str, Sequence[tuple[str, object]]]]]]
    """The settings of each experiment on a claim, as ``sim.claims.settings`` has them."""

    def compared(self, claim: dict) -> list[str]:
        """Return for each experiment on a claim the address that compares its settings."""
        several = self.settings(claim["id"]) if claim["tried"] else ()
        scenarios = [each["scenario"] for each in claim["tried"]]
        return [comparison(*each) for each in zip(scenarios, several, strict=False)]

    def of_results(self, results: list[dict]) -> dict[str, dict]:
        """Return what the paths are called on which results depend; by scenario, then by path."""
        paths: dict[str, set[str]] = {}
        for each in results:
            found = paths.setdefault(each["scenario"], set())
            found |= {one["path"] for one in each["depends_on"]}
        return {name: self.named(name, tuple(sorted(each))) for name, each in paths.items()}


def comparison(scenario: str, cases: Sequence[tuple[str, Sequence[tuple[str, object]]]]) -> str:
    """Return the address that compares some settings.

    Where there are more than stand beside one another, the address says how many there are.

    >>> comparison("s", [("own", []), ("own", [("trust", 0.8)])])
    '/compare?scenario=s&a=own&b=own&b.set=trust%3D0.8'
    """
    shown = cases[: len(LETTERS)]
    sets = tuple((n, path, value) for n, (_, own) in enumerate(shown) for path, value in own)
    address = "/compare" + Setup(scenario, tuple(name for name, _ in shown), sets).address
    return address + (f"&{ALL}={len(cases)}" if len(cases) > len(shown) else "")
