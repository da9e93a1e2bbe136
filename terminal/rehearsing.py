"""``communique rehearse``: a lesson played by bots, and its debrief in a few lines."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.table import Table

from classroom.debrief.contrast import FEW, OPEN, Contrast
from classroom.debrief.findings import Compared, Findings
from classroom.debrief.summing import findings
from classroom.export.archive import archive, plain
from classroom.plan import Plan, plans
from classroom.rehearse import Rehearsal, measured, rehearsed
from scenarios.problems import Problem, ScenarioError, listed, nearest, shown
from sim.rules.codes import OUTCOMES
from sim.sweep.stand_ins import at_hand
from terminal.files import is_zip, reason, require_own, require_room
from terminal.progress import counting_bar
from terminal.refusal import RefusalError
from terminal.screen import console

RUNS, PLAIN_RUNS = 1000, 40
"""Runs of AI alone: with compiled rules, and with plain ones, which take a tenth of a second."""
STEPS = {
    "lobby": "Coming in",
    "brief": "Reading briefs",
    "practice": "Trying a move",
    "play": "Playing tables",
    "look": "Looking back",
    "statements": "Signing",
    "runs": "AI alone",
}


def rehearse_plan(
    name: str,
    students: int,
    tables: int,
    seed: int,
    runs: int | None,
    out: Path | None,
    data: Path | None,
    machine: bool,
) -> None:
    """Rehearse a plan; print what came of it, and keep the class where that is asked for."""
    plan = known_plan(name)
    if out is not None:
        require_writable(out)
    count = runs if runs is not None else RUNS if at_hand() else PLAIN_RUNS
    begun = time.monotonic()
    with progress() as told:
        made = rehearsed(plan, students, seed, tables=tables, write=out is not None, told=told)
        shop = measured(made, count, told)
    found = findings(shop)
    seconds = time.monotonic() - begun
    if out is not None:
        write(out, archive(made.entries, found, shop.papers))
    links = adopted(made, data) if data is not None else {}
    if machine:
        print(json.dumps(account(plan, made, found, seconds, links), indent=2, ensure_ascii=False))
        return
    show(plan, made, found, seconds)
    for line in (*([f"Export: {out}"] if out else ()), *links.values()):
        console().print(line, soft_wrap=True)


def known_plan(name: str) -> Plan:
    """Return a lesson plan that is shipped; refuse any other, naming those there are."""
    if name not in plans():
        near = nearest(name, plans())
        raise ScenarioError([Problem("plan", "", shown(name), listed(tuple(plans())), near)])
    return plans()[name]


@contextmanager
def progress() -> Iterator[Any]:
    """Show on standard error how far a rehearsal is; give what is to be told of it."""
    with counting_bar() as bar:
        task = bar.add_task(STEPS["lobby"], total=None, rate="")

        def told(what: str, done: int, of: int) -> None:
            """Move the bar."""
            bar.update(task, description=STEPS.get(what, what), completed=done, total=of)

        yield told


def require_writable(out: Path) -> None:
    """Refuse a file that cannot be an export's, before a lesson is played for it."""
    try:
        require_own(out, "--out", "ZIP", is_zip)
        require_room(out)
    except OSError as error:
        raise RefusalError(f"--out: cannot write '{out}': {reason(error)}") from None


def write(out: Path, content: bytes) -> None:
    """Write an export."""
    try:
        out.write_bytes(content)
    except OSError as error:
        raise RefusalError(f"--out: cannot write '{out}': {reason(error)}") from None


def adopted(made: Rehearsal, data: Path) -> dict[str, str]:
    """Put a rehearsed class among those that are served; return its links."""
    from classroom import codes
    from classroom.entry import Entry
    from classroom.store import Store, StoreError, in_folder

    try:
        store = Store(in_folder(data))
        first = made.entries[0]
        keys = {"code": codes.class_code(), "teacher": codes.token(), "wall": codes.token()}
        entry = Entry(first.n, first.at, first.t, first.kind, {**first.data, **keys})
        store.append(codes.token()[:16], [entry, *made.entries[1:]])
        store.close()
    except StoreError as error:
        raise RefusalError(f"--data: {error}") from None
    return {
        "teacher": f"Teacher: /teach/c/{keys['teacher']} below the address that serve prints",
        "wall": f"Wall: /wall/{keys['wall']}",
    }


def show(plan: Plan, made: Rehearsal, found: Findings, seconds: float) -> None:
    """Print a rehearsal's debrief."""
    screen = console()
    tables = len(made.state.tables)
    people = len(made.state.students)
    who = f"{people} student{'s' * (people > 1)} at {tables} table{'s' * (tables > 1)}"
    head = f"{plan.title}: {who}, rehearsed in {seconds:.0f} s"
    screen.print(head)
    names = named(made)
    screen.print(outcome_table(found, names))
    for each in found.contrasts:
        if each.measure in ("depth", "carried_out") and isinstance(each.found, Contrast):
            screen.print(told_of(each, each.found, names), soft_wrap=True)
    for fault in found.faults:
        screen.print(f"Not measured: {fault}", soft_wrap=True)


def outcome_table(found: Findings, names: Mapping[str, str]) -> Table:
    """Return how the tables of each round and forum ended."""
    table = Table(title="How the tables ended", title_justify="left")
    for heading in ("round", "forum", "tables", "ended"):
        table.add_column(heading)
    for heading in ("points left", "above AI"):
        table.add_column(heading, justify="right")
    ranks: dict[tuple[int, int], float] = {}
    for runs in found.runs:
        ranks |= {place: percent for place, (_, percent) in runs.tables["depth"].items()}
    for chart in found.charts:
        key = (chart.round, chart.configuration, chart.forum)
        here = [each for each in found.results if each.key == key]
        counts = {word: sum(each.outcome == word for each in here) for word in OUTCOMES[:0:-1]}
        left = [each.left for each in here if each.left is not None]
        rank = [ranks[each.round, each.table] for each in here if (each.round, each.table) in ranks]
        table.add_row(
            str(chart.round),
            names[chart.forum],
            str(len(here)),
            ", ".join(f"{count} {word}" for word, count in counts.items() if count),
            f"{mean(left):.0f}" if left else "",
            f"{mean(rank):.0f} %" if rank else "",
        )
    return table


def mean(values: Sequence[float]) -> float:
    """Return the mean of some values."""
    return sum(values) / len(values)


def named(made: Rehearsal) -> dict[str, str]:
    """Return the short names of all forums and sets of forums that were played."""
    names: dict[str, str] = {}
    for world in {each.configuration: each.world for each in made.plays}.values():
        names[world.configuration] = world.scenario.configurations[world.configuration]
        names |= {forum: world.short("forum", forum) for forum in world.forums}
    return names


def told_of(each: Compared, found: Contrast, names: Mapping[str, str]) -> str:
    """Return a comparison in a sentence."""
    what = {"depth": "Depth of the text", "carried_out": "Share carried out"}[each.measure]
    first, second = names[each.first], names[each.second]
    start = f"{what}: {found.first:.2f} ({first}), {found.second:.2f} ({second});"
    if found.verdict == FEW:
        return f"{start} too few tables to tell."
    span = f"difference {found.difference:+.2f}, 95 % from {found.low:+.2f} to {found.high:+.2f}"
    return f"{start} {span}{', so it cannot be told' * (found.verdict == OPEN)}."


def account(
    plan: Plan, made: Rehearsal, found: Findings, seconds: float, links: dict[str, str]
) -> dict[str, Any]:
    """Return a rehearsal as plain data."""
    return {
        "plan": plan.id,
        "students": len(made.state.students),
        "tables": len(made.state.tables),
        "entries": len(made.entries),
        "seconds": round(seconds, 1),
        "links": links,
        "results": plain(found.results),
        "contrasts": plain(found.contrasts),
        "runs": plain(found.runs),
        "faults": list(found.faults),
    }
