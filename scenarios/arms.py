"""Arms: the settings under which a scenario is compared with itself, each with its reason."""

from typing import Any

from pydantic import Field

from scenarios.faults import Faults, fault
from scenarios.figures import Value
from scenarios.names import PATHS, ConfigurationId, Id, Names, Text
from scenarios.problems import shown
from scenarios.table import Table


class Arm(Table):
    """One way to play a scenario: its own forum or another, and some values set."""

    id: Id
    title: Text
    why: Text
    """What the comparison is for."""
    forum: ConfigurationId | None = None
    set: dict[str, Value] = Field(default_factory=dict)
    """Values by path, as ``--set`` takes them."""

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield that it differs in nothing, and keys that are no path."""
        values = raw.get("set", {})
        if "forum" not in raw and not values:
            yield fault((), "neither forum nor set", "one of them, or both")
        for path in values if isinstance(values, dict) else ():
            if not PATHS.fullmatch(path):
                yield fault(("set", path), shown(path), "a path such as gridlock.us")
