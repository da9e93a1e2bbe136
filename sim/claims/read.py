"""The experiments that ship with the project."""

from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from scenarios.load import library, tables
from scenarios.validate import validated
from sim.claims.records import ExperimentsFile

FILE = "experiments.toml"


@cache
def experiments() -> ExperimentsFile:
    """Return every experiment, reason and map.

    Raises
    ------
    ScenarioError
        With every problem of the file.
    """
    return read(Path(__file__).with_name(FILE))


def read(place: Path) -> ExperimentsFile:
    """Return the experiments of a file."""
    raw = tables(place, place.name)
    return validated(TypeAdapter(ExperimentsFile), raw, place.name, library().names)
