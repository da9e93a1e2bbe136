"""People sit down in the middle of a run: of one between bots, or of one that people began."""

from functools import reduce

import pytest

from agents.bots import bot_move
from agents.elsewhere import elsewhere
from agents.lobby import lobby
from agents.moment import Past, past_of
from agents.show import Show, replayed, show
from agents.table import Table
from scenarios.load import catalogue
from sim.play.errors import RuleError
from sim.play.game import new_game
from sim.play.moves import Move
from tests.play.recorded import CHANGES, recorded

SCENARIO, SEED, SEAT = "economic-2-plus-2", 3, "us-state"
SHORT = tuple(map(str, CHANGES))
HALL = lobby(SCENARIO, changes=SHORT)


def log_of_a_person() -> bytes:
    """Return a log in which a person in a seat passes at every chance, for a while."""
    table = HALL.sit(SEED, [SEAT])
    for _ in range(4):
        kinds = ("pass", "consent")
        choices = [Move(SEAT, kind) for kind in kinds]
        move = next((m for m in choices if legal(table, m)), bot_move(table.game))
        table = table.played(move)
    return table.log()


def legal(table, move) -> bool:
    try:
        table.played(move)
    except RuleError:
        return False
    return True


def sat_down(film: Show, seat: str = SEAT):
    moment = film.moment()
    hall = lobby(moment.scenario, moment.configuration, moment.changes)
    own = [dict(each) for each in moment.own]
    return hall.sit(moment.seed, [seat], past_of(moment.move, moment.run, own))


@pytest.mark.parametrize("position", [0, 1, 25, 60])
def test_a_seat_is_taken_in_a_run_between_bots(position):
    film = show(SCENARIO, SEED, changes=SHORT)
    while film.position < position:
        film.step_move()
    assert film.moment().own == ()
    table = sat_down(film)
    assert table.begun == position
    assert table.moves == ()
    if position:
        assert table.entries[position - 1].state == film.game.digest


def test_of_a_log_only_what_bots_would_not_have_moved_is_kept():
    assert replayed(recorded(SEED)).moment().own == ()
    film = replayed(recorded(SEED))
    film.go(film.length)
    assert film.moment().own == ()  # though every move of it is in the log
    film = replayed(log_of_a_person())
    film.go(film.length)
    own = film.moment().own
    assert 0 < len(own) <= 4
    assert {each["seat"] for each in own} == {SEAT}
    table = sat_down(film, "jp-meti")
    assert table.entries[table.begun - 1].state == film.game.digest


def test_a_branch_is_taken_up_where_it_is():
    film = replayed(recorded(SEED))
    film.go(1)
    _, options = film.options()
    film.branch(next(n for n, (kind, _) in enumerate(options) if kind == "amend"))
    for _ in range(20):
        film.step_move()
    assert [each["n"] for each in film.moment().own] == [2]
    table = sat_down(film)
    assert table.entries[table.begun - 1].state == film.game.digest


def test_what_people_moved_since_is_all_it_takes_to_come_back():
    past = Past(30)
    table = HALL.sit(SEED, [SEAT], past)
    for _ in range(3):
        table = table.played(bot_move(table.game))
    assert all(each.n > 30 for each in table.since)
    again = reduce(Table.played, table.moves, HALL.sit(SEED, [SEAT], past))
    assert again.game.digest == table.game.digest
    while not again.over:
        again = again.played(bot_move(again.game))
    film = show(SCENARIO, SEED, changes=SHORT)
    while not film.over:
        film.step_month()
    assert again.game.digest == film.game.digest
    first = table
    while first.undone() is not first:
        first = first.undone()
    assert first.begun == 30


def test_news_at_first_are_of_the_whole_run():
    table = HALL.sit(SEED, [SEAT], Past(60))
    assert table.news(SEAT)[0].month == 1


def test_a_past_beyond_the_end_is_the_end():
    assert HALL.sit(SEED, [SEAT], Past(5000)).over


@pytest.mark.parametrize(
    "own", [None, "x", [1], [{"seat": SEAT, "move": "pass"}], [{"n": "1"}], [{"n": 1}], [{}] * 6000]
)
def test_what_a_browser_has_kept_is_not_believed(own):
    with pytest.raises(ValueError, match=r"\w"):
        past_of(3, 0, own)


def test_a_past_that_the_rules_do_not_allow_is_refused():
    with pytest.raises(RuleError):
        HALL.sit(SEED, [SEAT], Past(5, {2: Move("jp-nobody", "pass")}))


@pytest.mark.parametrize("scenario", catalogue())
def test_other_forums_seat_more_or_are_the_scenarios_own(scenario):
    found = elsewhere(scenario)
    assert len({each.id for each in found}) == len(found) <= 4
    assert all(each.more or each.fewer for each in found)
    for each in found:
        back = elsewhere(scenario, each.id)
        assert each.id not in {one.id for one in back}


def test_from_the_2_plus_2_the_way_to_a_3_plus_3_is_the_first():
    first = elsewhere(SCENARIO)[0]
    assert len(first.seats) == 6
    assert first.fewer == ()


def test_values_that_another_forum_has_not_are_left_at_the_first():
    sets = ("horizon=9", "deadline.economic-2-plus-2=5", "pace=0.5", "moon=1")
    assert elsewhere(SCENARIO, sets=sets)[0].sets == ("horizon=9", "pace=0.5")
    assert elsewhere(SCENARIO, sets=("x", "=", "pace=9"))[0].sets == ()


def test_the_number_of_the_run_is_a_part_of_the_address_of_chance():
    table = HALL.sit(SEED, [SEAT], Past(run=4))
    film = Show(new_game(HALL.world, SEED, 4))
    while film.position < table.begun + 1:
        film.step_move()
    assert table.entries[film.position - 1].state == film.game.digest
    assert film.moment().run == 4
