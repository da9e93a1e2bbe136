"""The scenario that a log brings along: its own file, or a folder or ZIP with all it is of."""

import zipfile
from pathlib import Path

from scenarios.load import Shelf, read
from scenarios.scenario import Scenario
from scenarios.unpacking import DamagedError, is_zip, unpacked
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
    if not is_zip(path):
        return read(path)
    try:
        files = unpacked(path)
    except (DamagedError, OSError) as error:
        raise RefusalError(f"cannot read '{path}', a damaged ZIP: {reason(error)}") from None
    inside = INSIDE if any(each.startswith(INSIDE) for each in files) else ""
    return Shelf(zipfile.Path(path, inside)).load(name)
