"""A scenario with all it is read from, as one piece: what a record of play carries with it.

Years later the shipped files will have other figures. A record that brings its own is played again
as it was.
"""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from functools import cache, lru_cache

from scenarios.load import SHIPPED, Shelf, load
from scenarios.problems import ScenarioError
from scenarios.scenario import Scenario
from scenarios.text import LARGEST_FILE, refusal
from scenarios.tongue import OWN
from scenarios.unpacking import DamagedError, unpacked

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time that all files in a pack have, so that the same files make the same pack."""
MOST_FILES = 50


@cache
def packed(name: str) -> bytes:
    """Return a shipped scenario with all it is read from, as a ZIP.

    Raises
    ------
    ScenarioError
        Where there is none of that id.

    Examples
    --------
    >>> scenario_in(packed("economic-2-plus-2"), "economic-2-plus-2").id
    'economic-2-plus-2'
    """
    return zipped(SHIPPED.files(name))


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return files as a ZIP, the same bytes for the same files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), files[name], zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def contents(pack: bytes) -> dict[str, bytes]:
    """Return the files of a pack, by name.

    Raises
    ------
    ScenarioError
        Where it is no pack, or too large to be one.
    """
    try:
        return unpacked(io.BytesIO(pack), MOST_FILES, MOST_FILES * LARGEST_FILE, LARGEST_FILE)
    except (DamagedError, OSError) as error:
        raise refusal("pack", f"no pack of files: {error}", "a ZIP") from None


def digest(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of files and their names."""
    total = hashlib.sha256()
    for name in sorted(files):
        total.update(f"{name} {len(files[name])}\n".encode())
        total.update(files[name])
    return total.hexdigest()


def scenario_in(pack: bytes, name: str, language: str = OWN) -> Scenario:
    """Return a scenario of a pack; where the pack is what is shipped, the one already read.

    Parameters
    ----------
    language : str
        To read it in; a pack that differs from what is shipped has its own language only.

    Raises
    ------
    ScenarioError
        With every problem, where it cannot be read by this version.
    """
    try:
        if pack == packed(name):
            return load(name, language)
        shipped = digest(SHIPPED.files(name)) == digest(contents(pack))
    except ScenarioError:
        shipped = False
    return load(name, language) if shipped else read_from(pack, name)


@lru_cache(maxsize=16)
def read_from(pack: bytes, name: str) -> Scenario:
    """Return a scenario read from a pack."""
    contents(pack)
    return Shelf(zipfile.Path(io.BytesIO(pack))).load(name)
