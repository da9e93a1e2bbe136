"""The story says what happened, all of it, in sentences."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from agents.bots import bot_move, played_out
from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import parse
from sim.play.apply import apply
from sim.play.game import Game, new_game
from sim.play.happening import KINDS, Happening
from sim.play.legal import legal_moves
from sim.play.moves import CHANCE_SEAT, Move
from sim.play.story import headed, told
from sim.rules.codes import UNDER_WAY

pytestmark = pytest.mark.xdist_group("story")  # the runs are played once

Step = tuple[Game, Move, Game]
SCENARIOS = ("economic-2-plus-2", "two-tracks")


def start(scenario: str, *changes: str, seed: int = 1) -> Game:
    return new_game(arrange(load(scenario), None, [parse(change) for change in changes]), seed)


def steps(game: Game) -> Iterator[Step]:
    for move, after in played_out(game):
        yield game, move, after
        game = after


def restless(game: Game) -> Iterator[Step]:
    """Play like the bots, but appeal and take a recess wherever that is allowed."""
    while not game.over:
        move = bot_move(game)
        if game.seat != CHANCE_SEAT:
            wanted = [each for each in legal_moves(game) if each.kind in ("appeal", "recess")]
            move = wanted[0] if wanted and game.month > 3 else move
        after = apply(game, move)
        yield game, move, after
        game = after


Story = list[tuple[Step, list[Happening]]]


@cache
def stories() -> list[Story]:
    """Return runs that have something of everything, each step with what is told of it."""
    runs = [
        *(steps(start(scenario)) for scenario in SCENARIOS),
        *(steps(start(scenario, "strategy=random", seed=2)) for scenario in SCENARIOS),
        restless(start("economic-2-plus-2")),
    ]
    return [[(step, list(told(*step))) for step in run] for run in runs]


def everything() -> Iterator[Happening]:
    return (each for story in stories() for _, here in story for each in here)


@pytest.fixture(params=range(5))
def story(request: pytest.FixtureRequest) -> Story:
    return stories()[request.param]


def test_every_happening_is_a_sentence_without_ids():
    ids = re.compile(r"\b(us|jp)-[a-z]|\bI[0-9][0-9]\b|\bE[0-9][0-9]\b|_|\bnone\b|np\.|-1")
    for each in everything():
        assert each.kind in KINDS
        assert each.text.endswith((".", "!", "?"))
        assert each.text[0].isupper()
        assert each.text.isprintable()
        assert "  " not in each.text
        assert not ids.search(each.text), each.text


def test_what_happens_in_most_runs_comes_up():
    rare = {"chair", "fell", "held", "refused", "reopened", "closing", "settled"}
    assert {each.kind for each in everything()} >= set(KINDS) - rare


def test_sentences_name_their_forum_where_there_are_several():
    for story, one in zip(stories()[:2], (True, False), strict=True):
        world = story[0][0][0].world
        pairs = [(headed(world, each), each.text) for _, here in story for each in here]
        assert all(line.endswith(text) for line, text in pairs)
        assert any(line.startswith("JUCIP: The ministers meet") for line, _ in pairs) != one


def test_everything_said_at_the_table_is_told(story: Story):
    kinds = {
        "amend": "tabled",
        "chair text": "chair",
        "close": "close",
        "recess": "recess",
        "appeal": "appeal",
    }
    for (before, move, _), here in story:
        spoken = [each for each in here if each.seat == move.seat and each.forum == before.forum]
        if move.kind in kinds:
            (line,) = [each for each in spoken if each.kind == kinds[move.kind]]
            assert dict(line.levels).keys() >= dict(move.levels).keys()
            assert before.world.short("agency", move.seat) in line.text
        if move.kind == "object":
            (line,) = [each for each in spoken if each.kind in ("objected", "refused")]
            assert line.reason == move.reason
            assert before.world.short("item", move.item) in line.text
        if move.kind in ("pass", "consent"):
            assert not any(each.kind in ("tabled", "chair", "objected", "close") for each in spoken)


def test_what_is_told_to_be_agreed_makes_the_text():
    for story in stories():
        texts: dict[tuple[str, str], int] = {}
        for (_, _, after), here in story:
            world = after.world
            for each in here:
                if each.kind == "agreed":
                    texts |= {(each.forum, item): level for item, level in each.levels}
                if each.kind == "reopened":
                    texts |= {(each.forum, item): 0 for item, _ in each.levels}
            for f, forum in enumerate(world.forums):
                for i, item in enumerate(world.items):
                    assert texts.get((forum, item), 0) == after.state.text[f, i]


def test_every_outcome_is_told_once_with_its_levels(story: Story):
    final = story[-1][0][2]
    outcomes = [each for _, here in story for each in here if each.kind == "outcome"]
    assert Counter(each.forum for each in outcomes) == Counter(final.world.forums)
    for each in outcomes:
        f = final.world.index("forum", each.forum)
        assert each.month == final.state.closed[f]
        assert sum(level for _, level in each.levels) == final.state.statement[f].sum()


def test_every_event_bill_and_milestone_is_told(story: Story):
    final = story[-1][0][2]
    kinds = Counter(each.kind for _, here in story for each in here)
    assert kinds["event"] == final.state.happened.sum()
    sat = final.state.ministerials.sum() + final.state.sessions.sum()
    assert kinds["meeting"] == sat
    if not final.state.bill.any():
        assert kinds["bill"] == 0
    if not (final.state.delivered > 0).any():
        assert kinds["delivered"] == 0


def test_papers_at_home_are_known_to_their_side_alone(story: Story):
    for (_, _, after), here in story:
        for each in here:
            secret = each.kind in ("cleared", "withheld", "settled", "appeal")
            assert (each.side in after.world.sides) == secret


def test_what_home_clears_is_its_mandate():
    for story in stories():
        cleared: dict[tuple[str, str, str], int] = {}
        for (_, _, after), here in story:
            for each in here:
                if each.kind in ("cleared", "settled"):
                    cleared |= {(each.forum, each.side, item): x for item, x in each.levels}
                if each.kind == "reopened":
                    for key in [k for k in cleared if k[0] == each.forum]:
                        del cleared[key]
            for (forum, side, item), level in cleared.items():
                world = after.world
                f, s = world.index("forum", forum), world.index("side", side)
                mandate = int(after.state.mandate[f, s, world.index("item", item)])
                assert mandate.bit_length() - 1 == level


def test_months_are_in_order_and_of_the_run(story: Story):
    months = [each.month for _, here in story for each in here]
    assert months == sorted(months)
    assert months[0] >= 1
    assert months[-1] <= story[0][0][0].world.params.horizon


def test_a_horizon_before_the_deadline_ends_the_talks():
    game = start("economic-2-plus-2", "horizon=2")
    here = [each for step in steps(game) for each in told(*step)]
    assert len([each for each in here if each.kind == "outcome"]) == 1
    final = list(steps(game))[-1][2]
    assert final.state.outcome[0] > UNDER_WAY
