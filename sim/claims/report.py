"""The record of all that was found, and the files it goes into."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scenarios.load import library
from scenarios.problems import Problem, ScenarioError
from sim.claims.campaign import Campaign, order
from sim.claims.chart import picture
from sim.claims.finding import Finding
from sim.claims.mapped import Mapped
from sim.claims.read import experiments
from sim.rules.compiled import rules_hash

FORMAT = 1
FILE = "claims.json"
MAPS = "maps"


def record(
    campaign: Campaign, found: Sequence[Finding], maps: Sequence[Mapped], whole: bool
) -> dict[str, Any]:
    """Return what was found, as plain data.

    Parameters
    ----------
    whole : bool
        Whether all claims were asked for; then those without an experiment are listed, too.
    """
    claims = library().claims
    untried = [
        {
            "id": each.claim,
            "title": claims[each.claim].title,
            "tag": claims[each.claim].tag,
            "kind": claims[each.claim].kind,
            "why": each.why,
        }
        for each in experiments().untried
    ]
    return {
        "format": FORMAT,
        "worlds": campaign.worlds,
        "seed": campaign.seed,
        "vary": campaign.vary,
        "rules": rules_hash(),
        "claims": sorted(
            (each.account() for each in found), key=lambda each: (order(each["id"]), each["part"])
        ),
        "untried": untried if whole else [],
        "maps": [each.account() for each in maps],
    }


def write(folder: Path, data: dict[str, Any], maps: Sequence[Mapped]) -> None:
    """Write the record and a JSON and an SVG file for each map.

    Raises
    ------
    ScenarioError
        Where the folder cannot be written.
    """
    put(folder / FILE, json.dumps(data, indent=1, ensure_ascii=False) + "\n")
    for each in maps:
        account = json.dumps(each.account(), indent=1, ensure_ascii=False) + "\n"
        put(folder / MAPS / f"{each.chart.id}.json", account)
        put(folder / MAPS / f"{each.chart.id}.svg", picture(each))


def put(path: Path, text: str) -> None:
    """Write a file beside its place, then move it there."""
    partial = path.with_name(path.name + ".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(text, encoding="utf-8")
        os.replace(partial, path)
    except OSError as error:
        allowed = "a folder that can be written"
        raise ScenarioError([Problem(str(path), "", error.strerror or "error", allowed)]) from None
