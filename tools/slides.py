"""Slides to project: one HTML page for each Markdown file in ``docs/teach/slides``.

A line of ``---`` ends a slide, and a quotation is what the teacher may say to it. A deck is one
file that asks nothing of the network; a browser prints it, one slide to a page.
"""

import re
from html import escape
from pathlib import Path
from string import Template

import markdown

FOLDER = "teach/slides"
DECKS = Path(__file__).parents[1] / "docs" / FOLDER
BREAK = re.compile(r"^---$", re.M)
FRAME = Path(__file__).with_name("slides.html")
KEYS = {
    "en": "← → move · N what to say · F full screen · print: one slide to a page",
    "ja": "← → で移動 ・ N で話すこと ・ F で全画面 ・ 印刷は一枚に一画面",
}
"""What the keys do, by language."""


def slides(text: str) -> list[str]:
    r"""Return the slides of a deck, as Markdown.

    Examples
    --------
    >>> slides("# One\n\n---\n\n## Two\n")
    ['# One', '## Two']
    """
    return [each.strip() for each in BREAK.split(text)]


def language(name: str) -> str:
    """Return the language of a deck, going by its name.

    >>> language("before-play.ja.md"), language("before-play.md")
    ('ja', 'en')
    """
    return "ja" if name.endswith(".ja.md") else "en"


def deck(text: str, spoken: str) -> str:
    """Return a deck as one page of HTML."""
    made = [
        f'<section id="s{n}">{body(each)}<footer>{n}</footer></section>'
        for n, each in enumerate(slides(text), 1)
    ]
    title = text.lstrip().splitlines()[0].lstrip("# ")
    page = Template(FRAME.read_text("utf-8"))
    return page.substitute(
        language=spoken, title=escape(title), keys=KEYS[spoken], slides="\n".join(made)
    )


def body(slide: str) -> str:
    """Return one slide as HTML, what to say to it apart from what is shown."""
    made = markdown.markdown(slide, extensions=["tables", "attr_list"])
    return made.replace("<blockquote>", '<aside class="say">').replace("</blockquote>", "</aside>")


def decks() -> dict[str, str]:
    """Return every deck by the address it has in the site."""
    found = sorted(DECKS.glob("*.md"))
    return {
        f"{FOLDER}/{each.stem}.html": deck(each.read_text("utf-8"), language(each.name))
        for each in found
    }
