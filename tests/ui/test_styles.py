"""Parts that may come together on one page do not rule one another's looks."""

import re
from pathlib import Path

import pytest

from ui.classroom.screens import SCREENS
from ui.classroom.vue_file import block, vue_file

PARTS = sorted((Path(__file__).parents[2] / "ui" / "parts").glob("*.vue"))
TOLD = re.compile(r"/\*.*?\*/", re.DOTALL)
CHOSEN = re.compile(r"([^{}]+)\{")
ALONE = re.compile(r"(?:\.page )?\.([\w-]+)")
COMMA = re.compile(r",(?![^(]*\))")
STYLES = {"pages": {path.stem: block("style", path.read_text("utf-8")) for path in PARTS}} | {
    name: {part: vue_file(part).style for part in (*screen.parts, name)}
    for name, screen in SCREENS.items()
}
"""By pages: those of Solara keep the style of every part that a visitor has seen."""


def own(style: str) -> set[str]:
    """Return the classes that a style rules wherever they are.

    >>> sorted(own("@media print { .a, .page .b { x: y } } .c .d { x: y } .e.is-on { x: y }"))
    ['a', 'b']
    """
    groups = CHOSEN.findall(TOLD.sub("", style))
    several = [each.strip() for group in groups for each in COMMA.split(group)]
    return {found[1] for each in several if (found := ALONE.fullmatch(each))}


@pytest.mark.parametrize("page", STYLES)
def test_no_class_is_ruled_by_two_parts(page):
    owners: dict[str, list[str]] = {}
    for part, style in STYLES[page].items():
        for each in own(style):
            owners.setdefault(each, []).append(part)
    assert {each: parts for each, parts in owners.items() if len(parts) > 1} == {}
