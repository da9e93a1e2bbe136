"""The page that lies on top of an export: what is in it, and what every column means."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill

from classroom.debrief.findings import Findings
from classroom.export.sheet import Sheet
from classroom.said import said
from classroom.state import ClassState
from classroom.told import title_of
from scenarios.spoken import speaking
from scenarios.tongue import OWN

WIDTH, NAME = 88, 24
"""Columns of a line, and of the name in it."""
FILES = (
    ("manifest.json", "what is here, with a SHA-256 of every file"),
    ("class.jsonl", "the log of the class, entry by entry, without anybody's keys"),
    ("plan.json", "the lesson plan"),
    ("games/", "the log of every game; those taken back by the teacher too"),
    ("scenarios/", "the scenario, with all it is read from, as it was that day"),
    ("statements/", "the joint statements as text, and how each capital would tell them"),
    ("statements.html", "the same, to be read or printed"),
    ("debrief.json", "all that the slides of the debrief showed"),
)
MEASURES = (
    ("depth", "mean level of all items of the agenda, 0..4; one without commitment counts 0"),
    ("items", "items committed to"),
    ("carried_out", "share of the statements carried out by the end of the run, 0..1"),
    ("joint_value", "worth of what was carried out to all sides together"),
    ("agreed", "1 where every forum came to a text with commitments"),
)
PAGE = {
    "title": "{title}: a class of {count}",
    "files": "Files",
    "sheets": "Sheets are CSV in UTF-8; a text that begins like a formula has an apostrophe.",
    "measures": "Measures",
    "columns": "Columns",
    "list": ", ",
    "runs": "{count} of {configuration}",
    "none": "none yet",
    "again": """Play it again:

  communique class replay {name}
  communique replay games/round-1/table-01.jsonl --scenario scenarios

The first checks every file, plays every game and compares every state, and makes the class
and every sheet again from its log; the second tells one game month by month. Both need this
ZIP alone, whatever scenarios are installed.

No line leads back into the class: keys, personal codes and their fingerprints are left out,
and so is who had extra time. Names are those that students gave.""",
    "method": """\
Intervals are 95 %. Two forums are compared by the exact permutation test over tables;
the interval holds every difference that the test does not reject. It is empty where there are
too few tables for any (fewer than four against four, or three against five). Shares have
Newcombe's interval and Fisher's exact probability. AI runs are the same worlds with AI in
every seat, under other chances: {runs}.""",
}
"""What the page says, part by part."""


def readme(state: ClassState, sheets: Sequence[Sheet], found: Findings, language: str = OWN) -> str:
    """Return the page in a language."""
    page = {key: english if language == OWN else said("page", key, language)
            for key, english in PAGE.items()}  # fmt: skip
    with speaking(language):
        lesson = title_of(state.plan)
    title = page["title"].format(title=lesson, count=len(state.students))
    runs = page["list"].join(
        page["runs"].format(count=each.runs, configuration=each.configuration)
        for each in found.runs
    )
    name = f"class-{state.code}.zip"

    def line(name: str, kind: str, english: str) -> str:
        return listed(name, said(kind, english, language), language)

    parts = [title, "=" * len(title), "", page["again"].format(name=name)]
    parts += headed(page["files"])
    parts += [line(name, "file", means) for name, means in FILES]
    parts += [line(f"{each.name}.csv", "sheet", each.about) for each in sheets]
    parts += ["", page["sheets"]]
    parts += [*headed(page["measures"]), *(line(name, "measure", text) for name, text in MEASURES)]
    parts += ["", page["method"].format(runs=runs or page["none"]), *headed(page["columns"])]
    for each in sheets:
        parts += ["", f"{each.name}.csv"]
        parts += [line("  " + column.name, "column", column.means) for column in each.columns]
    return "\n".join(parts) + "\n"


def headed(title: str) -> list[str]:
    """Return the lines of a heading, with what sets it off."""
    return ["", title, "-" * len(title)]


def listed(name: str, means: str, language: str = OWN) -> str:
    """Return one line of a list: a name and what it means; only English is broken at spaces."""
    if language != OWN:
        return f"{name:<{NAME}}{means}"
    return fill(means, WIDTH, initial_indent=f"{name:<{NAME}}", subsequent_indent=" " * NAME)
