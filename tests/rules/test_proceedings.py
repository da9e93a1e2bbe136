"""The order of a meeting: who is asked what next."""

import pytest

from sim.rules.codes import AMEND, CHAIR, MINISTERIAL, OBJECT, PRINCIPAL, RECESS, WORKING
from sim.rules.conclude import start
from sim.rules.proceedings import next_speaker
from tests.rules.meeting import asked, consent, meeting, passes, say, to_the_end
from tests.rules.small import move, renewed

WISHES = {"position": [[4.0, 4.0], [4.0, 1.0], [4.0, 4.0], [2.0, 1.0]]}


@pytest.mark.parametrize("month", range(1, 6))
def test_the_rota_starts_one_place_further_on_each_month(month: int):
    p, s = meeting(month=month)
    assert asked(p, s) == ("floor", month % 4)


def test_only_principals_speak():
    p, s = meeting(month=0, role0=[CHAIR, 2, 1, PRINCIPAL], ministerial_rounds=1)
    assert to_the_end(p, s) == [("floor", 0), ("floor", 3)]


def test_the_least_satisfied_speaks_first():
    p, s = meeting(month=0, least_satisfied_first=1, **WISHES)
    s.text[0, :2], s.clean[0, :2] = [4, 0], [1, 0]
    renewed(p, s)
    # What L4 of item 0 brings them: 0.5, 0.5, 0.5 and 0.5 * (0.5 - 0.5) = 0.
    order = []
    for _ in range(4):
        order += say(p, s, passes())
    assert [agency for _, agency in order] == [3, 0, 1, 2]


def test_the_least_satisfied_changes_with_the_text():
    p, s = meeting(month=0, least_satisfied_first=1, **WISHES)
    say(p, s, move(AMEND, i1=3), consent(), consent(), consent())
    # L3 of item 1 takes from agencies 1 and 3 an eighth each; agency 0 has spoken.
    assert asked(p, s) == ("floor", 1)
    assert next_speaker(p, s, 0) == 3  # should it not speak


@pytest.mark.parametrize(
    ("kind", "rounds"), [(WORKING, {"session_rounds": 2}), (MINISTERIAL, {"ministerial_rounds": 3})]
)
def test_a_meeting_has_its_rounds(kind: int, rounds: dict[str, int]):
    p, s = meeting(kind, **rounds)
    assert len(to_the_end(p, s)) == 4 * next(iter(rounds.values()))


def test_everybody_but_the_mover_answers_once():
    p, s = meeting(month=0)
    asks = say(p, s, passes(), move(AMEND, i0=1), *[consent()] * 3, passes())
    assert asks[1:] == [("floor", 1), ("answer", 0), ("answer", 2), ("answer", 3), ("floor", 2)]


def test_an_answer_is_asked_for_until_it_is_given():
    p, s = meeting(month=0)
    say(p, s, move(AMEND, i0=1))
    assert asked(p, s) == asked(p, s) == ("answer", 1)


def test_forums_meet_one_after_the_other():
    p, s = meeting(month=0, n_forums=2, ministerial_rounds=1)
    places = []
    while asked(p, s)[0] != "chance":
        places.append((int(s.ask_forum[0]), int(s.ask_agency[0])))
        say(p, s, passes())
    assert places == [(f, a) for f in range(2) for a in range(4)]
    assert (s.ask_forum[0], s.ask_agency[0]) == (-1, -1)


def test_a_recess_of_officials_ends_their_meeting_and_no_other():
    p, s = meeting(WORKING, month=0, n_forums=2, session_rounds=1)
    say(p, s, move(RECESS))
    assert asked(p, s) == ("floor", 0)
    assert s.ask_forum[0] == 1


def test_every_question_of_a_month_has_a_number_of_its_own():
    p, s = meeting(month=0)
    seen = []
    for each in (passes(), move(AMEND, i0=1), consent(), move(OBJECT, item=0, reason=7)):
        asked(p, s)
        seen.append(int(s.turn[0]))
        say(p, s, each)
    assert seen == [1, 2, 3, 4]


def test_who_spoke_before_a_recess_speaks_again_at_the_next_meeting():
    p, s = meeting(month=0)
    say(p, s, passes(), move(RECESS))
    assert asked(p, s) == ("chance", -1)
    start(p, s, 0)
    assert [agency for _, agency in say(p, s, *[passes()] * 4)] == [0, 1, 2, 3]
