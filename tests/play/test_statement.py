"""The joint statement as text."""

from textwrap import dedent

import pytest

from agents.bots import played_out
from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import parse
from sim.play.game import Game, new_game
from sim.play.statement import Paragraph, Statement, plain, statement
from sim.rules.codes import CLEAN, FULL, NONE, STATEMENT


def finished(scenario: str, *changes: str, seed: int = 1) -> Game:
    game = new_game(arrange(load(scenario), None, [parse(change) for change in changes]), seed)
    for _, after in played_out(game):
        game = after
    return game


@pytest.fixture(scope="module")
def ends() -> list[Game]:
    return [
        *(finished("economic-2-plus-2", seed=seed) for seed in (1, 2)),
        finished("economic-2-plus-2", "strategy=random", "deadline=12", seed=3),
        *(finished("two-tracks", seed=seed) for seed in (1, 2)),
    ]


def test_before_the_first_month_everything_is_in_brackets():
    game = new_game(arrange(load("economic-2-plus-2")))
    draft = statement(game, 0)
    assert draft.heading == "Draft joint statement"
    assert draft.paragraphs == ()
    assert [each.item for each in draft.brackets] == list(game.world.items)
    assert {each.text for each in draft.brackets} <= {
        "never tabled",
        "nobody at this table has the authority",
    }


def test_every_item_of_the_agenda_is_in_the_text_or_in_brackets(ends: list[Game]):
    for game in ends:
        for f in range(len(game.world.forums)):
            whole = statement(game, f)
            listed = [each.item for each in (*whole.paragraphs, *whole.brackets)]
            agenda = game.world.params.agenda[f]
            assert sorted(listed) == sorted(
                item for i, item in enumerate(game.world.items) if agenda[i]
            )


def test_paragraphs_are_the_adopted_clauses_in_order_of_the_agenda(ends: list[Game]):
    seen = set()
    for game in ends:
        for f in range(len(game.world.forums)):
            whole, outcome = statement(game, f), game.state.outcome[f]
            seen.add(int(outcome))
            adopted = [
                (item, int(game.state.statement[f, i]))
                for i, item in enumerate(game.world.items)
                if game.state.statement[f, i]
            ]
            assert [(each.item, each.level) for each in whole.paragraphs] == adopted
            for each in whole.paragraphs:
                assert each.text == game.world.clause(each.item, each.level)
            if outcome in (NONE, STATEMENT):
                assert not whole.paragraphs
            assert whole.month == game.state.closed[f]
    assert seen & {FULL, CLEAN}
    assert seen & {NONE, STATEMENT}


def test_brackets_name_who_objects(ends: list[Game]):
    named = 0
    for game in ends:
        for f in range(len(game.world.forums)):
            for each in statement(game, f).brackets:
                objector = game.state.objector[f, game.world.index("item", each.item)]
                if "objects" in each.text:
                    name = game.world.short("agency", game.world.agencies[objector])
                    assert each.text.startswith(f"{name} objects: ")
                    named += 1
    assert named


def test_the_plain_text_is_numbered_wrapped_and_has_its_brackets():
    whole = Statement(
        heading="Joint statement",
        forum="Economic Policy Consultative Committee",
        date="March 2023",
        month=15,
        paragraphs=(
            Paragraph("I03", "Semiconductors", 1, "The two sides decided to map them."),
            Paragraph("I12", "Energy security", 2, "The two sides concurred in a longer text."),
        ),
        brackets=(Paragraph("I01", "Export controls", 3, "METI objects: it hopes for more"),),
    )
    assert plain(whole, 40) == dedent("""\
        Joint statement
        Economic Policy Consultative Committee
        March 2023 (month 15)

        1. The two sides decided to map them.

        2. The two sides concurred in a longer
           text.

        [Export controls, L3: METI objects: it
         hopes for more]
        """)


def test_a_text_without_paragraphs_says_so():
    text = plain(Statement("No joint statement", "Forum", "May 2022", 5, (), ()))
    assert text.splitlines()[-1] == "No commitments."
