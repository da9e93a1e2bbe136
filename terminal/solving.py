"""The command ``solve``."""

from collections.abc import Sequence
from json import dumps
from pathlib import Path

from rich.console import Console

from scenarios.world import World
from sim.solve.domain import Domain
from sim.solve.of_world import of_world
from sim.solve.solution import Solution, solved
from sim.solve.typical import Typical, typical
from sim.sweep.batch import run_many
from sim.sweep.stand_ins import at_hand
from terminal.refusal import RefusalError
from terminal.screen import console
from terminal.setting import setting
from terminal.solution import as_json
from terminal.solved import show_solution
from terminal.texts import typed

SEED = 1
"""The seed of the runs that are set beside the frontier."""


def solve_scenario(
    name: str,
    forum: str | None,
    arm: str | None,
    values: Sequence[str],
    text: str | None,
    runs: int,
    *,
    machine: bool,
) -> None:
    """Solve every forum of a scenario at the start of a run; tell it, or print it as JSON."""
    world = setting(name, forum, (), values, arm).world
    domains = [of_world(world, f) for f in range(len(world.forums))]
    for forum_id, domain in zip(world.forums, domains, strict=True):
        require_parties(domain, f"the forum '{forum_id}'")
    asked = typed(domains, text, rest=0) if text is not None else [None] * len(domains)
    solutions = [solved(domain) for domain in domains]
    screen = console()
    played = [None] * len(domains) if runs == 0 else play(world, solutions, runs, screen, machine)
    if machine:
        tables = [as_json(*each) for each in zip(solutions, asked, played, strict=True)]
        head = {"scenario": world.scenario.id, "forum": world.configuration}
        if len(tables) == 1:
            print(dumps(head | tables[0]))
        else:
            print(dumps({**head, "forums": dict(zip(world.forums, tables, strict=True))}))
        return
    for f, (solution, some, found) in enumerate(zip(solutions, asked, played, strict=True)):
        show_solution(screen, solution, some, found, world, f)


def play(
    world: World, solutions: Sequence[Solution], runs: int, screen: Console, machine: bool
) -> list[Typical | None]:
    """Play runs of a world and return, forum by forum, what they come to.

    Until the rules have been compiled for something else, the plain ones play: that is slower
    than the compiled, but faster than compiling, and the same.
    """
    with screen.status(f"playing {runs} runs") if not machine else screen.capture():
        batch = run_many(world, SEED, runs, plain=not at_hand())
    agenda = world.params.agenda[:, : world.params.n_items] == 1
    return [typical(each, batch.statement[:, f, agenda[f]]) for f, each in enumerate(solutions)]


def solve_folder(folder: Path, profiles: str | None, text: str | None, *, machine: bool) -> None:
    """Solve an imported domain; tell it, or print it as JSON."""
    from sim.solve.formats.read import read_domain

    names = None if profiles is None else [each.strip() for each in profiles.split(",")]
    domain = read_domain(folder, names)
    require_parties(domain, f"'{folder}'")
    some = typed([domain], text, rest=None)[0] if text is not None else None
    solution = solved(domain)
    if machine:
        print(dumps(as_json(solution, some)))
    else:
        show_solution(console(), solution, some)


def require_parties(domain: Domain, what: str) -> None:
    """Check that there is somebody to agree on something."""
    if not domain.parties or not domain.issues:
        raise RefusalError(f"{what} has no parties or no issues; there is nothing to solve")
