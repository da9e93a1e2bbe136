"""What the pages of a class are sent: their own files alone, and every component and word."""

import json
import re
from html.parser import HTMLParser

import pytest

from ui.classroom import shipping
from ui.classroom.screens import SCREENS
from ui.classroom.vue_file import SHELVES, vue_file
from ui.words.catalogue import words

OURS = ("join", "student", "home")


class Seen(HTMLParser):
    """The addresses, scripts and attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.attributes: set[str] = set()
        self.inline: list[str] = []
        self.inside = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.attributes |= set(given)
        self.addresses += [given[key] for key in ("src", "href") if key in given]
        self.inside = tag if tag in ("script", "style") and "src" not in given else ""
        if self.inside and given.get("type") == "application/json":
            self.inside = "data"

    def handle_data(self, data):
        if data.strip() and self.inside in ("script", "style"):
            self.inline.append(data)


@pytest.mark.parametrize("screen", SCREENS)
def test_a_page_asks_only_for_files_that_are_shipped_under_its_prefix(screen):
    page = Seen(shipping.page(screen, base="/p1"))
    assert page.inline == []
    assert not {each for each in page.attributes if each.startswith("on") or each == "style"}
    assert len(page.addresses) == 5
    for address in page.addresses:
        assert address.startswith("/p1/page/")
        found = shipping.shipment(address.removeprefix("/p1/page/"))
        assert found is not None
        assert len(found.content) < 200_000


def test_what_is_not_shipped_is_not_found():
    for name in ("", "x.js", "../shipping.py", "page.html"):
        assert shipping.shipment(name) is None


def test_data_cannot_end_its_block():
    page = shipping.page("student", {"nick": "</script><script>alert(1)</script>"})
    assert "</script><script>alert" not in page
    data = re.search(r'<script type="application/json" id="given">(.*?)</script>', page)[1]
    assert json.loads(data)["nick"] == "</script><script>alert(1)</script>"


def test_a_changed_file_has_another_name():
    one = shipping.named("a.js", "text/javascript", b"1")
    other = shipping.named("a.js", "text/javascript", b"2")
    assert one.name != other.name
    assert re.fullmatch(r"a\.[0-9a-f]{12}\.js", one.name)


def templates(screen: str) -> dict[str, str]:
    chosen = SCREENS[screen]
    return {name: vue_file(name).template for name in (*chosen.parts, chosen.name)}


@pytest.mark.parametrize("screen", SCREENS)
def test_every_component_that_is_used_comes_along(screen):
    there = {f"c-{vue_file(name).name}" for name in templates(screen)}
    for name, template in templates(screen).items():
        used = set(re.findall(r"<(c-[a-z-]+)", template))
        assert used <= there, name


@pytest.mark.parametrize("screen", OURS)
def test_every_word_that_is_used_is_there(screen):
    said = shipping.spoken(screen, "en")
    for name, template in templates(screen).items():
        path = SHELVES[0] / f"{name}.vue"
        if not path.is_file():
            continue
        for used in re.findall(
            r"(?<![\w.])(?:this\.)?t\.([a-z_]+(?:\.[a-z_]+)*)", path.read_text()
        ):
            found = said["class"]
            for key in used.split("."):
                if isinstance(found, str):
                    break  # what follows is a method of the text
                assert key in found, f"{name}: t.{used}"
                found = found[key]
        for used in re.findall(r"words\.((?:play|watch|questionnaires)(?:\.[a-z_]+)*)", template):
            found = said
            for key in used.split("."):
                assert key in found, f"{name}: words.{used}"
                found = found[key]


def test_the_words_of_a_page_are_those_of_its_catalogues():
    said = shipping.spoken("student", "en")
    assert next(iter(said)) == "class"
    assert said["play"].keys() == {"turn", "reasons", "feed", "brief"}
    assert said["play"]["turn"] == words("play")["turn"]


def test_properties_and_events_are_those_of_the_function_beside():
    turn = vue_file("turn")
    assert list(turn.properties) == ["t", "reasons", "turn", "first"]
    assert turn.events == ("move",)
    assert vue_file("notice").properties == {"text": None, "calm": False}
    assert vue_file("top").properties == {}


def test_a_component_that_is_nowhere_is_named():
    with pytest.raises(FileNotFoundError, match=r"nowhere\.vue"):
        vue_file("nowhere")
