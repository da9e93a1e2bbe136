"""A visitor of a page of Solara's is spoken to in one language for as long as it is open."""

import pytest
import solara
import solara.lab

import ui.language
from scenarios.spoken import KEPT_AS
from ui.language import arrived, visitor


@pytest.fixture
def came(monkeypatch):
    """Let a visitor come, with what their browser accepts and keeps."""

    def coming(accepted, **cookies):
        monkeypatch.setattr(ui.language.kernel_context, "has_current_context", lambda: True)
        monkeypatch.setattr(ui.language, "FOUND", solara.reactive(""))
        monkeypatch.setattr(solara.lab, "headers", solara.reactive(accepted))
        monkeypatch.setattr(solara.lab, "cookies", solara.reactive(cookies or None))

    return coming


@pytest.mark.parametrize(
    ("accepted", "cookies", "language"),
    [
        ({"accept-language": ["ja,en;q=0.5"]}, {}, "ja"),
        ({"accept-language": ["fr"]}, {}, "en"),
        ({"accept-language": ["ja"]}, {KEPT_AS: "en"}, "en"),
        ({"accept-language": ["en"]}, {KEPT_AS: "ja"}, "ja"),
        ({"accept-language": ["en"]}, {KEPT_AS: "<b>"}, "en"),
        ({}, {}, "en"),
        (None, {}, "en"),
    ],
)
def test_what_somebody_chose_outdoes_what_their_browser_accepts(came, accepted, cookies, language):
    came(accepted, **cookies)
    assert visitor() == language


def test_a_page_stays_in_its_language_whatever_is_chosen_on_another(came):
    came({"accept-language": ["ja"]})
    assert visitor() == "ja"
    solara.lab.cookies.value = {KEPT_AS: "en"}
    assert visitor() == "ja"


def test_nobody_is_there_without_a_page():
    assert visitor() == ""


@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("lang=ja", "ja"),
        ("scenario=two-tracks&lang=JA", "ja"),
        ("lang=tlh", "en"),
        ("lang=", "en"),
        (None, "en"),
    ],
)
def test_what_the_address_says_outdoes_what_somebody_chose(came, query, language):
    came({"accept-language": ["fr"]}, **{KEPT_AS: "en"})
    arrived(query)
    assert visitor() == language
