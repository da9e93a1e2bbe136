"""Every command and every piece of Python that the documentation shows is run, page by page.

The blocks of a page run one after the other in one folder. ``sh`` blocks hold commands of ours,
``sh fails`` such as are meant to be refused, ``python`` blocks programs, and blocks with a title
are files. A page says with ``<!-- needs: EXTRA -->`` what it cannot do without, and with
``<!-- figure: SHOWN is MADE -->`` which of its figures its commands make.
"""

import importlib.util
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import typer.main

import cli
from scenarios.load import library

HOUSE = Path(__file__).parents[2]
DOCS = HOUSE / "docs"
WRITTEN_BY_HAND = ("index.md", "tutorial", "how-to", "explanation", "teach")
EXTRAS = {"sweep": "numba", "env": "pettingzoo", "negmas": "negmas", "print": "reportlab"}
"""Each extra, and a package by which one can tell that it is there."""
BLOCK = re.compile(r'^```(\w+)((?: fails)?)(?: title="([^"]+)")?\n(.*?)^```', re.S | re.M)


class Block(NamedTuple):
    language: str
    fails: bool
    title: str
    text: str


def pages() -> list[Path]:
    found = []
    for name in WRITTEN_BY_HAND:
        path = DOCS / name
        found += [path] if path.is_file() else sorted(path.rglob("*.md"))
    return found


def blocks(page: Path) -> list[Block]:
    found = BLOCK.findall(page.read_text("utf-8"))
    return [Block(language, bool(fails), title, text) for language, fails, title, text in found]


def needs(page: Path) -> set[str]:
    return set(re.findall(r"<!-- needs: (\w+) -->", page.read_text("utf-8")))


def figures(page: Path) -> Iterator[tuple[Path, str]]:
    """Yield each figure of a page that its own commands make, and the file they make."""
    found = re.findall(r"<!-- figure: (\S+) is (\S+) -->", page.read_text("utf-8"))
    for shown, made in found:
        yield (page.parent / shown).resolve(), made


def runs(page: Path) -> bool:
    """Say whether there is anything to run; the Japanese sheets have the blocks of others."""
    return "ja" not in page.parts and any(
        each.language in ("sh", "python") for each in blocks(page)
    )


def name(page: Path) -> str:
    return page.relative_to(DOCS).as_posix()


def commands(block: Block) -> Iterator[list[str]]:
    for line in block.text.strip().splitlines():
        words = shlex.split(line, comments=True)
        if words:
            assert words[0] == "communique", f"an sh block holds commands of ours, not {words[0]}"
            yield words[1:]


def run(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(HOUSE)])}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("page", [page for page in pages() if runs(page)], ids=name)
def test_a_page_does_what_it_says(tmp_path: Path, page: Path):
    for extra in needs(page):
        if importlib.util.find_spec(EXTRAS[extra]) is None:
            pytest.skip(f"needs the extra {extra}")
    for block in blocks(page):
        if block.title:
            (tmp_path / block.title).write_text(block.text, "utf-8")
        elif block.language == "python":
            done = run(tmp_path, "-c", block.text)
            assert done.returncode == 0, f"{block.text}\n{done.stderr}"
        elif block.language == "sh":
            for arguments in commands(block):
                done = run(tmp_path, HOUSE / "cli.py", *arguments)
                told = f"communique {' '.join(arguments)}\n{done.stderr}"
                assert (done.returncode != 0) == block.fails, told
                assert "Traceback" not in done.stderr
    for shown, made in figures(page):
        told = f"the rules have changed: copy {made} to {shown}"
        assert shown.read_bytes() == (tmp_path / made).read_bytes(), told


@pytest.mark.parametrize("page", pages(), ids=name)
def test_commands_it_names_exist(page: Path):
    """Quick, and over the text between the blocks as well."""
    top = typer.main.get_command(cli.app).commands
    named = re.findall(r"`communique ([a-z][a-z-]*)", page.read_text("utf-8"))
    assert set(named) <= set(top)
    for block in blocks(page):
        if block.language == "sh":
            for words in commands(block):
                if words[0].startswith("-"):
                    continue
                command, rest = top[words[0]], words[1:]
                while hasattr(command, "commands"):
                    command, rest = command.commands[rest[0]], rest[1:]
                command.make_context(words[0], list(rest))  # the parser knows every option


@pytest.mark.parametrize("page", [page for page in pages() if runs(page)], ids=name)
def test_its_python_compiles(page: Path):
    for block in blocks(page):
        if block.language == "python":
            compile(block.text, name(page), "exec")


@pytest.mark.parametrize("page", pages(), ids=name)
def test_its_links_lead_somewhere(page: Path):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    made = {"commands.md", "python.md", "scenario-files.md", "measures.md"}
    made |= {f"{each.stem}.html" for each in (DOCS / "teach" / "slides").glob("*.md")}
    missing = [each for each in links if not (page.parent / each).exists()]
    assert [each for each in missing if Path(each).name not in made] == []


@pytest.mark.parametrize("page", pages(), ids=name)
def test_works_it_cites_are_known(page: Path):
    cited = re.findall(r"`([a-z]+\d{4})`", page.read_text("utf-8"))
    assert set(cited) <= set(library().sources)
