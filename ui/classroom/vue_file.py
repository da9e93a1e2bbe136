"""A component's file taken apart, so that it also works on a page without Solara.

The components under ``ui/parts`` are written for Solara, which hands each its properties and
events by the signature of a Python function beside it. Here that signature is read instead, so
one file serves both kinds of page.
"""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

UI = Path(__file__).parents[1]
SHELVES = (UI / "classroom" / "parts", UI / "parts")
"""Where components lie; the first that has a name is taken."""
EVENT = "event_"
BLOCK = "(?ms)^<{0}[^>]*>\n?(.*)^</{0}>"


@dataclass(frozen=True)
class VueFile:
    """One component.

    Parameters
    ----------
    properties : mapping of str to object
        Its properties by their defaults, none where it says what they are in its script.
    events : tuple of str
        Methods that its template and script may call to tell its parent something.
    """

    name: str
    template: str
    script: str
    style: str
    properties: dict[str, object]
    events: tuple[str, ...]

    @property
    def code(self) -> str:
        """The call that makes the browser know the component."""
        parts = (self.name, self.template, self.properties, self.events)
        given = ", ".join(json.dumps(each, ensure_ascii=False) for each in parts)
        return f"communique.part({given}, function (module) {{\n{self.script}\n}});\n"


@cache
def vue_file(name: str) -> VueFile:
    """Return a component by the name of its file.

    Raises
    ------
    FileNotFoundError
        Where no shelf has it.
    """
    for shelf in SHELVES:
        path = shelf / f"{name}.vue"
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            properties, events = signature(path.with_suffix(".py"))
            return VueFile(
                name.replace("_", "-"),
                block("template", text).strip(),
                block("script", text),
                block("style", text),
                properties,
                events,
            )
    raise FileNotFoundError(f"no component {name}.vue in {', '.join(map(str, SHELVES))}")


def block(tag: str, text: str) -> str:
    r"""Return what stands between the outermost tags of a kind.

    >>> block("style", "<template>\n<p></p>\n</template>\n<style id='a'>\nb {}\n</style>\n")
    'b {}\n'
    """
    found = re.search(BLOCK.format(tag), text)
    return found[1] if found else ""


def signature(path: Path) -> tuple[dict[str, object], tuple[str, ...]]:
    """Return properties with their defaults and events of the component in a Python file."""
    if not path.is_file():
        return {}, ()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [each for each in tree.body if isinstance(each, ast.FunctionDef)]
    given = next(each for each in functions if each.decorator_list).args
    defaults = dict(
        zip((each.arg for each in reversed(given.args)), reversed(given.defaults), strict=False)
    )
    names = [each.arg for each in given.args]
    return (
        {name: literal(defaults.get(name)) for name in names if not name.startswith(EVENT)},
        tuple(name.removeprefix(EVENT) for name in names if name.startswith(EVENT)),
    )


def literal(default: ast.expr | None) -> object:
    """Return a default that is written out; None where it is computed, or there is none."""
    return default.value if isinstance(default, ast.Constant) else None
