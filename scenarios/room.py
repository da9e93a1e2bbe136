"""Whether a scenario fits into the fixed room of the arrays, under every configuration."""

from scenarios.cast import cast_of
from scenarios.effects import effect_rows
from scenarios.problems import Problem
from scenarios.scenario import Scenario
from sim.rules.sizes import AGENCIES, EFFECTS


def crowded(scenario: Scenario, file: str) -> list[Problem]:
    """Return a problem for every configuration under which something has no room."""
    problems = []
    for name in scenario.configurations:
        cast = cast_of(scenario, name)
        agencies, effects = len(cast.agency), len(tuple(effect_rows(scenario, cast)))
        if agencies > AGENCIES:
            found = f"{agencies} agencies under {name}"
            problems.append(Problem(file, "agenda", found, f"at most {AGENCIES}"))
        if effects > EFFECTS:
            found = f"{effects} effects under {name}"
            problems.append(Problem(file, "event", found, f"at most {EFFECTS}"))
    return problems
