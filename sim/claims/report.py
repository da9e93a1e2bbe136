"""The record of all that was found, and the files it goes into."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scenarios.load import library
from sim.claims.campaign import Campaign, order
from sim.claims.chart import picture
from sim.claims.finding import Finding
from sim.claims.joined import CAMPAIGN_FILE, CLAIMS_FILE, joined, untried
from sim.claims.mapped import Mapped
from sim.claims.read import experiments
from sim.rules.compiled import rules_hash
from sim.sweep.files import refused, remove_undone, write_whole

FORMAT = 2
MAPS = "maps"


def claims_record(found: Sequence[Finding], whole: bool) -> list[dict[str, Any]]:
    """Return one record for each claim, in the order of their numbers, as plain data.

    Parameters
    ----------
    whole : bool
        Whether all claims were asked for; then those without an experiment are among them.
    """
    made = joined(each.account() for each in found)
    if whole:
        known = library().claims
        made += [untried(each.claim, known[each.claim], each.why) for each in experiments().untried]
    return sorted(made, key=lambda each: order(each["id"]))


def campaign_record(campaign: Campaign, maps: Sequence[Mapped]) -> dict[str, Any]:
    """Return what was played and the maps, as plain data."""
    return {
        "format": FORMAT,
        "worlds": campaign.worlds,
        "seed": campaign.seed,
        "vary": campaign.vary,
        "rules": rules_hash(),
        "maps": [each.account() for each in maps],
    }


def write(
    folder: Path, claims: list[dict[str, Any]], about: dict[str, Any], maps: Sequence[Mapped]
) -> None:
    """Write both records, and a JSON and an SVG file for each map.

    Raises
    ------
    ScenarioError
        Where the folder cannot be written.
    """
    remove_undone(folder)
    remove_undone(folder / MAPS)
    put(folder / CLAIMS_FILE, as_json(claims))
    put(folder / CAMPAIGN_FILE, as_json(about))
    for each in maps:
        put(folder / MAPS / f"{each.chart.id}.json", as_json(each.account()))
        put(folder / MAPS / f"{each.chart.id}.svg", picture(each))


def as_json(data: Any) -> str:
    """Return plain data as the text of a file."""
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def put(path: Path, text: str) -> None:
    """Write a file whole, and its folder before it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refused(path, error) from None
    write_whole(path, text.encode())
