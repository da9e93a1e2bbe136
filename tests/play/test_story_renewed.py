"""What is told at a forum that meets for good: new talks, and the statement that stays in force."""

import pytest

from agents.bots import bot_move
from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import Change
from sim.play.apply import apply
from sim.play.game import new_game
from sim.play.statement import statement
from sim.play.story import told

IN_FORCE = "They part without a new text; the statement in force remains."


@pytest.fixture(scope="module")
def months():
    """Return what is told in each step of a committee's first decades, and the game's end."""
    world = arrange(load("well-oiled-machine"), changes=[Change("horizon", 40)])
    game, lines = new_game(world, 1), {}
    while not game.over:
        after = apply(game, move := bot_move(game))
        for each in told(game, move, after):
            lines.setdefault(each.month, []).append(each)
        game = after
    return lines, game


def test_a_round_that_comes_to_nothing_leaves_the_statement_in_force(months):
    lapsed = [each for each in months[0].values() if IN_FORCE in [line.text for line in each]]
    assert lapsed
    for lines in lapsed:
        assert not any("does not carry out" in line.text for line in lines)
    whole, state = statement(months[1], 0), months[1].state
    assert len(whole.paragraphs) == (state.statement[0] > 0).sum() > 0


def test_those_who_meet_are_ministers_only_at_a_forum_of_some_rank(months):
    first = next(each for each in months[0][1] if each.kind == "meeting")
    assert first.text.startswith("The heads of delegation meet on ")
    texts = [each.text for lines in months[0].values() for each in lines]
    assert any(text.endswith(", for the last time before the deadline.") for text in texts)
