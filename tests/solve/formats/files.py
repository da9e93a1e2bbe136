"""Small domains, written as files of each format."""

import json
from pathlib import Path

BASE_GAME = Path(__file__).parent / "base_game"
CASES = Path(__file__).parents[4] / "shared" / "cases"
ABSENT = "the reference cases are not there: ../shared/cases beside the project"

DOMAIN = """<?xml version="1.0"?>
<negotiation_template><utility_space number_of_issues="2">
<objective index="0" name="root" type="objective" etype="objective">
<issue vtype="discrete" name="Price" index="1"><item index="1" value="high"/>
<item index="2" value="low"/></issue>
<issue name="Date &amp; place" index="2" type="discrete"><item value="now"/><item value="later"/>
<item value="never"/></issue>
</objective></utility_space></negotiation_template>
"""
SELLER = """<utility_space><objective index="0" name="root">
<weight value="0.25" index="2"/><weight index="1" value="0.75"/>
<issue index="1" name="Price"><item evaluation="8" value="high" index="1"/>
<item evaluation="2" value="low"/></issue>
<issue index="2" name="Date &amp; place"><item value="now" evaluation="1"/>
<item value="later" evaluation="2"/><item value="never" evaluation="0"/></issue>
</objective><reservation value="0.3"/><discount_factor value="0.9"/></utility_space>
"""
BUYER = """<utility_space><objective index="0" name="root">
<issue index="1" name="Price"><item value="high" evaluation="1"/><item value="low" evaluation="4"/>
</issue><issue index="2" name="Date &amp; place"><item value="now" evaluation="5"/>
<item value="later" evaluation="3"/><item value="never" evaluation="1"/></issue>
<weight index="1" value="0.5"/><weight index="2" value="0.5"/></objective></utility_space>
"""


def genius(folder: Path, **files: str | bytes) -> Path:
    """Write a domain of Genius; other files, by name without ending, replace its own."""
    texts = {"domain": DOMAIN, "a_seller": SELLER, "b_buyer": BUYER, **files}
    for name, text in texts.items():
        data = text if isinstance(text, bytes) else text.encode()
        (folder / f"{name}.xml").write_bytes(data)
    return folder


ISSUES = {
    "Fruit": {"values": ["apple", "pear"]},
    "Kilos": {"range": {"low": 1, "high": 2, "step": 0.5}},
}


def profile(**changes: object) -> dict[str, object]:
    """Return a profile of GeniusWeb, with changes to its keys."""
    space = {
        "name": "eater",
        "domain": {"name": "fruit", "issuesValues": ISSUES},
        "issueUtilities": {
            "Fruit": {"discreteutils": {"valueUtilities": {"apple": 1, "pear": 0.25}}},
            "Kilos": {
                "numberutils": {"lowValue": 1, "lowUtility": 0, "highValue": 2, "highUtility": 1}
            },
        },
        "issueWeights": {"Fruit": 0.4, "Kilos": 0.6},
        "reservationBid": {"issuevalues": {"Fruit": "pear", "Kilos": 1.50}},
    }
    return {"LinearAdditiveUtilitySpace": {**space, **changes}}


def geniusweb(folder: Path, *profiles: dict[str, object]) -> Path:
    """Write a domain of GeniusWeb."""
    tree = {"name": "fruit", "issuesValues": ISSUES}
    (folder / "fruit.json").write_text(json.dumps(tree), "utf-8")
    for n, each in enumerate(profiles):
        (folder / f"profile{n}.json").write_text(json.dumps(each), "utf-8")
    return folder


EMISSIONS = """actor,position,salience,capability
Netherlands,4,0.8,0.08
Belgium,7,0.4,0.08
Luxembourg,4,0.2,0.03
Germany,4,0.8,0.16
France,10,0.6,0.16
Italy,10,0.6,0.16
UK,10,0.9,0.16
Ireland,7,0.1,0.05
Denmark,4,1.0,0.05
Greece,7,0.7,0.08
"""
"""Scholz, Calbert and Smith (2011), Table 1: the years by which a standard is put off."""
