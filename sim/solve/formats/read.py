"""Any domain of others: the format is told by what is in the files, not by their names."""

from collections.abc import Callable, Sequence
from pathlib import Path

from sim.solve.domain import Domain
from sim.solve.formats import actors, deliberation, genius_folder, geniusweb_folder
from sim.solve.formats.files import files_in, refusal

FORMATS = (
    "a folder of Genius XML, GeniusWeb JSON or an LLM-Deliberation game, or a CSV of "
    "actor, position, salience, capability"
)
READERS: tuple[
    tuple[Callable[[Path, Sequence[Path]], bool], Callable[..., Domain]],
    ...,
] = (
    (deliberation.recognised, deliberation.read),
    (genius_folder.recognised, genius_folder.read),
    (geniusweb_folder.recognised, geniusweb_folder.read),
)
"""For each format of a folder: whether files are of it, and what reads them."""


def read_domain(folder: Path | str, profiles: Sequence[str] | None = None) -> Domain:
    """Return the domain in a folder, or in a CSV file.

    Parameters
    ----------
    profiles : sequence of str, optional
        The files of the parties, in the order wanted, with or without their endings; by
        default all in the folder, in the order of their names.

    Raises
    ------
    ScenarioError
        Where it is of no known format, is not additive, or lacks something that matters.
    """
    place = Path(folder)
    if place.is_file():
        if profiles:
            raise refusal(place, "profiles", "profiles of a single file", "profiles of a folder")
        return actors.read(place)
    files = files_in(place)
    for recognised, read in READERS:
        if recognised(place, files):
            return read(place, files, profiles)
    tables = [each for each in files if each.suffix.lower() == ".csv"]
    if len(tables) == 1 and not profiles:
        return actors.read(tables[0])
    names = ", ".join(each.name for each in files[:10]) or "no file"
    raise refusal(place, "", names, FORMATS)
