"""What comes in through a socket: a command, or something that is none."""

from __future__ import annotations

import json
from typing import Any, NoReturn

LONGEST = 16_384
"""Characters of a frame; the longest honest one, an answer in words, has a few thousand."""


class MalformedError(ValueError):
    """A frame, or a body, that is no command."""


def refuse(constant: str) -> NoReturn:
    """Refuse NaN and the infinities, which are no JSON."""
    raise ValueError(constant)


def table(text: str) -> dict[str, Any]:
    """Return a JSON object.

    Raises
    ------
    MalformedError
        Where it is too long, no JSON, no object, or holds text that cannot be kept: half a
        character (a lone surrogate) or a NUL.
    """
    if len(text) > LONGEST:
        raise MalformedError("too long")
    try:
        found = json.loads(text, parse_constant=refuse)
        again = json.dumps(found, ensure_ascii=False)
        again.encode()
    except (ValueError, RecursionError) as error:
        raise MalformedError("no JSON") from error
    if not isinstance(found, dict):
        raise MalformedError("no object")
    if "\\u0000" in again:
        raise MalformedError("a NUL")
    return found


def command(text: str) -> dict[str, Any]:
    """Return a command: an object with ``do``, and ``id`` where its answer is to name it.

    Raises
    ------
    MalformedError
    """
    found = table(text)
    what, mark = found.get("do"), found.get("id", "")
    if not isinstance(what, str) or not 0 < len(what) <= 40:
        raise MalformedError("no do")
    if not isinstance(mark, str) or len(mark) > 40:
        raise MalformedError("no id")
    return found
