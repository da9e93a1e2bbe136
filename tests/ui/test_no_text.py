"""Every text a person reads is in a message catalogue: no component holds any."""

import ast
import re
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "ui"
TEMPLATES = sorted([*UI.rglob("parts/*.vue"), *UI.rglob("classroom/*.html")])
MODULES = sorted(
    path for path in UI.rglob("*.py") if path.name != "server.py" and "vendor" not in path.parts
)
SAID = re.compile(r'(?<![:\w-])(?:aria-label|title|alt|placeholder)="([^"]*[A-Za-z][^"]*)"')
BETWEEN = re.compile(r">([^<>]*)<")
GAPS = re.compile(r"\{\{.*?\}\}|\$\w+", re.DOTALL)
LITERAL = re.compile(r"""(["'])([^"']*?[A-Za-z]{2,} [A-Za-z]{2,}[^"']*?|[A-Z][a-z]+)\1""")
SENTENCE = re.compile(r"[A-Za-z]{2,},? [a-z]{2,}|^[A-Z][a-z]{2,}")


def written(vue: str) -> list[str]:
    """Return the texts that a template holds itself."""
    template = vue.split("<script>")[0].split("<style")[0]
    template = re.sub(r"<!--.*?-->", "", template, flags=re.DOTALL)
    found = SAID.findall(template)
    found += [words for gap in GAPS.findall(template) for _, words in LITERAL.findall(gap)]
    bare = re.sub(r'"[^"]*"', '""', GAPS.sub("", template))
    return found + [
        words.strip() for words in BETWEEN.findall(bare) if re.search(r"[A-Za-z]{2}", words)
    ]


def spoken(source: str) -> list[str]:
    """Return the texts in Python code that look like something to read."""
    tree = ast.parse(source)
    silent = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            silent |= {id(node.value)}  # docstrings
        called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Raise) or called.startswith(("log.", "re.")):
            silent |= {id(each) for each in ast.walk(node)}
        if isinstance(node, ast.keyword) and node.arg in ("class_", "style_"):
            silent |= {id(each) for each in ast.walk(node)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in silent
        and SENTENCE.search(node.value)
    ]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_text(path):
    assert written(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(UI)))
def test_a_module_of_the_page_holds_no_text(path):
    allowed = {"under way", "not admissible", "forum is-behind", " is-behind", " forum__plan--many"}
    assert set(spoken(path.read_text(encoding="utf-8"))) - allowed == set()


def test_text_is_noticed():
    assert written('<template><p title="So">Go {{ on ? "Yes it is" : t.a }}</p></template>') == [
        "So",
        "Yes it is",
        "Go",
    ]
    assert spoken('"""Docs of it."""\nx = "Nothing is here."') == ["Nothing is here."]
