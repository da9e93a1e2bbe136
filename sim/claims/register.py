"""All claims with what has been found out about them, as plain data for a page."""

import json
from pathlib import Path
from typing import Any

from scenarios.load import library
from scenarios.origin import place
from scenarios.spoken import by_language
from sim.claims.joined import CAMPAIGN_FILE, CLAIMS_FILE, measures
from sim.claims.read import experiments
from sim.claims.records import Experiment
from sim.claims.told import in_words, said
from sim.rules.compiled import rules_hash

HERE = Path(__file__).parent
RECORDS = (HERE, HERE.parents[1] / "docs")
"""Where the records of the last campaign may lie: in an installed package, and in a checkout."""


@by_language()
def register() -> dict[str, Any]:
    """Return claims, tensions between them, and the record of what was found, where there is one.

    Returns
    -------
    dict
        ``claims``: each with its words, marks, sources, ``found`` (as ``Finding.account`` has
        it, measure by measure), ``tried`` (scenario and arms of its experiments) and ``untried``
        (why it has none); ``tensions``; ``worlds`` of the campaign, 0 where there is no record;
        ``stale``: whether the rules have changed since.
    """
    records, campaign = found()
    shared = library()
    untried = {each.claim: each.why for each in experiments().untried}
    claims = []
    for name, claim in shared.claims.items():
        trials = [each for each in experiments().experiment if each.claim == name]
        claims.append(
            {
                "id": name,
                "title": claim.title,
                "statement": claim.statement,
                "tag": claim.tag,
                "mark": claim.mark,
                "kind": claim.kind,
                "effect": claim.effect,
                "nuance": claim.nuance or "",
                "sources": [place(each.source, each.at) for each in claim.sources],
                "tried": [in_words(tried(each)) for each in trials],
                "untried": said(untried.get(name, "")),
                "found": list(map(in_words, measures(records[name]) if name in records else ())),
            }
        )
    tensions = [
        {"id": each.id, "title": each.title, "claims": list(each.claims), "question": each.question}
        for each in shared.tensions
    ]
    return {
        "claims": claims,
        "tensions": tensions,
        "worlds": campaign.get("worlds", 0),
        "stale": bool(campaign) and campaign.get("rules") != rules_hash(),
    }


def tried(experiment: Experiment) -> dict[str, Any]:
    """Return what a page says of an experiment before it is played."""
    return {
        "scenario": experiment.scenario,
        "arms": [arm.name for arm in experiment.arm],
        "off": experiment.off.why,
        "note": experiment.note or "",
        "says": [measure.says for measure in experiment.measure],
    }


def found() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the records of the last campaign: of each claim by its id, and of what was played.

    Both are empty where either cannot be read.
    """
    folder = next((each for each in RECORDS if (each / CLAIMS_FILE).exists()), HERE)
    try:
        claims = json.loads((folder / CLAIMS_FILE).read_text(encoding="utf-8"))
        campaign = json.loads((folder / CAMPAIGN_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}, {}
    if not isinstance(claims, list) or not isinstance(campaign, dict):
        return {}, {}
    return {each["id"]: each for each in claims}, campaign
