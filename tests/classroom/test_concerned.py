"""Whose screens a change concerns: what mates see of one another is shown to the whole table."""

import pytest


@pytest.fixture
def told(hands):
    """Return a class whose statement is to be signed, and whom its changes concerned since."""
    room = hands.make(people=4)
    hands.to(room, "statements")
    found: list[set[str]] = []
    room.watchers.append(lambda whom, who: found.append(whom))
    return room, found


@pytest.mark.parametrize(
    ("what", "more"),
    [
        ("sign", {"yes": True, "reason": ""}),
        ("speak", {"language": "ja"}),
    ],
)
def test_what_mates_see_of_somebody_concerns_their_table(hands, told, what, more):
    room, found = told
    table = room.state.students["s1"].table
    assert hands.do(room, "s1", what, **more).ok
    assert f"table:{table}" in set().union(*found)


def test_an_answer_of_ones_own_concerns_nobody_else(hands, told):
    room, found = told
    assert hands.do(room, "s1", "answer", questionnaire="after", item="delivery", value="heard").ok
    assert set().union(*found) == {"staff", "student:s1"}


def test_who_sits_at_no_table_concerns_nobody_else(hands):
    room = hands.make(people=4)
    found: list[set[str]] = []
    room.watchers.append(lambda whom, who: found.append(whom))
    assert hands.do(room, "s1", "speak", language="ja").ok
    assert found == [{"staff", "student:s1"}]
