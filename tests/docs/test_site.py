"""The site has every page once, builds without warnings, and asks nothing of the network."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

HOUSE = Path(__file__).parents[2]
DOCS = HOUSE / "docs"
MADE = {"commands.md", "python.md", "scenario-files.md", "measures.md"}
MAY_LACK = {"deploy.md", "security.md"}
"""Pages whose place in the menu waits for them."""


def nav(part: object) -> list[str]:
    if isinstance(part, str):
        return [part]
    parts = part.values() if isinstance(part, dict) else part
    return [page for each in parts for page in nav(each)]


def test_every_page_is_in_the_menu_once():
    plan = yaml.safe_load((HOUSE / "mkdocs.yml").read_text("utf-8"))
    listed = nav(plan["nav"])
    assert len(set(listed)) == len(listed)
    written = {p.relative_to(DOCS).as_posix() for p in DOCS.rglob("*.md")}
    written -= {each for each in written if each.startswith("teach/slides/")}  # decks, no pages
    assert written - set(listed) == set()
    assert {Path(each).name for each in set(listed) - written} - MAY_LACK == MADE


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_it_builds_without_a_warning_and_loads_nothing_from_elsewhere(tmp_path: Path):
    pytest.importorskip("material", reason="needs the extra docs")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path / "s"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=HOUSE, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    pages = list((tmp_path / "s").rglob("*.html"))
    assert len(pages) > 25
    loaded = r'<(?:script|img|link)[^>]+(?:src|href)="?(?:https?:)?//'
    assert [page.name for page in pages if re.search(loaded, page.read_text("utf-8"))] == []
    for place, language in (("teach/index", "en"), ("teach/ja/index", "ja")):
        assert f'<html lang="{language}"' in (tmp_path / "s" / f"{place}.html").read_text("utf-8")
    made = {page.name for page in (tmp_path / "s" / "teach" / "slides").iterdir()}
    assert made == {f"{each.stem}.html" for each in (DOCS / "teach" / "slides").glob("*.md")}
