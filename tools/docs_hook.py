"""Pages of the documentation that follow from the code: made when the site is built."""

import sys
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

sys.path.insert(0, str(Path(__file__).parents[1]))

from tools import reference

PAGES: dict[str, Callable[[], str]] = {
    "reference/commands.md": reference.commands,
    "reference/python.md": reference.python,
    "reference/scenario-files.md": reference.scenario_files,
    "reference/measures.md": reference.measures,
    "reference/scenario.schema.json": reference.schema,
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is made to the pages that are written by hand."""
    for path, made in PAGES.items():
        files.append(File.generated(config, path, content=made()))
    return files
