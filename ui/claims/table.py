"""The claims as a list and as a table: of each no more than is looked at."""

from __future__ import annotations

import csv
import io

LISTED = ("id", "title", "statement", "nuance", "sources", "tag", "mark", "kind")
MEASURED = (
    *("part", "scenario", "metric", "sign", "says", "worlds", "share", "low", "high"),
    *("effect", "effect_low", "effect_high", "share_off", "verdict"),
)


def listed(claim: dict) -> dict:
    """Return what a list says of a claim: its words, its verdicts, and whether it is tried.

    >>> listed({"id": "H1", "tried": [], "found": [{"verdict": "a"}, {"verdict": "a"}]})
    {'id': 'H1', 'tried': False, 'verdicts': ['a']}
    """
    told = {key: claim[key] for key in LISTED if key in claim}
    verdicts = list(dict.fromkeys(each["verdict"] for each in claim["found"]))
    return told | {"tried": bool(claim["tried"]), "verdicts": verdicts}


def as_csv(claims: list[dict]) -> str:
    """Return every measure of every claim as a row, and a claim without any as one."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["id", "title", "kind", *MEASURED])
    for claim in claims:
        for each in claim["found"] or [{}]:
            own = [claim.get(key) for key in ("id", "title", "kind")]
            writer.writerow([*own, *(each.get(key) for key in MEASURED)])
    return out.getvalue()
