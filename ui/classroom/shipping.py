"""What a page of the class is sent: its HTML, two scripts, a style sheet, and nothing else.

Scripts and style sheets carry a digest of themselves in their address, so a browser may keep
them for ever, and 300 phones ask for each once.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import NamedTuple

from classroom.web.parts import Ready
from scenarios.tongue import LANGUAGES
from ui.classroom.screens import SCREENS
from ui.classroom.vue_file import UI, VueFile, vue_file
from ui.words.catalogue import DEFAULT, words

HERE = Path(__file__).parent
PLACE = "/page"
"""Where the server answers for ``shipment``, below its own prefix."""
SCRIPTS = (
    *(HERE / "assets" / name for name in ("link.js", "loader.js")),
    UI / "assets" / "chart.js",
)
VUE = UI / "vendor" / "vue@2.7.16" / "vue.min.js"
SCRIPT, STYLE = "text/javascript", "text/css"


class Shipment(NamedTuple):
    """A file as it is sent."""

    name: str
    kind: str
    content: bytes


def page(screen: str, given: dict | None = None, base: str = "", language: str = DEFAULT) -> str:
    """Return the HTML of a page.

    Parameters
    ----------
    screen : str
        A key of ``SCREENS``.
    given : dict, optional
        What its root component gets as ``given``: JSON. With ``see`` it is shown that.
    base : str
        Path prefix of this server, such as ``/p0``.
    """
    script, style = shipped(screen, language)
    text = words(SCREENS[screen].words[0], language)
    plain = {"title": text["title"], "old": text["old"], "lang": language, "screen": screen}
    where = {
        "script": f"{base}{PLACE}/{script.name}",
        "style": f"{base}{PLACE}/{style.name}",
        "icon": f"{base}{PLACE}/{icon().name}",
        "check": f"{base}{PLACE}/{check().name}",
        "vue": f"{base}{PLACE}/{vue().name}",
    }
    # a closing tag inside the data would end it early
    own = {"base": base, "live": SCREENS[screen].live, "lang": language, "languages": LANGUAGES}
    told = {**own, **(given or {})}
    data = json.dumps(told, ensure_ascii=False, default=opened).replace("<", "\\u003c")
    gaps = {key: escape(value) for key, value in {**plain, **where}.items()}
    return Template(read(HERE / "page.html")).substitute(gaps, given=data)


def opened(part: Ready) -> object:
    """Return a part that was written already."""
    return json.loads(part.json)


def shipment(name: str) -> Shipment | None:
    """Return a file by its name, or nothing where there is no such file."""
    return stock().get(name)


@cache
def stock() -> dict[str, Shipment]:
    """Return every file of every page."""
    pages = [shipped(screen, language) for screen in SCREENS for language in LANGUAGES]
    every = [vue(), check(), icon(), *(each for page in pages for each in page)]
    return {each.name: each for each in every}


@cache
def vue() -> Shipment:
    """Return Vue, which every page has in common."""
    return named("vue.js", SCRIPT, VUE.read_bytes())


@cache
def check() -> Shipment:
    """Return the script that says so where a browser is too old."""
    return named("check.js", SCRIPT, (HERE / "assets" / "check.js").read_bytes())


@cache
def icon() -> Shipment:
    """Return the icon of the browser's tab."""
    return named("icon.svg", "image/svg+xml", (UI / "assets" / "favicon.svg").read_bytes())


@cache
def shipped(screen: str, language: str = DEFAULT) -> tuple[Shipment, Shipment]:
    """Return script and style sheet of a page."""
    chosen = SCREENS[screen]
    parts = [vue_file(name) for name in (*chosen.parts, chosen.name)]
    return (
        named(f"{screen}.js", SCRIPT, script(screen, parts, language).encode()),
        named(f"{screen}.css", STYLE, style(parts).encode()),
    )


def named(name: str, kind: str, content: bytes) -> Shipment:
    """Return a file that has its digest in its name."""
    stem, _, ending = name.partition(".")
    return Shipment(f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{ending}", kind, content)


def script(screen: str, parts: list[VueFile], language: str) -> str:
    """Return the page's script: link, loader, words, components, and the start."""
    said = json.dumps(spoken(screen, language), ensure_ascii=False)
    return "\n".join(
        [
            *(read(place) for place in SCRIPTS),
            f"communique.words = {said};",
            *(each.code for each in parts),
            f"communique.start({json.dumps(screen)});\n",
        ]
    )


def spoken(screen: str, language: str) -> dict:
    """Return the words of a page by catalogue."""
    found: dict = {}
    for each in SCREENS[screen].words:
        catalogue, _, table = each.partition(".")
        if table:
            found.setdefault(catalogue, {})[table] = words(catalogue, language)[table]
        else:
            found[catalogue] = words(catalogue, language)
    return found


def style(parts: list[VueFile]) -> str:
    """Return the page's style sheet: the ground of all pages, the class's, the components'."""
    grounds = (UI / "assets" / "custom.css", HERE / "assets" / "class.css")
    return "\n".join([*(read(each) for each in grounds), *(each.style for each in parts)])


def read(path: Path) -> str:
    """Return the text of a file of ours."""
    return path.read_text(encoding="utf-8")
