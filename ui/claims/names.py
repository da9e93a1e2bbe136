"""What the claims pages call things by, found out below."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Names(NamedTuple):
    """Three look-ups."""

    named: Callable[[str, tuple[str, ...]], dict[str, dict]]
    """What paths of a scenario are called, as ``sim.claims.named`` has it."""
    cited: Callable[[str], str]
    """The id of a scenario whose sources list the documents that a claim is from."""
    entitled: Callable[[str], str]
    """The title of a scenario."""

    def of_results(self, results: list[dict]) -> dict[str, dict]:
        """Return what the paths are called on which results depend; by scenario, then by path."""
        paths: dict[str, set[str]] = {}
        for each in results:
            found = paths.setdefault(each["scenario"], set())
            found |= {one["path"] for one in each["depends_on"]}
        return {name: self.named(name, tuple(sorted(each))) for name, each in paths.items()}
