"""What a class learns from its tables: measured on one yardstick, exact, and the same each time."""

import numpy as np
import pytest

from agents.bots import played_out
from classroom.debrief.compare import compared
from classroom.debrief.measures import MEASURES, Rows, measured, row_of
from classroom.debrief.played import packed, played, unpacked
from classroom.debrief.questions import questions
from classroom.debrief.results import result
from classroom.debrief.runs import percentile
from classroom.debrief.summing import findings
from classroom.debrief.workshop import Workshop
from classroom.debrief.yardstick import yardstick
from scenarios.arrange import arrange
from scenarios.load import load
from sim.play.game import new_game
from sim.rules.codes import CLEAN, NONE
from sim.solve.debrief import debrief
from sim.sweep.batch import run_many
from tests.classroom.lessons import found, lesson, shop, shop_of


def of_round(number: int, configuration: str = "economic-2-plus-2") -> list:
    plays = (each for each in lesson().plays if each.round == number)
    return [each for each in plays if each.configuration == configuration]


def test_every_table_of_every_round_is_measured():
    made = found()
    assert made.faults == ()
    assert {(each.round, each.table) for each in made.results} == {
        (each.round, each.table) for each in lesson().plays
    }
    assert {each.configuration for each in made.results if each.round == 2} == {
        "economic-2-plus-2",
        "3-plus-3-trade",
    }
    assert all(done == of > 0 for done, of in made.progress.values())


def test_points_are_those_of_the_moment_at_which_the_middle_table_closed():
    plays = of_round(1)
    yard = yardstick(plays, "economic-2-plus-2")
    months = sorted(each.moment(yard.forum).month for each in plays)
    assert yard.month == months[(len(months) - 1) // 2]
    own = next(each for each in plays if each.table == yard.table)
    for seat in yard.seats:
        alone = debrief(own.moment(yard.forum), own.whole.over, yard.f, seat)
        here = next(each for who, each in result(own, yard)[1] if who == seat)
        assert np.array_equal(here.values, alone.values)
        assert here.text == alone.text
        assert here.outcome == alone.outcome
        assert here.room == alone.room
        assert (here.gift is None) == (alone.gift is None)
        assert here.delivered == alone.delivered


def test_a_table_has_what_its_text_is_worth_and_no_deal_is_no_gain():
    for key, yard in shop().yards.items():
        for each in found().results:
            if each.key != key:
                continue
            moment = next(
                one for one in lesson().plays if (one.round, one.table) == (each.round, each.table)
            ).moment(yard.forum)
            outcome = int(moment.state.outcome[yard.f])
            levels = tuple(each.levels[item] for item in yard.domain.issues)
            value = yard.domain.walk_away if outcome <= NONE else yard.domain.value(levels)
            assert list(each.points.values()) == pytest.approx(100 * value, abs=0.01)
            assert each.agreed == (sum(map(bool, levels)) if outcome >= CLEAN else 0)


def test_a_table_leaves_nothing_only_on_the_frontier_and_the_rest_is_to_be_had():
    for each in found().results:
        yard = shop().yards[each.key]
        values = np.array(list(each.points.values())) / 100
        gains = yard.solution.edge.values - values
        fair = (gains >= -1e-4).all(axis=1)
        most = 100 * gains[fair].sum(axis=1).max(initial=0.0)
        assert each.left == pytest.approx(max(0.0, most), abs=0.1)
        assert (each.left == 0.0) == all(room == 0.0 for room in each.room.values())
        if each.gift is not None:
            assert min(each.gift.gains.values()) >= 0.0
            assert sum(each.gift.gains.values()) > 0.0
            assert sum(each.gift.gains.values()) <= each.left + 0.1
            assert 1 <= len(each.gift.levels) <= 3
        if each.change is not None:
            value = yard.domain.value(each.change.text)
            assert (value >= yard.domain.walk_away - 1e-9).all()


def test_the_picture_has_the_frontier_the_tables_and_no_deal_on_the_same_axes():
    for chart in found().charts:
        yard = shop().yards[chart.round, chart.configuration, chart.forum]
        assert chart.texts == len(yard.solution.edge)
        assert set(chart.edge) <= set(chart.dots)
        assert list(chart.edge) == sorted(chart.edge)
        one = [side for side in chart.axes if side]
        assert one == ["us", "jp"]
        for each in found().results:
            if each.key == (chart.round, chart.configuration, chart.forum):
                us = [p for seat, p in each.points.items() if seat.startswith("us-")]
                assert each.spot[0] == pytest.approx(np.mean(us), abs=0.02)


def test_stakes_are_those_of_the_briefs():
    for key, stakes in found().stakes.items():
        seats = {each.seat: each for each in stakes}
        assert set(seats) == set(shop().yards[key].seats)
        for each in stakes:
            assert sum(each.weights.values()) == pytest.approx(100, abs=0.1)
            top = sum(
                max(points[level] for level in range(5) if level not in each.red.get(item, ()))
                for item, points in each.points.items()
            )
            assert each.top == pytest.approx(top, abs=0.1)


def test_forums_are_compared_in_the_round_in_which_they_differ():
    made = found().contrasts
    assert [each.measure for each in made] == list(MEASURES)
    for each in made:
        assert each.first == "economic-2-plus-2"
        assert each.second == "3-plus-3-trade"
        assert {len(values) for values in each.values.values()} == {2}
        assert each.found.verdict == "few"
    depth = made[0]
    assert depth.gained is not None
    assert depth.gained.n_second == 2
    low, mean, high = depth.model[1], depth.model[0], depth.model[2]
    assert low <= mean <= high
    assert depth.model[3] == 12


def test_a_class_that_never_changed_forum_has_nothing_to_compare():
    plays = [each for each in lesson().plays if each.round == 1]
    values = {place: each for place, each in shop().measures.items() if place[0] == 1}
    assert compared(plays, values, {}) == ()


def test_runs_of_ai_alone_are_those_of_a_sweep():
    for each in found().runs:
        pool = shop().pools[each.configuration]
        batch = run_many(pool.world, pool.seed, 12, 1, plain=True)
        assert np.array_equal(pool.rows.metrics, batch.metrics)
        assert each.runs == each.of == 12
        for name, bars in each.spread.items():
            assert sum(bars.counts) == 12, name
            assert bars.edges[0] < bars.p10 <= bars.p50 <= bars.p90 < bars.edges[-1]


def test_ai_on_the_very_chance_that_people_had_is_run_0():
    one = of_round(1)[0]
    *_, (_, over) = played_out(new_game(one.world, one.game.seed))
    values = measured(row_of(over), one.world)
    rerun = next(each for each in found().runs if each.configuration == one.configuration)
    for name in MEASURES:
        assert rerun.alone[name][1] == pytest.approx(float(values[name][0]), abs=1e-6)


def test_percentiles_count_what_is_below_and_half_of_what_is_equal():
    values = np.array([0.0, 1.0, 1.0, 4.0])
    assert percentile(values, 1.0) == 50.0
    assert percentile(values, 5.0) == 100.0
    assert percentile(values, -1.0) == 0.0
    for rerun in found().runs:
        for name, tables in rerun.tables.items():
            for place, (value, percent) in tables.items():
                assert value == shop().measures[place][name]
                assert 0.0 <= percent <= 100.0


def test_ai_in_a_seat_is_valued_as_the_people_are():
    for each in found().seats:
        assert each.low <= each.p10 <= each.p50 <= each.p90 <= each.high
        assert each.runs == 12
        for table, points in each.people.items():
            own = found().at(each.round, table)[0]
            assert own.points[each.seat] == points
    plays = {(each.round, each.table): each for each in lesson().plays}
    for each in found().seats:
        for table in plays:
            people = plays[table].share.get(each.seat, 0.0)
            if table[0] == each.round and plays[table].configuration == each.configuration:
                assert (table[1] in each.people) == (people > 0.0)


def test_what_is_found_does_not_hang_on_the_order_in_which_tables_end():
    other = Workshop(12, write=False)
    for each in reversed(lesson().plays):
        other.take(each)
        other.work()
    for number in (2, 1):
        other.close(number)
    while other.work():
        pass
    assert findings(other).results == found().results
    assert findings(other).contrasts == found().contrasts
    assert findings(other).charts == found().charts


def test_a_table_taken_back_and_played_on_is_measured_anew():
    made = shop_of(lesson(), 0)
    while made.work():
        pass
    first, second = of_round(1)[:2]
    before = findings(made)
    swapped = played(first.table, 1, seated_like(second))
    made.take(swapped)
    while made.work():
        pass
    after = findings(made)
    assert after.at(1, first.table)[0].levels == before.at(1, second.table)[0].levels
    assert after.at(2, first.table)[0].levels == before.at(2, first.table)[0].levels


def seated_like(each):
    """Return a table that stands where a round of play ended."""

    class Stands:
        game, ended, seats, entries, header = each.game, each.ended, (), (), each.header

    return Stands()


def test_what_cannot_be_measured_is_told_and_leaves_the_rest(monkeypatch):
    made = shop_of(lesson(), 2)
    real = made.measure

    def measure(each):
        if each.table == 2:
            raise ArithmeticError("no number")
        real(each)

    monkeypatch.setattr(made, "measure", measure)
    while made.work():
        pass
    after = findings(made)
    assert len(after.faults) == 2
    assert "table 2: ArithmeticError: no number" in after.faults[0]
    assert {each.table for each in after.results} == {1, 2, 3, 4}
    assert after.contrasts == ()
    assert after.runs[0].runs == 2


def test_a_round_of_play_travels_as_it_is():
    one = of_round(2)[0]
    other = unpacked(one.world, packed(one))
    assert other.game.digest == one.game.digest
    assert {f: g.digest for f, g in other.ended.items()} == {
        f: g.digest for f, g in one.ended.items()
    }
    assert other.people == one.people
    assert other.share == one.share
    assert other.whole.over.digest == one.whole.over.digest
    assert (other.table, other.round, other.entries) == (one.table, one.round, one.entries)


def test_months_after_the_talks_are_played_by_strategies():
    one = next(each for each in lesson().plays if not each.game.over)
    assert one.whole.over.over
    assert one.whole.over.month == one.world.params.horizon
    fresh = unpacked(one.world, (*packed(one)[:4], ()))
    assert fresh.whole.over.digest == one.whole.over.digest


def test_three_questions_come_of_what_happened():
    asked = found().questions
    assert len(asked) == 3
    assert asked[0].id == "scenario"
    for each in asked:
        assert each.id in ("scenario", "apart", "bracket", "frontier")
    none = questions("Why?", (), {})
    assert [each.id for each in none] == ["scenario"]


def test_every_seat_of_a_person_has_its_own_debrief():
    for each in lesson().plays:
        for seat in each.people:
            mine = found().debriefs(each.table, each.round, seat)
            assert len(mine) == 1
            assert mine[0].solution.domain.parties[mine[0].seat] == seat
    assert found().debriefs(99, 1, "us-state") == ()


def test_depth_counts_the_whole_agenda_whatever_forum_takes_it_up():
    world = arrange(load("two-tracks"))
    own = row_of(new_game(world))
    statement = np.zeros_like(own.statement)
    statement[0, 0, 0], statement[0, 1, 0], statement[0, 1, 1] = 2, 3, 4
    values = measured(Rows(own.metrics, own.outcome, statement), world)
    assert values["depth"][0] == pytest.approx(7 / len(world.items))
    assert values["items"][0] == 2.0
