"""Folders of Genius: which file is the domain and which are profiles, by what is in them."""

from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

from sim.solve.domain import Domain
from sim.solve.formats import genius
from sim.solve.formats.chosen import chosen
from sim.solve.formats.files import refusal, text_of
from sim.solve.formats.xml_tree import tree_of

MARKS = (f"<{genius.SPACE}", f"<{genius.TEMPLATE}")


def recognised(folder: Path, files: Sequence[Path]) -> bool:
    """Say whether a folder holds files of Genius."""
    return bool(of_genius(files))


def of_genius(files: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files of Genius; results that Genius leaves beside them are not among them."""
    named = (each for each in files if each.suffix.lower() == ".xml")
    return tuple(each for each in named if any(mark in text_of(each) for mark in MARKS))


def read(folder: Path, files: Sequence[Path], profiles: Sequence[str] | None) -> Domain:
    """Return the domain of a folder."""
    trees = {file: tree_of(file) for file in of_genius(files)}
    templates = [(file, root) for file, root in trees.items() if genius.is_template(root)]
    parties = [file for file, root in trees.items() if genius.is_profile(root)]
    if len(templates) > 1:
        names = ", ".join(file.name for file, _ in templates)
        raise refusal(folder, "", f"several domain files: {names}", "one domain file")
    found = chosen(folder, parties, profiles)
    return genius.domain(folder.resolve().name, first(templates), [(f, trees[f]) for f in found])


def first(templates: Sequence[tuple[Path, Element]]) -> tuple[Path, Element] | None:
    """Return the domain file, if there is one."""
    return templates[0] if templates else None
