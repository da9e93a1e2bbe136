"""Entries of who sits where: ``role.<forum>.<agency>``, and ``seat`` and ``consult`` for all."""

from collections.abc import Iterator

from scenarios.cast import Cast
from scenarios.figures import Figure
from scenarios.ledger import Code, Entry
from scenarios.ranges import CONSULT, ROLE
from scenarios.scenario import Scenario
from scenarios.unstated import ABSENT
from sim.rules.codes import CHAIR, PRINCIPAL, ROLES


def seat_entries(scenario: Scenario, cast: Cast) -> Iterator[Entry]:
    """Yield the role of every agency at every forum, and paths that set it at several.

    ``seat.<agency>`` sets it at all forums, ``consult.<agency>`` at those that do not seat it.
    """
    for a, agency in enumerate(cast.agency):
        consulted = scenario.sheet.consulted.get(agency)
        paths, unseated = [], []
        for f, forum in enumerate(cast.forum):
            path, cell = f"role.{forum}.{agency}", ("role0", (f, a))
            seat = seat_figure(scenario, forum, agency)
            figure = seat or consulted or ABSENT
            yield Entry(path, figure, ROLE, (cell,), Code.ROLE, stated=False)
            paths.append(path)
            if not seat:
                unseated.append(path)
        first = seat_figure(scenario, cast.forum[0], agency) or consulted or ABSENT
        yield Entry(f"seat.{agency}", first, ROLE, covers=tuple(paths), stated=False)
        if unseated:
            figure = consulted or ABSENT
            stated = consulted is not None
            path = f"consult.{agency}"
            yield Entry(path, figure, CONSULT, covers=tuple(unseated), stated=stated)


def seat_figure(scenario: Scenario, forum: str, agency: str) -> Figure | None:
    """Return the role of an agency that a forum seats, with the provenance of the seats.

    The first agency of each side chairs it; the others are principals.
    """
    table = scenario.library.forums[forum]
    seats = table.seats.get(scenario.library.agencies[agency].side, ())
    if agency not in seats:
        return None
    role = ROLES[CHAIR if agency == seats[0] else PRINCIPAL]
    return table.seats_basis.model_copy(update={"value": role, "choices": None})
