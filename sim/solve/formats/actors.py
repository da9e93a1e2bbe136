"""Tables of actors: who wants what on which issue, how much it matters, with what weight.

The long form has the columns issue, actor, position, salience, capability; a table on a single
issue has no column for it. The published tables of the field are of this form (thomson2006).

An issue's values are the positions that somebody takes, in rising order: on one dimension no
text between two of them, and none beyond, is needed to tell who gains from what. With salience
s, 0..1, a value is worth (1 - s * distance / range) / number of issues, so that every total
lies in 0..1 and an actor whom an issue leaves cold loses nothing on it. Saliences above 1 are
taken to be percentages. An actor without a line on an issue has salience 0 on it. No deal is
worth 0: the tables say nothing of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from sim.rules.block import Floats
from sim.solve.domain import Domain
from sim.solve.formats.actor_lines import Line, lines_of
from sim.solve.formats.chosen import FEWEST
from sim.solve.formats.files import refusal
from sim.solve.formats.made import Agenda, Party, domain_of, sized
from sim.solve.stances import Stances


@dataclass(frozen=True, eq=False, kw_only=True)
class Spatial(Domain):
    """A domain made of positions, which it keeps."""

    places: tuple[Floats, ...]
    """For each issue, the number behind each value, rising."""
    position: Floats
    """Shape (parties, issues), in the units of the file; the lowest where none is stated."""
    salience: Floats
    """Shape (parties, issues), 0..1; 0 where no position is stated."""
    capability: Floats
    """Shape (parties, issues), as in the file."""


def read(file: Path) -> Spatial:
    """Return the domain of a table.

    Raises
    ------
    ScenarioError
        Where a column is missing, a number is none, or an actor has two lines on an issue.
    """
    lines = lines_of(file)
    actors = tuple(dict.fromkeys(line.actor for line in lines))
    issues = tuple(dict.fromkeys(line.issue for line in lines))
    if len(actors) < FEWEST:
        raise refusal(file, "actor", f"{len(actors)} actor(s)", f"at least {FEWEST}")
    cells = {(line.actor, line.issue): line for line in lines}
    places = tuple(np.unique([x.position for x in lines if x.issue == i]) for i in issues)
    names = tuple(tuple(label(each) for each in row) for row in places)
    agenda = sized(Agenda(file.stem, issues, names), file)
    lowest = tuple(float(row[0]) for row in places)
    position = table(actors, issues, cells, "position", lowest)
    salience = table(actors, issues, cells, "salience") / scale(lines, file)
    domain = domain_of(
        agenda, [party(a, p, places, position, salience) for p, a in enumerate(actors)]
    )
    capability = table(actors, issues, cells, "capability")
    given = {each.name: getattr(domain, each.name) for each in fields(domain)}
    given["stances"] = stances(position, salience, capability, places)
    return Spatial(
        **given, places=places, position=position, salience=salience, capability=capability
    )


def stances(
    position: Floats, salience: Floats, capability: Floats, places: tuple[Floats, ...]
) -> Stances:
    """Return the table as the forecasts take it: one capability for each actor.

    Where an actor's capability differs between issues, its largest stands, and on the others
    its salience is lower in proportion: the product, its weight on the issue, is the table's.
    """
    most = capability.max(axis=1)
    share = capability / np.where(most > 0.0, most, 1.0)[:, np.newaxis]
    return Stances(position, salience * share, most, places)


def label(place: float) -> str:
    """Return a position as the name of a value.

    Examples
    --------
    >>> label(4.0), label(7.25)
    ('4', '7.25')
    """
    return repr(float(place)).removesuffix(".0")


def scale(lines: Sequence[Line], file: Path) -> float:
    """Return what saliences are shares of: 1, or 100 where they are percentages."""
    most = max(line.salience for line in lines)
    if most > 100:
        raise refusal(file, "salience", f"{most:g}", "from 0 to 1, or to 100")
    return 100.0 if most > 1 else 1.0


def table(
    actors: Sequence[str],
    issues: Sequence[str],
    cells: Mapping[tuple[str, str], Line],
    name: str,
    unstated: Sequence[float] | None = None,
) -> Floats:
    """Return one column of the lines as an array, shape (actors, issues)."""
    made = np.zeros((len(actors), len(issues)))
    for a, actor in enumerate(actors):
        for i, issue in enumerate(issues):
            line = cells.get((actor, issue))
            made[a, i] = getattr(line, name) if line else unstated[i] if unstated else 0.0
    return made


def party(
    actor: str, p: int, places: Sequence[Floats], position: Floats, salience: Floats
) -> Party:
    """Return the party that an actor is."""
    scores = []
    for i, row in enumerate(places):
        width = float(row[-1] - row[0]) or 1.0
        loss = salience[p, i] * np.abs(row - position[p, i]) / width
        scores.append(tuple(float(each) for each in (1.0 - loss) / len(places)))
    return Party(actor, tuple(scores), 0.0)
