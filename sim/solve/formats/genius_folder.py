"""Folders of Genius: which file is the domain and which are profiles, by what is in them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

from scenarios.problems import ScenarioError
from sim.solve.domain import Domain
from sim.solve.formats import genius
from sim.solve.formats.chosen import chosen
from sim.solve.formats.files import mentions, refusal
from sim.solve.formats.genius_issue import Issue
from sim.solve.formats.xml_tree import tree_of

MARKS = (f"<{genius.SPACE}", f"<{genius.TEMPLATE}")


def recognised(folder: Path, files: Sequence[Path]) -> bool:
    """Say whether a folder holds files of Genius."""
    return bool(of_genius(files))


def of_genius(files: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files of Genius; results that Genius leaves beside them are not among them."""
    named = (each for each in files if each.suffix.lower() == ".xml")
    return tuple(each for each in named if mentions(each, MARKS))


def read(folder: Path, files: Sequence[Path], profiles: Sequence[str] | None) -> Domain:
    """Return the domain of a folder.

    A file that cannot be parsed is refused, unless other profiles are asked for than it may be.
    """
    trees: dict[Path, Element] = {}
    wrong: dict[Path, ScenarioError] = {}
    for file in of_genius(files):
        try:
            trees[file] = tree_of(file)
        except ScenarioError as error:
            wrong[file] = error
    templates = {file: root for file, root in trees.items() if genius.is_template(root)}
    parties = [f for f in (*trees, *wrong) if f not in templates]
    found = chosen(folder, sorted(parties), profiles)
    if broken := [file for file in found if file in wrong]:
        raise wrong[broken[0]]
    pairs = [(file, trees[file]) for file in found]
    name = folder.resolve().name
    if not templates and wrong:
        raise next(iter(wrong.values()))
    if not templates:
        return genius.domain(name, genius.issues_of(*pairs[0]), pairs)
    if len(templates) > 1 and profiles is None:
        names = ", ".join(file.name for file in templates)
        raise refusal(folder, "profiles", f"several domains ({names})", "the profiles of one")
    return genius.domain(name, common(templates, pairs, folder), pairs)


def common(
    templates: Mapping[Path, Element], profiles: Sequence[tuple[Path, Element]], folder: Path
) -> tuple[Issue, ...]:
    """Return the issues of the one domain, among several perhaps, that profiles belong to."""
    fitting: list[tuple[Issue, ...]] = []
    for file, root in templates.items():
        issues = genius.issues_of(file, root)
        if len(templates) == 1:
            return issues
        try:
            genius.domain("", issues, profiles)
        except ScenarioError:
            continue
        if issues not in fitting:
            fitting.append(issues)
    if len(fitting) != 1:
        raise refusal(folder, "profiles", f"{len(fitting)} domains that they fit", "just one")
    return fitting[0]
