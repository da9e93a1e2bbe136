"""A solved domain as tables."""

from rich import box
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from scenarios.world import World
from sim.solve.change import smallest_change
from sim.solve.distances import Distances
from sim.solve.domain import Domain
from sim.solve.formats.deliberation import Deliberation, acceptable
from sim.solve.points import Point
from sim.solve.solution import Solution
from sim.solve.typical import Typical
from terminal.chart import chart
from terminal.screen import print_hanging

HEADS = {
    "nash": "Nash",
    "kalai_smorodinsky": "K-S",
    "egalitarian": "Egal.",
    "welfare": "Welf.",
    "compromise": "Compr.",
}
NOTE = (
    "Nash: largest product of gains over no deal. K-S (Kalai-Smorodinsky): the least satisfied "
    "gets the largest share of what it could get. Egal.: the largest least gain. Welf.: the "
    "largest sum. These are benchmarks. Compr.: what the compromise model forecasts, rounded "
    "to a text."
)


def show_solution(
    screen: Console,
    solution: Solution,
    text: tuple[int, ...] | None = None,
    runs: Typical | None = None,
    world: World | None = None,
    f: int = 0,
) -> None:
    """Print a solution; of a world's forum with its words and sides."""
    domain = solution.domain
    title = world.name("forum", world.forums[f]) if world else domain.name
    screen.print()
    screen.print(Rule(Text(title, "bold")))
    print_hanging(screen, Text(), Text(summary(solution)))
    points = columns(solution, text, runs)
    screen.print(issues_table(domain, points, world))
    screen.print(parties_table(domain, points, world))
    print_hanging(screen, Text("  "), Text(NOTE, "dim"))
    for line in chart(screen, solution, points, world):
        print_hanging(screen, Text(), Text(line))
    if text is not None:
        show_text(screen, solution, text)
    if runs is not None:
        show_runs(screen, runs)


def summary(solution: Solution) -> str:
    """Return how many texts there are of which kind."""
    domain, edge = solution.domain, solution.edge
    rational = "too many to count are" if solution.rational is None else f"{solution.rational:,}"
    line = f"{domain.outcomes:,} texts, {rational} acceptable to all {len(domain.parties)} parties"
    if isinstance(domain, Deliberation):
        line += f", {acceptable(domain):,} to all but one at most and those with a veto"
    line += "; the frontier is too large to build" if edge is None else f", {len(edge):,} efficient"
    if solution.opposition is not None:
        line += f"; opposition {solution.opposition:.3f}"
    if solution.rational == 0:
        line += ". No text is acceptable to all, so there is no point to find"
    return f"{line}."


def columns(
    solution: Solution, text: tuple[int, ...] | None, runs: Typical | None
) -> dict[str, Point]:
    """Return the texts to be set side by side, by their headings."""
    found = solution.points | {"compromise": solution.forecasts["compromise"].point}
    made = {HEADS[name]: point for name, point in found.items() if point is not None}
    if runs is not None:
        made["Typical"] = Point(runs.text, runs.where.values)
    if text is not None:
        made["Yours"] = Point(text, solution.domain.value(text))
    return made


def issues_table(domain: Domain, points: dict[str, Point], world: World | None) -> Table:
    """Return a table of the issues and their values at each point."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    table.add_column("Item" if world else "Issue")
    for head in points:
        table.add_column(head, justify="right" if world else "left")
    for n, issue in enumerate(domain.issues):
        names = [f"L{each}" for each in domain.values[n]] if world else domain.values[n]
        short = world.short("item", issue) if world else issue
        table.add_row(Text(short), *(Text(names[each.text[n]]) for each in points.values()))
    return table


def parties_table(domain: Domain, points: dict[str, Point], world: World | None) -> Table:
    """Return a table of the parties and what each point is worth to them."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    table.add_column("Seat" if world else "Party")
    for head in ("No deal", *points):
        table.add_column(head, justify="right")
    for a, party in enumerate(domain.parties):
        floor = float(domain.walk_away[a])
        cells = [Text(f"{floor:.3g}" if abs(floor) >= 10 else f"{floor:.3f}", "dim")]
        for each in points.values():
            value = float(each.values[a])
            figure = f"{value:.3f}" if abs(value) < 10 else f"{value:.4g}"
            cells.append(Text(figure, "" if value >= floor - 1e-9 else "red"))
        table.add_row(Text(world.short("agency", party) if world else party), *cells)
    return table


def where_words(where: Distances) -> str:
    """Return where a text lies, in words."""
    parts = []
    if not where.allowed:
        parts.append("crosses a red line")
    elif not where.acceptable:
        parts.append("leaves somebody below no deal")
    if where.pareto is not None:
        far = f"{where.pareto:.3f} from the frontier" if where.pareto else "on the frontier"
        parts.append(far)
        parts.append(f"{where.left:.3f} of joint gain left on the table")
    if where.ratio is not None:
        parts.append(f"Nash product {where.ratio:.0%} of the best, {where.nash:.3f} away from it")
    return ", ".join(parts)


def show_text(screen: Console, solution: Solution, text: tuple[int, ...]) -> None:
    """Print where a text lies, and the smallest change that all would accept."""
    domain, where = solution.domain, solution.distances(text)
    if where is not None:
        print_hanging(screen, Text("Your text: ", "bold"), Text(f"{where_words(where)}."))
    change = smallest_change(domain, text)
    if change is None:
        line = "there is none: no text is acceptable to all."
    elif not change.issues:
        line = "none is needed; all would accept it."
    else:
        line = ", ".join(
            f"{domain.issues[n]} {domain.values[n][text[n]]} -> {domain.values[n][change.text[n]]}"
            for n in change.issues
        )
    print_hanging(screen, Text("Smallest change that all would accept: ", "bold"), Text(line))


def show_runs(screen: Console, runs: Typical) -> None:
    """Print where runs of the scenario lie."""
    line = (
        f"of {runs.runs} runs, half end within {runs.pareto:.3f} of the frontier and leave no more "
        f"than {runs.left:.3f} of joint gain on the table"
    )
    if runs.ratio is not None:
        line += f"; their median Nash product is {runs.ratio:.0%} of the best"
    where = where_words(runs.where)
    line += f". The statement nearest to all others ({runs.share:.0%} of runs): {where}."
    print_hanging(screen, Text("Typical run: ", "bold"), Text(line))
    note = "Measured by what texts are worth at the start of a run; values move as it goes on."
    print_hanging(screen, Text("  "), Text(note, "dim"))
