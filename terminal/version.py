"""Which version this is."""

import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

NAME = "communique"


def own_version() -> str:
    """Return the version installed, or that of the folder from which it runs uninstalled."""
    try:
        return version(NAME)
    except PackageNotFoundError:
        project = Path(__file__).parents[1] / "pyproject.toml"
        found = re.search(r'^version = "(.+)"$', project.read_text("utf-8"), re.M)
        return found[1] if found else "unknown"
