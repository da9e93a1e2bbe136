"""Pages of the documentation that follow from the code: made when the site is built."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).parents[1]))

from tools import reference
from tools.slides import decks

PAGES: dict[str, Callable[[], str]] = {
    "reference/commands.md": reference.commands,
    "reference/python.md": reference.python,
    "reference/scenario-files.md": reference.scenario_files,
    "reference/measures.md": reference.measures,
    "reference/scenario.schema.json": reference.schema,
}
JAPANESE = "teach/ja/"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leave out of the menu what is not written yet."""
    config.nav = kept(config.nav, Path(config.docs_dir))
    return config


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Say of the Japanese sheets that they are Japanese, to whoever has pages read aloud."""
    if page.file.src_uri.startswith(JAPANESE):
        return output.replace('<html lang="en"', '<html lang="ja"', 1)
    return output


def kept(part: Any, docs: Path) -> Any:
    """Return a part of the menu with the pages that are there or that are made."""
    if isinstance(part, str):
        return part if part in PAGES or (docs / part).exists() else None
    if isinstance(part, dict):
        pages = {title: kept(each, docs) for title, each in part.items()}
        return {title: each for title, each in pages.items() if each}
    return [each for each in (kept(one, docs) for one in part) if each]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is made to the pages that are written by hand."""
    for path, made in PAGES.items():
        files.append(File.generated(config, path, content=made()))
    for path, page in decks().items():
        files.append(File.generated(config, path, content=page))
    return files
