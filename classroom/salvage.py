"""What can still be read of a damaged file of classes, saved into a new one beside it.

The damaged file is not changed. A class of which everything is there goes on; one of which
something is missing opens up to there, as any class whose log is damaged.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from classroom.entry import Entry
from classroom.store import FILE, Store, StoreError, in_folder

SAVED = "saved"
"""Folder, in that of the damaged file, for what could be read."""
LEAST = 50
"""Bytes that an entry takes at least: so many there can be in a file."""
Row = tuple[str, int, float, float, str, str]


def salvaged(folder: Path) -> tuple[Path, int]:
    """Save what can be read of a folder's classes; returns where it is, and how many there are.

    Raises
    ------
    StoreError
        Where nothing can be read, where it cannot be written, or where it was done before.
    """
    found: dict[str, list[Entry]] = {}
    for cid, n, at, t, kind, data in rows(folder / FILE):
        with contextlib.suppress(ValueError):  # a line of which a part is gone
            found.setdefault(cid, []).append(Entry(n, at, t, kind, json.loads(data)))
    logs = {cid: sorted(each, key=lambda entry: entry.n) for cid, each in found.items()}
    whole = {cid: each for cid, each in logs.items() if each[0].kind == "created"}
    if not whole:
        raise StoreError("nothing of them can be read")
    target = folder / SAVED
    if (target / FILE).exists():
        raise StoreError(f"what could be read of them was saved in {target} before")
    store = Store(in_folder(target))
    try:
        for cid, each in whole.items():
            store.append(cid, each)
    finally:
        store.close()
    return target, len(whole)


def rows(file: Path) -> Iterator[Row]:
    """Yield the entries of a file that can be read, one by one, whatever lies between them."""
    try:
        most = file.stat().st_size // LEAST
        opened = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(str(error)) from None
    with contextlib.closing(opened):
        # else SQLite reads nothing of a file that is shorter than its head says
        opened.execute("PRAGMA writable_schema=ON")
        wanted = "SELECT cid, n, at, t, kind, data FROM entries WHERE rowid = ?"
        for number in range(1, most + 1):
            with contextlib.suppress(sqlite3.Error):
                yield from opened.execute(wanted, (number,))


def advice(folder: Path, why: str) -> str:
    """Return what to do about classes that cannot be opened, having saved what can be read.

    Parameters
    ----------
    why : str
        What the database says; nothing is done where it is not that the file is damaged.
    """
    if "malformed" not in why:
        return why
    try:
        target, count = salvaged(folder)
    except StoreError as error:
        return f"{why}; {error}"
    return f"{why}; what can be read of {count} of them was saved: serve it with --data {target}"
