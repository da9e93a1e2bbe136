"""Domains of others as scenarios, and scenarios as domains for others."""

from collections.abc import Sequence
from pathlib import Path

from scenarios.load import read
from scenarios.names import IDS
from scenarios.problems import Problem, ScenarioError, listed, nearest, shown
from terminal.files import write_new
from terminal.refusal import tame
from terminal.setting import ENDING, setting

TARGETS = ("geniusweb",)
"""Formats that a scenario can be written in."""


def import_domain(path: Path, profiles: Sequence[str] | None, out: Path) -> None:
    """Write the scenario of an imported domain, and say what it preserves.

    Raises
    ------
    ScenarioError
        Where the domain cannot be read, or a table has no room for it.
    RefusalError
        Where the file is there already or cannot be written.
    """
    # Loaded here so that other commands need no XML parser.
    from sim.solve.formats.read import read_domain
    from sim.solve.formats.to_scenario import scenario_of

    if out.suffix != ENDING or not IDS.fullmatch(out.stem):
        allowed = "a name of letters, digits and hyphens that ends in .toml"
        raise ScenarioError([Problem("--out", "", shown(out.name), allowed)])
    domain = read_domain(path, profiles)
    made = scenario_of(domain, out.stem, path.resolve().name)
    write_new(out, made.text, "--out")
    try:
        read(out)
    except ScenarioError:
        out.unlink()
        raise
    for line in made.remarks:
        print(tame(line))
    print(f"{tame(str(out))}: written; communique run {tame(str(out))}")


def export_scenario(name: str, forum: str | None, target: str, folder: Path) -> None:
    """Write the domain of a scenario's forum in another format.

    Raises
    ------
    ScenarioError
        Where there is no such scenario, forum or format, or the folder holds anything.
    """
    from sim.solve.formats.write_geniusweb import write
    from sim.solve.of_world import of_world

    if target not in TARGETS:
        near = nearest(target, TARGETS)
        raise ScenarioError([Problem("--to", "", shown(target), listed(TARGETS), near)])
    world = setting(name, forum).world
    if len(world.forums) > 1:
        found = f"{len(world.forums)} forums under {world.configuration}"
        allowed = f"one: --forum with {listed(world.forums)}"
        raise ScenarioError([Problem("--forum", "", found, allowed)])
    for file in write(of_world(world, 0), folder):
        print(tame(str(file)))
