"""The log of a class without its keys: all it takes to have the class again, and no way in.

Keys are left out, fingerprints too, for four words can be guessed from a fingerprint by trying
them all. So is how much extra time somebody has, which is nobody's business afterwards.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from classroom.entry import Entry

EMPTIED = {
    "created": ("teacher", "wall", "pack"),
    "joined": ("key", "words"),
    "rekeyed": ("key", "words"),
}
"""What is emptied, by kind. The pack lies beside the log, as files."""


def without_keys(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries of a class without its keys."""
    for entry in entries:
        data: dict[str, Any] = dict(entry.data)
        for key in EMPTIED.get(entry.kind, ()):
            if key in data:
                data[key] = ""
        if entry.kind == "extra":
            data["factor"] = 1.0
        yield Entry(entry.n, entry.at, entry.t, entry.kind, data)


def written(entries: Iterable[Entry]) -> bytes:
    """Return entries as JSON lines."""
    lines = (
        json.dumps(vars(entry), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        for entry in entries
    )
    return "".join(line + "\n" for line in lines).encode()


def read(data: bytes) -> list[Entry]:
    """Return the entries that were written.

    Raises
    ------
    ValueError
        Where it is no log of a class: which line, and why.
    """
    found = []
    try:
        lines = data.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        raise ValueError("it is no text in UTF-8") from None
    for n, line in enumerate(lines, 1):
        try:
            each = Entry(**json.loads(line))
        except (ValueError, RecursionError):
            raise ValueError(f"line {n} is no JSON") from None
        except TypeError:
            raise ValueError(f"line {n} is no entry as an export writes it") from None
        if each.n != n or not isinstance(each.data, dict):
            raise ValueError(f"line {n}: entry {each.n} where entry {n} is due")
        found.append(each)
    return found
