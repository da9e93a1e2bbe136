"""A small world of its own for the tests: two sides, four agencies, three items, two forums."""

import json
from pathlib import Path
from typing import Any

from scenarios.agencies import AGENCY_FIGURES
from scenarios.forums import FORUM_FIGURES
from scenarios.items import ITEM_FIGURES
from scenarios.ranges import Range
from scenarios.sides import CONSTANT_FIGURES, SIDE_FIGURES

Raw = dict[str, Any]
WHY = "A test needs some number."

SCENARIO = """\
format = 1
id = "small"
title = "A small scenario"
question = "Does it hold together?"
story = ["One line.", "Another line.", "A third line."]
start = 2022-01-01
forum = "both"
agenda = ["I01", "I02", "I03"]
claims = ["H1", "H22"]
sources = [{ source = "DOC", at = [1, 10] }, { source = "book" }]

[horizon]
value = 24
unit = "months"
basis = "sourced"
source = "DOC"
at = 3

[consulted]
us-three = { value = "partner", unit = "mode", basis = "assumed", why = "Kind.", choices = ["partner", "absent"] }

[constants]
pace = { value = 0.25, unit = "per month", basis = "inferred", source = "DOC", at = [2], why = "It leans so." }

[forums.pair]
link_limit = { value = 3, unit = "items", basis = "external", source = "book" }

[agencies.jp-two.stance.I02]
position = { value = 1.5, unit = "level", basis = "assumed", why = "Wary.", low = 1.0, high = 2.0 }
red_line = { value = 3, unit = "level", basis = "assumed", why = "Firm.", low = 2, high = 4 }

[[event]]
id = "E01"
title = "A shock"
month = { value = 5, unit = "month", basis = "assumed", why = "Early.", low = 1, high = 9 }
effects = [
  { kind = "emphasis", on = "I02", of = "jp", size = { value = 0.5, unit = "factor", basis = "assumed", why = "Some.", low = 0, high = 1 } },
  { kind = "tension", size = { value = 0.2, unit = "index", basis = "assumed", why = "Some.", low = 0, high = 1 } },
]

[[event]]
id = "E02"
title = "A seat is found"
chance = { value = 0.1, unit = "per month", basis = "assumed", why = "Rare.", low = 0, high = 1 }
effects = [
  { kind = "role", on = "us-three", of = "pair", size = { value = "principal", unit = "role", basis = "assumed", why = "Some.", choices = ["partner", "principal"] } },
  { kind = "pressure", on = "firms", size = { value = -0.1, unit = "index", basis = "assumed", why = "Some.", low = -1, high = 0 } },
]

[[pressure]]
id = "firms"
title = "Firms at home"
side = "jp"
strength = { value = 0.4, unit = "index", basis = "assumed", why = "Some.", low = 0, high = 1 }
items = { I01 = { value = 0.3, unit = "value", basis = "assumed", why = "Some.", low = 0, high = 1 } }
"""  # noqa: E501 (an inline table of TOML stands on one line)


def figure(value: float | str, unit: str = "index", **rest: Any) -> Raw:
    """Return an assumed figure without any doubt about its value."""
    words = isinstance(value, str)
    room = {"choices": [value]} if words else {"low": value, "high": value}
    return {"value": value, "unit": unit, "basis": "assumed", "why": WHY, **room, **rest}


def figures(ranges: dict[str, Range]) -> Raw:
    """Return a figure for each name, each at a place of its own within its range."""
    made = {}
    for n, (name, allowed) in enumerate(ranges.items()):
        span = min(allowed.high, allowed.low + 10) - allowed.low
        number = allowed.low + span * (n + 1) / (len(ranges) + 1)
        value = "linear" if allowed.words else round(number, 0 if allowed.whole else 6)
        made[name] = figure(value, allowed.units[0])
    return made


def agency(side: str, number: int) -> Raw:
    """Return an agency without stances."""
    words = {"name": f"Agency {number} of {side}", "short": f"{side} {number}", "side": side}
    return {
        **words,
        "who": "You are one of them.",
        "wants": "Much.",
        "fears": "Little.",
        "lever": "None.",
        **figures(AGENCY_FIGURES),
    }


def item(number: int, lead: dict[str, str]) -> Raw:
    """Return an item with an agency of each side in the lead."""
    words = ("Apart", "Talk", "Plan", "Act", "Merge")
    levels = [
        {"text": text, "clause": f"They decided to {text.lower()}." if n else ""}
        for n, text in enumerate(words)
    ]
    return {
        "title": f"Item {number}",
        "short": f"Item {number}",
        "posture": "mixed",
        "levels": levels,
        "legislature": {"us": figure(3, "level")},
        "position": {"us": figure(3.5, "level"), "jp": figure(2.5, "level")},
        "authority": [
            {"agency": name, "hold": figure(held, "mode")} for name, held in lead.items()
        ],
        **figures(ITEM_FIGURES),
    }


def forum(us: list[str], jp: list[str], items: str | list[str]) -> Raw:
    """Return a forum with those seats and items."""
    return {
        "title": "A forum",
        "short": "Forum",
        "label": "2+2",
        "seats": {"us": us, "jp": jp},
        "seats_basis": figure("seated", "mode"),
        "items": items,
        **figures(FORUM_FIGURES),
    }


def claim(number: int) -> Raw:
    """Return a claim that its document states."""
    return {
        "title": f"Claim {number}",
        "statement": "It is so.",
        "tag": "A",
        "mark": "stated",
        "effect": "emergent",
        "sources": [{"source": "DOC", "at": [number]}],
    }


def shared() -> dict[str, Raw]:
    """Return the tables of the shared files."""
    about = {"title": "A text", "author": "Somebody"}
    said: Raw = {"sources": [{"source": "DOC", "at": [1]}]}
    document = {"institution": "A house", "date": "2020", "paragraphs": 10, "one_line": "It says."}
    return {
        "sources": {
            "DOC": {"kind": "document", **about, **document},
            "book": {"kind": "literature", **about, "year": 1990, "venue": "A journal"},
            "X-1": {"kind": "external", **about, "one_line": "It was so."},
        },
        "world": {
            "sides": {
                "us": {"name": "Here", "short": "US", **figures(SIDE_FIGURES)},
                "jp": {"name": "There", "short": "JP", **figures(SIDE_FIGURES)},
            },
            "constants": figures(CONSTANT_FIGURES),
        },
        "agencies": {
            "us-one": agency("us", 1),
            "us-two": agency("us", 2),
            "us-three": agency("us", 3),
            "us-four": agency("us", 4),
            "jp-one": agency("jp", 1),
            "jp-two": agency("jp", 2),
        },
        "items": {
            "I01": item(1, {"us-one": "lead", "jp-one": "lead", "us-four": "none"}),
            "I02": item(2, {"us-two": "lead", "us-one": "share", "jp-two": "lead"}),
            "I03": item(3, {"us-two": "lead", "jp-two": "none", "jp-one": "lead"}),
            "I04": item(4, {"us-four": "lead", "jp-one": "lead"}),
        },
        "claims": {
            "claim": {"H1": claim(1), "H2": claim(2), "H22": claim(3)},
            "tension": [
                {"id": "both", "title": "Both", "claims": ["H1", "H2"], "question": "Which?"}
            ],
        },
        "forums": {
            "forum": {
                "pair": forum(["us-one", "us-two"], ["jp-one", "jp-two"], "any"),
                "trade": forum(["us-two"], ["jp-two", "jp-one"], ["I02"]),
            },
            "configuration": {"both": {"title": "Both", "forums": ["trade", "pair"]}},
            "dialogue": {"club": {"title": "A club", "short": "Club", "says": "It met.", **said}},
        },
        "actors": {
            "rival": {
                "name": "A rival",
                "short": "Rival",
                "kind": "third country",
                "says": "It is far.",
                **said,
            },
        },
    }


def toml(value: Any) -> str:
    """Return a value as TOML on one line; JSON strings and numbers are TOML too."""
    if isinstance(value, dict):
        pairs = (f"{json.dumps(key)} = {toml(each)}" for key, each in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value)


def put(folder: Path, raw: dict[str, Raw], **scenarios: str) -> Path:
    """Write shared files, and scenarios by id with hyphens as underscores, into a folder."""
    for name, tables in raw.items():
        lines = (f"{json.dumps(key)} = {toml(each)}\n" for key, each in tables.items())
        (folder / f"{name}.toml").write_text("".join(lines), "utf-8")
    for name, text in scenarios.items():
        (folder / f"{name.replace('_', '-')}.toml").write_text(text, "utf-8")
    return folder
