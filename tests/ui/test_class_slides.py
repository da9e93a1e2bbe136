"""The slides say what was measured, and no more than it bears."""

from types import SimpleNamespace

import pytest

from classroom.debrief.contrast import contrast
from classroom.debrief.findings import Chart, Compared, Findings, InSeat, Rerun, Result
from classroom.debrief.runs import Spread
from tests.classroom.hands import Hands
from ui.classroom.names import Names
from ui.classroom.slides_deals import frontier
from ui.classroom.slides_runs import ai, forums, runs

FIRST, SECOND = "economic-2-plus-2", "3-plus-3-trade"


@pytest.fixture
def names(hands: Hands) -> Names:
    room = hands.make(people=40)
    hands.teach(room, "make_tables", tables=10)
    return Names(room)


def compared(first: list[float], second: list[float]) -> Findings:
    values = {
        FIRST: dict(enumerate(first, 1)),
        SECOND: dict(enumerate(second, 1 + len(first))),
    }
    found = Compared("depth", FIRST, SECOND, values, contrast(first, second), None, None)
    return Findings(contrasts=(found,))


@pytest.mark.parametrize(
    ("first", "second", "headline"),
    [
        ([1, 1.2], [2, 2.2], "Too few tables to tell Economic 2+2 and 3+3 Trade apart."),
        ([1, 2, 3, 2], [2, 1, 3, 2], "This class cannot tell Economic 2+2 and 3+3 Trade apart."),
        ([1, 1.1, 1.2, 1.3], [3, 3.1, 3.2, 3.3], "3+3 Trade did better than Economic 2+2."),
        ([3, 3.1, 3.2, 3.3], [1, 1.1, 1.2, 1.3], "Economic 2+2 did better than 3+3 Trade."),
    ],
)
def test_a_difference_is_claimed_only_where_the_tables_bear_it(names, first, second, headline):
    slide = forums(names, compared(first, second))
    assert slide["headline"] == headline
    assert (slide["interval"] is None) == headline.startswith("Too few")
    assert [len(row["dots"]) for row in slide["rows"]] == [len(first), len(second)]
    assert any("mean of" in each["name"] for each in slide["numbers"])


def test_one_forum_for_all_is_said_and_not_compared(names):
    assert forums(names, Findings()) is None
    slide = forums(names, Findings(progress={"contrasts": (4, 4)}))
    assert slide["headline"] == "All tables met in the same forum this time."


def result(table: int, left: float | None, outcome: str = "full") -> Result:
    empty = SimpleNamespace(
        table=table, round=1, configuration=FIRST, forum=FIRST, outcome=outcome,
        spot=(70.0, 80.0), left=left, key=(1, FIRST, FIRST),
    )  # fmt: skip
    return empty


def test_the_frontier_counts_who_left_something(names):
    chart = Chart(1, FIRST, FIRST, ("us", "jp"), ("us-state",), 9, 1, ((80, 80),), ((80, 80),), 1,
                  {"none": (30.0, 40.0)})  # fmt: skip
    rows = (result(1, 0.0), result(2, 12.04), result(3, 170.0, "none"), result(4, None))
    slide = frontier(names, Findings(charts=(chart,), results=rows))
    assert slide["headline"] == "2 of 3 tables could have helped somebody and hurt nobody."
    (panel,) = slide["panels"]
    assert [each["left"] for each in panel["lefts"]] == ["0", "12", "170", "not measured"]
    assert [mark["deal"] for mark in panel["marks"]].count(False) == 1
    assert panel["middle"] == "12"
    assert not {mark["name"] for mark in panel["marks"]} & set("0123456789")


def test_a_table_is_set_among_the_runs(names):
    spread = Spread((0.0, 1.0, 2.0, 3.0, 4.5), (1, 2, 3, 4), 0.5, 2.0, 3.5)
    tables = {"depth": {(1, 1): (2.0, 50.0), (2, 1): (3.0, 90.0), (2, 2): (1.0, 20.0)}}
    found = Rerun(FIRST, 1000, 1000, {"depth": spread}, tables, {})
    slide = runs(names, Findings(runs=(found,)))
    assert slide["headline"] == "The middle table did better than 55 % of 1,000 runs by AI."
    assert "fixed rules (Linear) that the scenario assumes" in slide["says"]
    assert slide["panels"][0]["edges"] == [0.0, 1.0, 2.0, 3.0, 4.5]
    assert "eight in ten runs lie between 0.5 and 3.5" in slide["panels"][0]["spoken"]
    assert [each["text"] for each in slide["list"]] == ["90 %", "20 %"]


def test_people_are_set_beside_ai_in_their_seat(names):
    seat = InSeat(2, FIRST, FIRST, "jp-meti", 30, 60, 70, 80, 90, {1: 75.0}, {1: 60.0}, 71.0, 1000)
    slide = ai(names, Findings(seats=(seat,)))
    assert slide["headline"].startswith("In 60 % of the comparisons")
    assert slide["rows"][0]["seat"] == "METI"
    nobody = InSeat(2, FIRST, FIRST, "jp-meti", 30, 60, 70, 80, 90, {}, {}, 71.0, 1000)
    assert ai(names, Findings(seats=(nobody,)))["headline"].startswith("This is what an AI makes")
