"""A line of a class's log, and why something was not written there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

FORMAT = 1
"""Version of the lines; later versions read every earlier one."""


@dataclass(frozen=True)
class Entry:
    """One thing that happened in a class.

    Parameters
    ----------
    n : int
        Its number in the class, from 1.
    at : float
        Wall-clock time, seconds since 1970; for people, never read by the class.
    t : float
        Class time in seconds: it stands still while the class is paused or the server is down.
    kind : str
        What happened; ``classroom.after`` has one function for each.
    data : dict
        The particulars, as plain JSON.
    """

    n: int
    at: float
    t: float
    kind: str
    data: dict[str, Any]

    def line(self) -> str:
        """Return the particulars as they are stored: compact, in order of their keys."""
        return json.dumps(self.data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


Wanted = tuple[str, dict[str, Any]]
"""Kind and particulars of an entry to be written."""


class Refusal(Exception):  # noqa: N818  (nothing is broken: somebody asked for what may not be)
    """What was asked cannot be done.

    Parameters
    ----------
    why : str
        Key of the sentence in the catalogues.
    gaps : str or int
        What fills its gaps.
    """

    def __init__(self, why: str, **gaps: Any) -> None:
        super().__init__(why)
        self.why = why
        self.gaps = gaps
