"""A scene: one case of a sweep, with the factors that vary in it.

What a case sets does not vary in it, so an arm stays what it is; nor does what it lacks, such as
the seats of another forum.
"""

from dataclasses import dataclass
from functools import cached_property

from scenarios.arrange import arrange, ledger_of, write_structure
from scenarios.cast import Cast, cast_of
from scenarios.changes import applied, named_agencies
from scenarios.ledger import Entry, write
from scenarios.paths import Change
from scenarios.scenario import Scenario
from scenarios.world import World, world_on
from sim.rules.block import Floats, empty_block
from sim.rules.params import Params
from sim.sweep.cases import Case
from sim.sweep.factors import Factor, moves_seats
from sim.sweep.patch import Patch
from sim.sweep.seating import Seating


@dataclass(frozen=True, eq=False)
class Scene:
    """A case of a scenario, and the factors of the sweep."""

    scenario: Scenario
    case: Case
    factors: tuple[Factor, ...]

    @cached_property
    def cast(self) -> Cast:
        """Return who takes part: whom any row seats takes part in all."""
        forums = self.scenario.library.configurations[self.case.forum].forums
        moved = [
            Change(factor.path, "")
            for factor in self.factors
            if factor.seating
            and (not factor.path.startswith("role.") or factor.path.split(".")[1] in forums)
        ]
        named = named_agencies(self.scenario, (*self.case.changes, *moved))
        return cast_of(self.scenario, self.case.forum, named)

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Return the ledger as the files have it."""
        return ledger_of(self.scenario, self.cast)

    @cached_property
    def ledger(self) -> dict[str, Entry]:
        """Return the ledger as the case has it.

        Raises
        ------
        ScenarioError
            With a problem for every change of the case that cannot be made.
        """
        return applied(self.entries, self.case.changes)

    @cached_property
    def held(self) -> frozenset[str]:
        """Return the single paths that the case sets itself."""
        covered = (self.ledger[each.path].covers or (each.path,) for each in self.case.changes)
        return frozenset(path for paths in covered for path in paths)

    @cached_property
    def varied(self) -> tuple[int, ...]:
        """Return which of the factors vary here."""
        return tuple(
            j
            for j, factor in enumerate(self.factors)
            if (entry := self.ledger.get(factor.path))
            and not self.held.issuperset(entry.covers or (entry.path,))
        )

    @cached_property
    def seating(self) -> Seating:
        """Return who sits where, by the factors that move seats."""
        entries = {path: entry for path, entry in self.entries.items() if moves_seats(path)}
        own = tuple(change for change in self.case.changes if change.path in entries)
        factors = (self.factors[j] for j in self.varied)
        movers = tuple(factor for factor in factors if factor.path in entries)
        return Seating(self.scenario, self.cast, entries, own, movers)

    @cached_property
    def world(self) -> World:
        """Return the world of the case; where factors move seats, each row has its own."""
        if not self.seating.factors:
            return arrange(self.scenario, self.case.forum, self.case.changes)
        block = empty_block(Params)
        write_structure(block, self.scenario, self.cast)
        write(block, self.ledger.values())
        return world_on(self.scenario, self.case.forum, self.cast, self.ledger, block)

    @cached_property
    def patch(self) -> Patch:
        """Return how the factors change the world."""
        return Patch(self.world, self.factors, self.varied, self.held, self.seating)

    def changes(self, values: Floats) -> tuple[Change, ...]:
        """Return the changes with which ``arrange`` makes the world of a row.

        Parameters
        ----------
        values : array, shape (D,)
            As ``Factor.at`` has them.
        """
        factors = ((self.factors[j], float(values[j])) for j in self.varied)
        varied = (Change(factor.path, factor.value(value)) for factor, value in factors)
        return (*varied, *self.case.changes)
