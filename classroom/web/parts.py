"""What a page shows, in parts, and how little of it has to be sent again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

CLOCK = "clock"
"""The part that would differ at every moment: a page counts by itself, so it goes out seldom."""


@dataclass(frozen=True)
class Ready:
    """A part whose JSON is at hand, because several pages show it."""

    json: str


def written(value: object) -> str:
    """Return a part as JSON, compact.

    >>> written({"a": [1, "é"]})
    '{"a":[1,"é"]}'
    """
    if isinstance(value, Ready):
        return value.json
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def compared(name: str, value: object, text: str) -> str:
    """Return what of a part decides whether it has changed."""
    if name == CLOCK and isinstance(value, Mapping):
        return f"{value.get('ends')} {value.get('running')}"
    return text


def news(seen: dict[str, str], parts: Mapping[str, Any], n: int) -> str:
    """Return a message with the parts that changed, empty if none did, and note them as seen.

    Parameters
    ----------
    seen : dict of part to what decides
        What the page has; changed here.
    parts : mapping of part to JSON value or Ready
        What it should have. One that is there no more goes out as null.
    n : int
        Version of the class that the parts show.

    Examples
    --------
    >>> seen = {}
    >>> news(seen, {"a": 1, "b": 2}, 7)
    '{"see":{"a":1,"b":2},"n":7}'
    >>> news(seen, {"a": 1}, 8)
    '{"see":{"b":null},"n":8}'
    >>> news(seen, {"a": 1}, 9)
    ''
    """
    changed = []
    for name, value in parts.items():
        text = written(value)
        key = compared(name, value, text)
        if seen.get(name) != key:
            seen[name] = key
            changed.append(f"{json.dumps(name)}:{text}")
    for name in [name for name in seen if name not in parts]:
        del seen[name]
        changed.append(f"{json.dumps(name)}:null")
    return f'{{"see":{{{",".join(changed)}}},"n":{n}}}' if changed else ""
