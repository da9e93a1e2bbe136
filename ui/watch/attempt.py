"""Work that may fail because of what a visitor asked for: a message for them, not a traceback."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from scenarios.problems import ScenarioError
from ui.faults import told

ASKED = (ScenarioError, ValueError)
"""What is raised where something was asked for that there is not."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Attempt[Result]:
    """What came of some work: a result, or else why there is none."""

    result: Result | None = None
    fault: str = ""


def attempt[Result](work: Callable[[], Result], what: object) -> Attempt[Result]:
    """Do some work; where it fails by a fault of ours, the log has the traceback.

    Parameters
    ----------
    what
        What the work is about, for the log.
    """
    try:
        return Attempt(work())
    except ASKED as error:
        log.info("%s: %s", what, error)
        return Attempt(fault=told(str(error)))
    except Exception as error:
        log.exception("%s", what)
        return Attempt(fault=told(str(error)))
