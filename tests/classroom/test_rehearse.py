"""A rehearsal: the teacher's lesson played by bots, through the same doors as a class."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from classroom.doings import TRIES
from classroom.plan import plans
from classroom.questionnaires import AFTER, BEFORE, ITEMS, changes, valid_answer
from classroom.rehearsal import cast
from classroom.rehearsal.cast import NAMES, name
from classroom.rehearse import measured, rehearsed
from classroom.said import tables
from tests.classroom.lessons import PEOPLE, SHORT, lesson


def kept(entries: list) -> list:
    """Return entries without the keys, which are drawn anew each time."""
    plain = []
    for each in entries:
        data = {key: value for key, value in each.data.items() if key not in ("key", "words")}
        plain.append(replace(each, data=data))
    return plain


def test_it_opens_at_its_debrief_with_everybody_having_done_everything():
    state = lesson().state
    assert state.at.kind == "debrief"
    assert len(state.present) == PEOPLE
    for student in state.present:
        assert student.table > 0
        assert student.seat
        assert student.lines
        assert student.sign is not None
        for tries in student.checks.values():
            assert 1 <= len(tries) <= TRIES
            assert tries[-1][1]
        for when in (BEFORE, AFTER):
            for item, value in student.answers.get(when, {}).items():
                assert valid_answer(when, item, value)
    assert [each.item for each in changes(state)] == list(ITEMS)
    assert all(each.moved.n > 0 for each in changes(state))


def test_times_rise_and_rounds_last_as_long_as_the_plan_says():
    entries = lesson().entries
    assert [each.n for each in entries] == list(range(1, len(entries) + 1))
    assert [each.t for each in entries] == sorted(each.t for each in entries)
    steps = [each for each in entries if each.kind == "stepped"]
    assert len(steps) == len(SHORT.step) - 2
    for before, after in pairwise(steps):
        minutes = SHORT.step[before.data["to"]].minutes
        assert after.t - before.t <= 60 * minutes + 60


def test_people_decide_most_of_what_is_decided_while_a_round_is_on():
    ends = {e.data["to"]: e.t for e in lesson().entries if e.kind == "stepped"}
    closed = {ends[k + 1] for k, step in enumerate(SHORT.step) if step.kind == "play"}
    by = Counter(
        each.data["by"]
        for each in lesson().entries
        if each.kind == "decided" and each.t not in closed
    )
    assert by["human"] > 3 * (by["default"] + by["ai"])
    assert by["default"] > 0
    assert by["ai"] > 0  # the last table is not full


def test_the_same_seed_makes_the_same_class_in_any_number_of_processes():
    one = rehearsed(SHORT, 6, 4, workers=0)
    other = rehearsed(SHORT, 6, 4, workers=2)
    assert kept(one.entries) == kept(other.entries)
    assert kept(rehearsed(SHORT, 6, 5, workers=0).entries) != kept(one.entries)
    assert [each.game.digest for each in one.plays] == [each.game.digest for each in other.plays]
    assert measured(one, 1).measures == measured(other, 1).measures


def test_the_class_that_comes_of_it_is_one_like_any_other(hands):
    room = hands.house.adopt(lesson().entries)
    assert room.state.at.kind == "debrief"
    for tid, table in room.state.tables.items():
        for number, sitting in table.sittings.items():
            mine = next(p for p in lesson().plays if (p.round, p.table) == (number, tid))
            assert sitting.live.over
            assert sitting.live.game.digest == mine.game.digest
    assert hands.teach(room, "slide", to=2).ok
    assert hands.next(room).ok


@pytest.mark.parametrize("people", [0, 601])
def test_a_rehearsal_has_people_but_not_too_many(people: int):
    with pytest.raises(ValueError, match="1 to 600"):
        rehearsed(SHORT, people)


def test_one_student_alone_plays_against_ai():
    made = rehearsed(SHORT, 1, 1, workers=0)
    assert len(made.plays) == 2
    for each in made.plays:
        ((seat, sids),) = each.people.items()
        assert sids == ("s1",)
        assert {s for s, share in each.share.items() if share > 0.0} == {seat}


def test_everybody_has_a_name_of_their_own():
    names = [name(n) for n in range(600)]
    assert len(set(names)) == 600
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.slow
@pytest.mark.parametrize("plan", sorted(plans()))
def test_every_plan_can_be_rehearsed(plan: str):
    made = rehearsed(plans()[plan], 17, 2)
    assert made.state.at.kind == "debrief"
    shop = measured(made, 2)
    assert shop.faults == {}
    assert len(shop.results) >= len(made.plays)


def test_who_reads_japanese_rehearses_with_people_who_write_it():
    texts = {*cast.HELD_BACK, *cast.TAKEAWAYS, cast.DISSENT}
    assert texts - set(tables("ja")["bot"]) == set()
    made = rehearsed(SHORT, 4, 3, workers=0, language="ja")
    assert {each.language for each in made.state.students.values()} == {"ja"}
    written = [each.takeaway for each in made.state.students.values()]
    written += [line for each in made.state.students.values() for line in each.lines.values()]
    assert len(written) > 4
    assert not [text for text in written if text.isascii() and text]
    assert not [each.nick for each in made.state.students.values() if each.nick.isascii()]
    english = rehearsed(SHORT, 4, 3, workers=0)
    assert [each.game.digest for each in english.plays] == [each.game.digest for each in made.plays]
