"""The scenario that a log brings along: its own file, or a folder or ZIP with all it is of."""

import zipfile
from pathlib import Path

from scenarios.load import Shelf, read
from scenarios.scenario import Scenario
from terminal.files import reason
from terminal.refusal import RefusalError

INSIDE = "scenarios/"
"""Where an export of a class has its scenario."""


def brought_along(path: Path, name: str) -> Scenario:
    """Return the scenario of a log from where ``--scenario`` says it is.

    Parameters
    ----------
    path : Path
        A scenario's own file; or a folder, or a ZIP, with the files it is read from.
    name : str
        Id of the scenario that the log is of.

    Raises
    ------
    ScenarioError
        With every problem of the files.
    """
    if path.is_dir():
        return Shelf(path).load(name)
    if not zipfile.is_zipfile(path):
        return read(path)
    try:
        with zipfile.ZipFile(path) as archive:
            inside = INSIDE if any(n.startswith(INSIDE) for n in archive.namelist()) else ""
            return Shelf(zipfile.Path(archive, inside)).load(name)
    except (zipfile.BadZipFile, OSError, RuntimeError) as error:
        raise RefusalError(f"cannot read '{path}': {reason(error)}") from None
