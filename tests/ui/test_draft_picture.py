import json
from dataclasses import replace

import pytest

from scenarios.load import phrases
from sim.play.phrases import sentence
from sim.rules.codes import REASONS
from tests.ui.scenes import ADOPTED, forum, scene
from ui.pictures.draft import draft
from ui.pictures.words import reason
from ui.words.catalogue import words


def paper(month):
    picture = scene(month)
    return draft(picture.forums[0], picture)


def states(month):
    return [entry["state"] for entry in paper(month)["paragraphs"]]


def changed(place=0, month=4, **changes):
    picture = scene(month)
    lines = list(picture.forums[0].lines)
    lines[place] = replace(lines[place], **changes)
    shown = replace(picture.forums[0], lines=tuple(lines))
    return draft(shown, picture)["paragraphs"][place]


def test_brackets_close_from_month_to_month():
    assert states(0) == ["open", "open", "open", "open", "barred", "open"]
    assert states(4) == ["tabled", "tabled", "tabled", "open", "barred", "open"]
    assert states(7)[:4] == ["clean", "clean", "clean", "tabled"]
    assert states(ADOPTED) == ["adopted"] * 4 + ["barred", "dropped"]


def test_the_tally_leaves_out_what_the_table_cannot_settle():
    assert (paper(7)["agreed"], paper(7)["eligible"]) == (3, 5)
    assert (paper(ADOPTED)["agreed"], paper(ADOPTED)["eligible"]) == (4, 5)


def test_an_objection_stands_in_the_margin_with_its_side_and_reason():
    entry = paper(4)["paragraphs"][1]
    assert entry["objector"] == "METI"
    assert entry["badge"] == {"id": "jp", "name": "Japan", "short": "JP", "shape": "●", "tone": 1}
    assert entry["reason"] == "Home has not cleared it."


def test_an_old_objection_leaves_the_margin_when_the_paragraph_is_agreed():
    entry = changed(status="clean", level=2)
    assert (entry["objector"], entry["badge"], entry["reason"]) == ("", None, "")


def test_a_paragraph_without_text_says_so():
    entry = changed(status="bracketed", tabled=-1, clause="")
    assert (entry["state"], entry["text"], entry["level"]) == ("open", "Text to be agreed.", 0)


def test_level_0_is_told_by_its_label():
    entry = changed(status="bracketed", tabled=0, clause="")
    assert entry["state"] == "open"
    assert changed(status="clean", level=0, clause="")["text"] == "Each side acts alone"


def test_delivery_is_shown_per_side_once_adopted():
    us, jp = (each["badge"] for each in paper(0)["signatures"])
    assert paper(ADOPTED + 5)["paragraphs"][0]["delivered"] == [
        {"badge": us, "percent": 50, "said": "50 %", "bill": "waiting for a law"},
        {"badge": jp, "percent": 25, "said": "25 %", "bill": ""},
    ]
    assert paper(7)["paragraphs"][0]["delivered"] == []


@pytest.mark.parametrize(
    ("outcome", "stamp", "signed"),
    [
        ("under way", "Draft", False),
        ("none", "No statement", False),
        ("statement", "Issued", True),
        ("clean", "Adopted", True),
        ("full", "Adopted", True),
    ],
)
def test_every_outcome_has_its_stamp(outcome, stamp, signed):
    shown = replace(forum("first", 13, 52), outcome=outcome)
    picture = draft(shown, scene(13))
    assert (picture["stamp"], picture["signed"]) == (stamp, signed)
    assert picture["closed"] == (outcome != "under way")


def test_a_statement_keeps_its_date():
    assert paper(ADOPTED - 1)["date"] == "November 2022"
    assert paper(ADOPTED)["date"] == paper(24)["date"] == "December 2022"


def test_only_those_at_the_table_sign():
    assert [entry["seats"] for entry in paper(0)["signatures"]] == [
        "State · Commerce",
        "MOFA · METI",
    ]


def test_every_state_and_reason_has_words():
    assert set(states(0) + states(4) + states(7) + states(ADOPTED)) == set(words("watch")["states"])
    told = {sentence(words) for words in phrases()["reasons"].values()}
    assert {reason(words) for words in REASONS[1:]} <= told
    assert reason("too soon") == "Too soon."


@pytest.mark.parametrize("month", [0, 4, 7, ADOPTED, 24])
def test_a_paper_is_json(month):
    assert json.loads(json.dumps(paper(month))) == paper(month)
