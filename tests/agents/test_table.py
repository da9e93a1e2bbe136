"""A human's table: people are asked, all others play, and every move can be taken back."""

import io
from functools import reduce

import pytest

from agents.table import Table, handed_over, seated_at
from scenarios.problems import ScenarioError
from sim.play.errors import RuleError
from sim.play.log_lines import Log
from sim.play.moves import Move
from sim.play.replay import opened
from tests.agents.seated import CHANGES, SEAT, WORLD, by_bot, start, to_the_end


def test_only_people_are_waited_for():
    table = start(SEAT, "jp-meti")
    asked = set()
    while not table.over:
        asked.add(table.game.seat)
        table = table.played(by_bot(table))
    assert asked == {SEAT, "jp-meti"}
    assert {each.seat for each in table.moves} == asked


def test_a_person_who_plays_as_the_bot_would_gets_what_the_bot_gets():
    alone = seated_at(WORLD, 4, (), CHANGES)
    assert alone.over
    assert to_the_end(start()).game.digest == alone.game.digest


def test_a_game_that_is_handed_over_ends_as_between_bots_and_can_be_taken_back():
    table = start().played(by_bot(start()))
    *_, ended = handed_over(table)
    assert ended.over
    assert ended.game.digest == seated_at(WORLD, 4, (), CHANGES).game.digest
    assert ended.undone() is table


def test_a_game_that_is_handed_over_may_be_taken_up_again():
    several = handed_over(start())
    next(several)
    table = next(several)
    assert len(table.moves) == 2
    again = table.played(by_bot(table))
    assert len(again.moves) == 3
    assert again.undone().moves in ((), table.moves)


def test_the_log_replays_to_the_same_state():
    table = to_the_end(start())
    played = opened(Log(io.BytesIO(table.log())))
    assert played.log.header.seats[SEAT] == "human"
    for _ in played:
        pass
    assert (played.game.digest, played.moves) == (table.game.digest, len(table.entries))


def test_undo_leads_to_the_start_of_the_round_and_then_to_the_one_before():
    table = start()
    first = table.game.digest
    starts = [first]
    for _ in range(8):
        before = table.round
        table = table.played(by_bot(table))
        if table.round != before:
            starts.append(table.game.digest)
    table = table.played(Move(SEAT, "pass")) if table.game.ask == "floor" else table
    seen = []
    while table.game.digest != first:
        table = table.undone()
        seen.append(table.game.digest)
    assert seen[-1] == first
    assert set(seen) <= set(starts)
    assert table.undone().game.digest == first


def test_another_branch_leaves_the_first_as_it_was():
    table = start()
    while table.game.ask != "floor" or by_bot(table).kind == "pass":
        table = table.played(by_bot(table))
    one = table.played(by_bot(table))
    other = table.played(Move(SEAT, "pass"))
    assert one.game.digest != other.game.digest
    assert table.played(by_bot(table)).game.digest == one.game.digest


def test_moves_are_all_it_takes_to_come_back():
    table = to_the_end(start())
    assert reduce(Table.played, table.moves, start()).game.digest == table.game.digest
    with pytest.raises(RuleError):
        start().played(Move("jp-meti", "pass"))


def test_news_begin_with_the_own_last_move_and_keep_to_the_own_side():
    table = start()
    assert {each.side for each in table.news(SEAT)} <= {"", "us"}
    while not table.over:
        move = by_bot(table)
        table = table.played(move)
        told = table.news(SEAT)
        assert {each.side for each in told} <= {"", "us"}
        if move.kind in ("amend", "object", "close"):
            assert told[0].seat == SEAT


def test_the_moment_the_talks_ended_is_kept():
    table = to_the_end(start())
    ended = table.ended["economic-2-plus-2"]
    assert ended.month <= 6 < table.game.month
    assert ended.state.outcome[0] == table.game.state.outcome[0]


def test_there_is_no_seat_for_a_stranger():
    with pytest.raises(ScenarioError):
        seated_at(WORLD, 1, ["us-nobody"])
