"""What can be saved of a class whose export cannot be made: its log, which has everything."""

from __future__ import annotations

import contextlib
from base64 import b64decode
from collections.abc import Sequence

from classroom.entry import Entry
from classroom.export.archive import LOG, SCENARIOS, zipped
from classroom.export.kept_log import without_keys, written
from classroom.said import said
from scenarios.pack import contents
from scenarios.problems import ScenarioError
from scenarios.tongue import LANGUAGES, OWN

WHY = "The export of this class could not be made, and why was: {why}"
WHAT = "class.jsonl is the whole log of the class: everything that was done in it. Keep this file."
AGAIN = "Ask for the export again before the class is deleted, with a later version too."


def rescued(entries: Sequence[Entry], why: str) -> bytes:
    """Return a ZIP with a class's log and scenario, and a page on why there is nothing more.

    Parameters
    ----------
    why : str
        What went wrong, in few words.
    """
    files = {LOG: written(without_keys(entries))}
    with contextlib.suppress(ScenarioError):  # what it was played with may be what is broken
        pack = b64decode(entries[0].data.get("pack", ""))
        files |= {SCENARIOS + name: data for name, data in contents(pack).items()}
    for language in LANGUAGES:
        name = "README.txt" if language == OWN else f"README.{language}.txt"
        lines = [said("rescued", each, language).format(why=why) for each in (WHY, WHAT, AGAIN)]
        files[name] = "".join(line + "\n" for line in lines).encode()
    return zipped(files)
