"""One thing that happened in a run, as data and as a sentence."""

from dataclasses import dataclass

KINDS = (
    "event",
    "meeting",
    "tabled",
    "chair",
    "objected",
    "agreed",
    "fell",
    "close",
    "closing",
    "recess",
    "appeal",
    "put",
    "initialled",
    "held",
    "refused",
    "reopened",
    "outcome",
    "cleared",
    "withheld",
    "settled",
    "bill",
    "effort",
    "delivered",
    "alone",
)


@dataclass(frozen=True)
class Happening:
    """One thing that happened.

    Parameters
    ----------
    month : int
        Month of the run.
    forum : str
        Id of the forum it happened at; empty where it belongs to none.
    kind : str
        One of ``KINDS``.
    text : str
        A sentence, without the forum's name.
    seat : str
        Id of the agency that did it; empty where nobody did.
    levels : tuple of (item id, level)
        The items it is about and the levels meant.
    reason : str
        For an objection or a refusal: one of the words in ``sim.rules.codes.REASONS``.
    side : str
        Id of the side that alone would know of it; empty where it is public.
    """

    month: int
    forum: str
    kind: str
    text: str
    seat: str = ""
    levels: tuple[tuple[str, int], ...] = ()
    reason: str = ""
    side: str = ""
