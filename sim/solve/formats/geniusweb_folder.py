"""Folders of GeniusWeb: which file is the domain and which are profiles, by what is in them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sim.solve.domain import Domain
from sim.solve.formats import geniusweb, geniusweb_scale
from sim.solve.formats.chosen import chosen
from sim.solve.formats.files import mentions, refusal
from sim.solve.formats.json_tree import tree_of
from sim.solve.formats.made import domain_of

MARKS = ('"issuesValues"', '"issueUtilities"')


def recognised(folder: Path, files: Sequence[Path]) -> bool:
    """Say whether a folder holds files of GeniusWeb."""
    return bool(of_geniusweb(files))


def of_geniusweb(files: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files of GeniusWeb; settings and other JSON are not among them."""
    named = (each for each in files if each.suffix.lower() == ".json")
    return tuple(each for each in named if mentions(each, MARKS))


def read(folder: Path, files: Sequence[Path], profiles: Sequence[str] | None) -> Domain:
    """Return the domain of a folder, on its own scale where the folder states one."""
    trees: dict[Path, Any] = {file: tree_of(file) for file in of_geniusweb(files)}
    domains = [file for file, tree in trees.items() if geniusweb.is_domain(tree)]
    parties = [file for file, tree in trees.items() if geniusweb.is_profile(tree)]
    if len(domains) > 1:
        names = ", ".join(file.name for file in domains)
        raise refusal(folder, "", f"several domain files: {names}", "one domain file")
    found = chosen(folder, parties, profiles)
    source = domains[0] if domains else found[0]
    tree = trees[source] if domains else geniusweb.linear(trees[source], source).get("domain")
    if not isinstance(tree, dict) or not geniusweb.is_domain(tree):
        raise refusal(source, "domain", "nothing", "a domain file, or a domain in the profile")
    stated = tree.get("name")
    name = stated if isinstance(stated, str) and stated.strip() else folder.resolve().name
    agenda = geniusweb.agenda_of(tree, source, name)
    made = [geniusweb.profile_of(trees[file], file, agenda) for file in found]
    domain = domain_of(agenda, [each.party for each in made])
    return geniusweb_scale.restored(domain, made, folder)
