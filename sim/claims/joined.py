"""One record for each claim: its leading measure, and its further measures as parts of it.

A claim's leading measure is the one that stands first in ``experiments.toml``, never one that is
picked by what came of it.
"""

from collections.abc import Iterable
from typing import Any

from scenarios.claims import Claim

CLAIMS_FILE, CAMPAIGN_FILE = "claims.json", "campaign.json"
"""A list with a record for each claim; and what was played, by which rules, with the maps."""
CLAIM = ("id", "title", "tag", "kind", "effect_kind", "sources", "nuance")
"""What is the same for all measures of a claim."""
MEASURE = (
    *("part", "scenario", "contrast", "arms", "means", "metric", "sign", "says"),
    *("worlds", "failed", "share", "low", "high", "ties", "against"),
    *("effect", "effect_low", "effect_high", "mean", "mean_low", "mean_high", "alike"),
    *("off", "share_off", "ties_off", "effect_off", "alike_off"),
    *("depends_on", "floor", "verdict", "note"),
)
"""What is each measure's own."""
LISTS = ("arms", "means", "depends_on")
UNTRIED = "not put to the test"

Record = dict[str, Any]


def about(name: str, claim: Claim) -> Record:
    """Return what a record says of the claim itself, as plain data."""
    return {
        "id": name,
        "title": claim.title,
        "tag": claim.tag,
        "kind": claim.kind,
        "effect_kind": claim.effect,
        "sources": [{"source": each.source, "at": list(each.at or ())} for each in claim.sources],
        "nuance": claim.nuance,
    }


def joined(measures: Iterable[Record]) -> list[Record]:
    """Return one record for each claim, in the order in which claims first come.

    Parameters
    ----------
    measures : iterable of dict
        As ``Finding.account`` has them.

    Examples
    --------
    >>> found = joined({"id": "H1", "part": part, "share": 0.5} for part in (2, 1))
    >>> found[0]["part"], found[0]["parts"]
    (1, [{'part': 2, 'share': 0.5}])
    """
    parts: dict[str, list[Record]] = {}
    for each in measures:
        parts.setdefault(each["id"], []).append(each)
    made = []
    for found in parts.values():
        leading, *others = sorted(found, key=lambda each: int(each["part"]))
        rest = [{key: each[key] for key in each if key not in CLAIM} for each in others]
        made.append({**leading, "why": None, "parts": rest})
    return made


def untried(name: str, claim: Claim, why: str) -> Record:
    """Return the record of a claim that has no experiment: the reason, and nothing found."""
    nothing: Record = {key: [] if key in LISTS else None for key in MEASURE}
    return {**about(name, claim), **nothing, "verdict": UNTRIED, "why": why, "parts": []}


def measures(record: Record) -> list[Record]:
    """Return all measures of a record as ``Finding.account`` has them, the leading one first."""
    if record["part"] is None:
        return []
    claim = {key: record[key] for key in CLAIM}
    own = {key: value for key, value in record.items() if key not in ("why", "parts")}
    return [own, *({**claim, **each} for each in record["parts"])]
