"""Rare moments of the story, made by hand: a state before, a state after, the sentence due."""

import numpy as np
import pytest

from scenarios.arrange import arrange
from scenarios.load import load
from sim.play.game import Game, new_game
from sim.play.moves import CHANCE_SEAT, Move
from sim.play.story import told
from sim.rules.block import views
from sim.rules.codes import (
    ANSWER,
    CLEAN,
    CLEARANCE,
    CLEARING,
    CLOSING,
    CLOSING_UP,
    DONE,
    FULL,
    HOME_MARGIN,
    LAPSED,
    MINISTERIAL,
    NONE,
    ON_FLOOR,
    PASSED,
    PENDING,
    PUTTING,
    STATEMENT,
    WORKING,
)
from sim.rules.state import State

WORLD = arrange(load("economic-2-plus-2"))
ENERGY, CHIPS = WORLD.index("item", "I12"), WORLD.index("item", "I03")
STATE, TREASURY = WORLD.index("agency", "us-state"), WORLD.index("agency", "us-treasury")
US, JP = WORLD.index("side", "us"), WORLD.index("side", "jp")
CONSENT = Move("jp-meti", "consent")


def moment(game: Game | None = None, **fields: dict) -> Game:
    """Return a game in month 15 with some entries of its state set: field to index to value."""
    game = game or moment(new_game(WORLD), month={0: 15}, turn={0: 1})
    block = game.block.copy()
    for field, entries in fields.items():
        for index, value in entries.items():
            block[0][field][index] = value
    return Game(game.world, game.seed, game.run, block, views(State, block))


def sentences(before: Game, move: Move, after: Game) -> list[str]:
    return [each.text for each in told(before, move, after)]


def asked(question: int, **fields: dict) -> Game:
    return moment(ask={0: question}, ask_forum={0: 0}, **fields)


def test_a_linkage_that_falls_at_home():
    before = asked(ANSWER, motion={(0, ENERGY): 2}, objections={0: 0}, mover={0: STATE})
    after = moment(
        before,
        motion={(0, ENERGY): -1},
        objections={0: 1},
        mover={0: -1},
        objector={(0, ENERGY): TREASURY},
        reason={(0, ENERGY): HOME_MARGIN},
    )
    right = "The linkage falls at home: Treasury would lose and is not compensated."
    assert sentences(before, CONSENT, after) == [right]
    again = moment(before, reason={(0, ENERGY): HOME_MARGIN}, objector={(0, ENERGY): TREASURY})
    assert sentences(again, CONSENT, after) == [right]


def test_an_objection_beside_an_older_fall_is_no_fall():
    before = asked(
        ANSWER,
        motion={(0, ENERGY): 2},
        mover={0: STATE},
        reason={(0, ENERGY): HOME_MARGIN},
        objector={(0, ENERGY): TREASURY},
    )
    after = moment(before, motion={(0, ENERGY): -1}, objections={0: 1}, mover={0: -1})
    move = Move("jp-meti", "object", item="I12", reason="red line")
    assert sentences(before, move, after) == [
        "METI objects to Energy security at L2: it crosses a red line."
    ]


@pytest.mark.parametrize(
    ("question", "stage", "right"),
    [
        (CLOSING, CLOSING_UP, "METI would not close, on Energy security at L2: it hopes for more."),
        (
            CLOSING,
            PUTTING,
            "METI does not accept the text, on Energy security at L2: it hopes for more.",
        ),
        (
            CLEARANCE,
            CLEARING,
            "METI refuses Energy security at L2 in the clearance at home: it hopes for more.",
        ),
    ],
)
def test_refusals_say_of_what(question: int, stage: int, right: str):
    before = asked(question, stage={0: stage}, text={(0, ENERGY): 2}, clean={(0, ENERGY): 1})
    move = Move("jp-meti", "object", item="I12", reason="hopes for more")
    assert sentences(before, move, before) == [right]


def test_raising_and_lowering_are_told_from_tabling():
    before = asked(ANSWER, text={(0, ENERGY): 2})
    up, down, new = (
        Move("us-state", "amend", levels=(pair,)) for pair in (("I12", 3), ("I12", 1), ("I03", 1))
    )
    level = WORLD.label
    assert sentences(before, up, before) == [
        f"State moves to raise Energy security from L2 to L3 ({level('I12', 3)})."
    ]
    assert sentences(before, down, before) == [
        f"State moves to lower Energy security from L2 to L1 ({level('I12', 1)})."
    ]
    assert sentences(before, new, before) == [
        f"State tables Semiconductors at L1 ({level('I03', 1)})."
    ]


def test_a_chair_s_own_text_is_told_as_such():
    before = asked(ANSWER)
    move = Move("us-state", "chair text", levels=(("I12", 1),))
    assert sentences(before, move, before) == [
        "State, from the chair, tables a text of its own: "
        f"Energy security at L1 ({WORLD.label('I12', 1)})."
    ]


@pytest.mark.parametrize(
    ("rung", "right"),
    [
        (FULL, "The full text is put to the ministers."),
        (CLEAN, "The agreed part of the text is put to the ministers."),
    ],
)
def test_a_text_that_is_put_to_the_ministers(rung: int, right: str):
    before = moment(stage={0: ON_FLOOR})
    assert sentences(before, CONSENT, moment(before, stage={0: PUTTING}, rung={0: rung})) == [right]


def test_closing_and_the_answer_of_the_ministers():
    closing = moment(stage={0: CLOSING_UP})
    agreed = moment(closing, stage={0: ON_FLOOR}, closing={0: 1})
    due = "the ministers must still adopt the text"
    for session, tail in ((WORKING, f"; {due}"), (MINISTERIAL, "")):
        told = sentences(moment(closing, session={0: session}), CONSENT, agreed)
        assert told == [f"All agree to close on it{tail}."]
    assert sentences(closing, CONSENT, moment(closing, stage={0: ON_FLOOR})) == []
    put = moment(stage={0: PUTTING})
    assert sentences(put, CONSENT, moment(put, stage={0: CLEARING})) == [
        "All accept; the text goes home for clearance."
    ]
    assert sentences(put, CONSENT, moment(put, stage={0: DONE})) == [
        "The text is held over to another meeting."
    ]


def test_a_text_that_is_opened_again():
    before = moment(stage={0: CLEARING}, text={(0, ENERGY): 2, (0, CHIPS): 1})
    after = moment(
        before,
        stage={0: DONE},
        text={(0, ENERGY): 0, (0, CHIPS): 0},
        reopened={0: 1},
        deadline={0: 27},
    )
    assert sentences(before, CONSENT, after) == [
        "The text is opened again on Semiconductors and Energy security; "
        "there is time until March 2024."
    ]


def test_what_falls_back_to_the_level_in_force_is_opened_again_too():
    place = (0, ENERGY)
    before = moment(stage={0: CLEARING}, statement={place: 2}, text={place: 2}, clean={place: 1})
    after = moment(before, stage={0: DONE}, clean={place: 0}, reopened={0: 1}, deadline={0: 27})
    assert sentences(before, CONSENT, after) == [
        "The text is opened again on Energy security; there is time until March 2024."
    ]


@pytest.mark.parametrize(
    ("outcome", "fields", "right"),
    [
        (
            FULL,
            {"statement": {(0, ENERGY): 2}},
            "The joint statement is adopted in full: one commitment.",
        ),
        (
            CLEAN,
            {"statement": {(0, ENERGY): 2, (0, CHIPS): 1}},
            "The agreed part is adopted as a joint statement: 2 commitments, an early harvest.",
        ),
        (STATEMENT, {}, "They part with a statement that commits nobody to anything."),
        (NONE, {}, "No date for a last meeting is found in time: there is no statement."),
        (
            NONE,
            {"session": {0: MINISTERIAL}, "ministerials": {0: 3}},
            "Time is up, and they part without a statement.",
        ),
        (
            NONE,
            {"stage": {0: CLEARING}},
            "Home refuses a second time: there is no statement.",
        ),
    ],
)
def test_outcomes(outcome: int, fields: dict, right: str):
    before = moment(**fields)
    after = moment(before, stage={0: DONE}, outcome={0: outcome})
    assert sentences(before, CONSENT, after) == [right]


def test_the_centre_that_settles_and_a_capital_that_clears():
    before = moment(
        stalled_by={(0, US, ENERGY): TREASURY},
        concur={(0, TREASURY, ENERGY): 0},
        mandate={(0, US, ENERGY): 0b00110, (0, JP, ENERGY): 0b00010},
    )
    after = moment(
        before,
        stalled_by={(0, US, ENERGY): -1},
        mandate={(0, US, ENERGY): 0b01110, (0, JP, ENERGY): 0b00110},
    )
    assert sentences(before, CONSENT, after) == [
        "The White House clears Energy security at L3 over the head of Treasury.",
        "Cleared at home, Japan: Energy security at L2.",
    ]


def test_a_paper_that_is_withheld():
    before = moment(mandate={(0, US, ENERGY): 0b00110, (0, US, CHIPS): 0b00010})
    after = moment(before, stalled_by={(0, US, ENERGY): TREASURY, (0, US, CHIPS): TREASURY})
    right = "Treasury withholds Semiconductors at L2 and Energy security at L3 at home."
    assert sentences(before, CONSENT, after) == [right]
    assert sentences(after, CONSENT, after) == []


@pytest.mark.parametrize(
    ("side", "code", "exempt", "right"),
    [
        (US, PENDING, 0, "Congress must act on Energy security."),
        (JP, PASSED, 0, "The Diet passes the bill on Energy security."),
        (
            US,
            PASSED,
            1,
            "Congress passes the bill on Energy security, "
            "with an exemption for one industry in Energy security.",
        ),
        (US, LAPSED, 0, "Congress lets lapse the bill on Energy security."),
    ],
)
def test_bills(side: int, code: int, exempt: int, right: str):
    where = (0, side, ENERGY)
    before = moment(statement={(0, ENERGY): 4})
    after = moment(before, bill={where: code}, carve_outs={where: exempt})
    assert sentences(before, CONSENT, after) == [right]


def test_each_on_its_own_until_a_statement_settles_it():
    draw = Move(CHANCE_SEAT, "draw")
    before = moment(measure={(US, ENERGY): 1, (JP, CHIPS): 2})
    after = moment(before, measure={(US, ENERGY): 2, (US, CHIPS): 1, (JP, CHIPS): 1})
    assert sentences(before, draw, after) == [
        "United States, on its own: up to L1 on Semiconductors; up to L2 on Energy security.",
        "Japan, on its own: down to L1 on Semiconductors.",
    ]
    settled = moment(before, statement={(0, CHIPS): 2})
    after = moment(settled, measure={(JP, CHIPS): 1})
    assert sentences(settled, draw, after) == []
    both = moment(before, measure={(s, i): 3 for s in (US, JP) for i in range(len(WORLD.items))})
    one = moment(both, measure=dict.fromkeys(np.ndindex(2, len(WORLD.items)), 2))
    assert sentences(one, draw, both) == [
        "United States and Japan, each on its own: up to L3 on every item."
    ]
