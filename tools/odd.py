"""Write the tables of docs/ODD.md that follow from the code and the scenario files.

``python -m tools.odd`` renews them in place. Everything else in that file is written by hand.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from scenarios.arrange import arrange
from scenarios.figures import Figure
from scenarios.load import catalogue, library, load
from scenarios.ranges import toml_name
from sim.rules.block import Field, fields
from sim.rules.params import Params
from sim.rules.state import State

HOUSE = Path(__file__).parents[1]
ODD = HOUSE / "docs" / "ODD.md"
BASELINE = "economic-2-plus-2"
COUNTED = ("n_forums", "n_sides", "n_agencies", "n_items", "n_events", "n_effects", "n_pressures")
TIES = ("agenda", "side", "posture", "pressure_side", "effect_event", "effect_kind", "effect_on")
STRUCTURE = (*COUNTED, *TIES, "effect_of")
"""Fields that a scenario file states as lists and names, not as figures."""
Figures = dict[str, list[Figure]]


def figures_of(name: str, stated: bool = True) -> Figures:
    """Return the figures behind each field of ``Params`` in a shipped scenario.

    Those that files state, or else those that the loader puts in place of what no file states.
    """
    found: Figures = {}
    for entry in arrange(load(name)).ledger.values():
        if entry.cells and entry.stated == stated:
            found.setdefault(entry.cells[0][0], []).append(entry.figure)
    return found


def spelt(value: float | str) -> str:
    """Return a value as the table shows it."""
    return value if isinstance(value, str) else f"{value:g}".replace("-", "−")


def span(values: list[float]) -> str:
    """Return the smallest and the largest of some numbers, or the one there is."""
    low, high = spelt(min(values)), spelt(max(values))
    return low if low == high else f"{low} to {high}"


def values_of(figures: list[Figure]) -> str:
    """Return what some figures are: a number, a span, or words."""
    numbers = [each.value for each in figures if not isinstance(each.value, str)]
    words = sorted({each.value for each in figures if isinstance(each.value, str)})
    told = ", ".join([*([span(numbers)] if numbers else []), *words])
    return told if len(figures) == 1 else f"{told} ({len(figures)})"


def room_of(figures: list[Figure]) -> str:
    """Return the room that sweeps give to some figures."""
    ends = [end for each in figures for end in (each.low, each.high) if end is not None]
    words = sorted({word for each in figures for word in each.choices or ()})
    return ", ".join([*([span(ends)] if ends else []), *words]) or "fixed"


def origin_of(figures: list[Figure]) -> str:
    """Return what some figures rest on: how many of each basis, and their sources."""
    bases = Counter(each.basis for each in figures)
    sources = sorted({each.source for each in figures if each.source})
    if len(figures) == 1:
        each = figures[0]
        at = ", ".join(map(str, each.at or ()))
        return " ".join(filter(None, (each.basis, each.source, at)))
    told = ", ".join(f"{basis} {count}" for basis, count in sorted(bases.items()))
    return f"{told}; {', '.join(sources)}" if sources else told


def table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    """Return a table in Markdown."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def axes_of(field: Field) -> str:
    """Return a field's axes, a dot for a single number."""
    return field.axes or "·"


def state_rows() -> Iterator[tuple[str, ...]]:
    """Yield the table of state variables."""
    for each in fields(State):
        kind = "whole" if each.whole else "real"
        yield f"`{each.name}`", axes_of(each), kind, each.unit, each.meaning


def parameter_rows() -> Iterator[tuple[str, ...]]:
    """Yield the table of parameters: the baseline's values, the room over all scenarios."""
    every = [figures_of(name) for name in catalogue()]
    baseline, silent = figures_of(BASELINE), figures_of(BASELINE, stated=False)
    for each in fields(Params):
        several = [figure for found in every for figure in found.get(each.name, ())]
        here = baseline.get(each.name, [])
        if each.name in STRUCTURE:
            told = ("by the file", "–", "structure")
        elif here:
            told = (values_of(here), room_of(several), origin_of(here))
        else:
            resting = silent.get(each.name, [])
            value = values_of(resting[:1]) if resting else "0"
            told = (value, "fixed", "imported domains only")
            if several:
                told = (value, room_of(several), f"other scenarios: {origin_of(several)}")
            elif each.name == "role0":
                told = (values_of(resting), "seats of the forum", "structure")
        kind = "whole" if each.whole else "real"
        name = f"`{each.name}`"
        if toml_name(each.name) != each.name:
            name += f" (file: `{toml_name(each.name)}`)"
        yield name, axes_of(each), kind, each.unit or "as its effect", each.meaning, *told


def state_table() -> str:
    """Return the table of state variables."""
    return table(("Variable", "Axes", "Type", "Unit or range", "Meaning"), state_rows())


def parameter_table() -> str:
    """Return the table of parameters."""
    head = ("Parameter", "Axes", "Type", "Unit", "Meaning", "Baseline", "Range analyzed", "Origin")
    return table(head, parameter_rows())


def literature(text: str) -> str:
    """Return the works that a text cites by key."""
    works = library().sources
    cited = [key for key in sorted(works) if f"`{key}`" in text and works[key].year]
    lines = (
        f"- `{key}`: {each.author} ({each.year}). {each.title}. {each.venue}."
        for key in cited
        for each in [works[key]]
    )
    return "\n".join(lines)


TABLES: dict[str, Callable[[str], str]] = {
    "state": lambda text: state_table(),
    "parameters": lambda text: parameter_table(),
    "literature": literature,
}


def renewed(text: str) -> str:
    """Return the document with its tables made anew."""
    for name, made in TABLES.items():
        block = rf"(<!-- made: {name} -->\n).*?(<!-- end -->)"
        told = made(text)
        text, count = re.subn(block, lambda m, t=told: f"{m[1]}\n{t}\n\n{m[2]}", text, flags=re.S)
        if count != 1:
            raise ValueError(f"{ODD.name} has {count} places for the table {name!r}, not one")
    return text


if __name__ == "__main__":
    ODD.write_text(renewed(ODD.read_text("utf-8")), "utf-8")
