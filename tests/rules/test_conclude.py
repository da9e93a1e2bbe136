"""The closing ladder: full, clean, statement, none; clearance at home; one re-opening."""

import pytest

from sim.rules.codes import (
    ABSENT,
    AMEND,
    BELOW_ASPIRATION,
    CHAIR,
    CLEAN,
    CLOSE,
    DONE,
    FULL,
    NO_BILL,
    NONE,
    OBJECT,
    ON_FLOOR,
    PARTNER,
    PENDING,
    PRINCIPAL,
    RED_LINE,
    STATEMENT,
    SUBORDINATE,
    UNDER_WAY,
    WORKING,
)
from sim.rules.conclude import lapse, start
from tests.rules.meeting import asked, consent, meeting, passes, say, to_the_end
from tests.rules.small import move, renewed

QUIET = {"ministerial_rounds": 1}
AT_HOME = [CHAIR, SUBORDINATE, CHAIR, PRINCIPAL]
"""Agency 1, which leads on item 1 for side 0, is not heard."""


def refusal(item: int, reason: int = BELOW_ASPIRATION):
    return move(OBJECT, item=item, reason=reason)


def with_text(text, month: int = 1, **changes):
    """Return a meeting on a text of which the levels above 0 are agreed."""
    p, s = meeting(month=month, **QUIET | changes)
    s.text[0, :2] = text
    s.clean[0, :2] = [level > 0 for level in text]
    return p, s


def ended(s):
    return int(s.outcome[0]), int(s.closed[0]), s.statement[0, :2].tolist()


def test_a_whole_text_is_put_to_the_ministers_and_adopted():
    p, s = with_text([3, 2])
    assert say(p, s, *[passes()] * 4, *[consent()] * 4)[4:] == [("closing", a) for a in range(4)]
    assert asked(p, s) == ("chance", -1)
    assert ended(s) == (FULL, 1, [3, 2])


def test_officials_adopt_nothing():
    p, s = with_text([3, 2])
    s.session[0] = WORKING
    assert [question for question, _ in to_the_end(p, s)] == ["floor"] * 4
    assert s.outcome[0] == UNDER_WAY


def test_brackets_keep_a_text_open():
    p, s = with_text([3, 0])
    assert [question for question, _ in to_the_end(p, s)] == ["floor"] * 4
    assert s.outcome[0] == UNDER_WAY


def test_what_the_forum_cannot_take_up_does_not_keep_it_open():
    p, s = with_text([3, 0], role0=[CHAIR, ABSENT, CHAIR, ABSENT])
    to_the_end(p, s)
    assert ended(s) == (FULL, 1, [3, 0])


def test_all_may_agree_to_close_on_what_is_clean():
    p, s = with_text([3, 0])
    seen = say(p, s, move(CLOSE), consent(), consent(), consent())
    assert [question for question, _ in seen] == ["floor", "closing", "closing", "closing"]
    asks = to_the_end(p, s)
    assert asks == [*(("floor", a) for a in (2, 3, 0)), *(("closing", a) for a in range(4))]
    assert ended(s) == (CLEAN, 1, [3, 0])


def test_one_objection_is_enough_not_to_close():
    p, s = with_text([3, 0])
    say(p, s, move(CLOSE), consent(), refusal(0), consent())
    to_the_end(p, s)
    assert s.closing[0] == 0
    assert s.outcome[0] == UNDER_WAY
    assert s.vetoes[0].sum() == 1


def test_a_text_that_is_refused_may_come_back():
    p, s = with_text([3, 2])
    s.closing[0] = 1
    say(p, s, *[passes()] * 4, consent(), refusal(0), consent(), consent())
    assert asked(p, s) == ("chance", -1)
    assert s.outcome[0] == UNDER_WAY
    assert (s.closing[0], s.vetoes[0, 1]) == (0, 1)
    assert s.text[0, :2].tolist() == [3, 2]


def test_at_the_last_meeting_what_is_clean_is_the_early_harvest():
    p, s = with_text([3, 0], month=8, deadline=8)
    to_the_end(p, s)
    assert ended(s) == (CLEAN, 8, [3, 0])


@pytest.mark.parametrize(
    ("trust", "expectation", "outcome"),
    [
        (0.75, 0.0, STATEMENT),
        (0.5, 0.0, STATEMENT),  # the threshold is 0.5
        (0.25, 0.0, NONE),
        (0.75, 0.25, STATEMENT),
        (0.75, 0.5, NONE),  # so much was hoped for that 0.75 is no longer enough
    ],
)
def test_without_commitments_trust_decides_about_a_statement(trust, expectation, outcome):
    p, s = with_text(
        [0, 0], month=8, trust0=trust, tension0=0.0, expectation0=expectation, statement_trust=0.5
    )
    to_the_end(p, s)
    assert ended(s) == (outcome, 8, [0, 0])


def test_ministers_who_refuse_the_last_text_may_still_issue_a_statement():
    p, s = with_text([3, 2], month=8, trust0=1.0, expectation0=0.0)
    say(p, s, *[passes()] * 4, refusal(0), *[consent()] * 3)
    asked(p, s)
    assert ended(s) == (STATEMENT, 8, [0, 0])


def test_agencies_at_home_with_authority_over_the_text_clear_it():
    p, s = with_text([3, 2], role0=AT_HOME)
    asks = to_the_end(p, s)
    assert asks[-1] == ("clearance", 1)
    assert s.outcome[0] == FULL
    p, s = with_text([3, 0], role0=AT_HOME, month=8)
    assert ("clearance", 1) not in to_the_end(p, s)  # nothing of it is in the text


def refused_at_home(**changes):
    """Return a text of two items of which home refused the second, once."""
    p, s = with_text([3, 2], **{"month": 7, "role0": AT_HOME} | changes)
    say(p, s, *[passes()] * 3, *[consent()] * 3, refusal(1, RED_LINE))
    asked(p, s)
    return p, s


def test_what_home_refuses_goes_back_into_brackets_and_out_of_the_mandate():
    _, s = refused_at_home()
    assert s.outcome[0] == UNDER_WAY
    assert (s.text[0, :2].tolist(), s.clean[0, :2].tolist()) == ([3, 0], [1, 0])
    assert (s.objector[0, 1], s.reason[0, 1]) == (1, RED_LINE)
    assert s.mandate[0, :2, 1].tolist() == [0b00010, 0b11110]  # levels 2 and up, of its side
    assert s.mandate[0, :2, 0].tolist() == [0b11110, 0b11110]
    assert (s.reopened[0], s.refused[0, 1, 2]) == (1, 1.0)
    assert (s.vetoes[0, 1], s.contested[0, :4, :2].tolist()) == (
        1,
        [[0, 0], [0, 1], [0, 0], [0, 0]],
    )


def test_a_refusal_shows_the_drafters_what_they_misread():
    p, s = with_text([3, 2], role0=AT_HOME)
    s.misread[1, :2] = 0.5
    say(p, s, *[passes()] * 3, *[consent()] * 3, refusal(1))
    asked(p, s)
    assert s.misread[1, :2].tolist() == [0.5, 0.0]


@pytest.mark.parametrize(("month", "deadline"), [(1, 8), (6, 8), (7, 9), (8, 10)])
def test_a_re_opening_gives_time_where_there_is_too_little(month: int, deadline: int):
    _, s = refused_at_home(month=month, deadline=8, reopen_months=2)
    assert s.deadline[0] == deadline


def test_a_second_refusal_is_the_end():
    p, s = refused_at_home()
    s.text[0, 1], s.clean[0, 1] = 1, 1
    s.stage[0], s.round[0] = ON_FLOOR, 0
    say(p, s, *[passes()] * 3, *[consent()] * 3, refusal(1))
    asked(p, s)
    assert ended(s) == (NONE, 7, [0, 0])


def test_commitments_from_a_level_on_need_a_bill():
    p, s = with_text([3, 2], legislature_from=[[3, 3], [4, 2]])
    to_the_end(p, s)
    assert s.bill[0, :2, :2].tolist() == [[PENDING, NO_BILL], [NO_BILL, PENDING]]


def test_a_partner_is_asked_for_clearance_once_and_a_principal_never():
    p, s = with_text([3, 2], role0=[CHAIR, PARTNER, CHAIR, PRINCIPAL])
    asks = to_the_end(p, s)
    assert [agency for question, agency in asks if question == "clearance"] == [1]
    assert [agency for question, agency in asks if question == "closing"] == [0, 2, 3]


def test_the_text_of_the_meeting_itself_can_be_adopted():
    p, s = meeting(month=0, **QUIET)
    renewed(p, s)
    say(p, s, move(AMEND, i0=3, i1=2), *[consent()] * 3, *[passes()] * 3, *[consent()] * 4)
    asked(p, s)
    assert ended(s) == (FULL, 0, [3, 2])


def test_a_forum_whose_ministers_find_no_date_at_the_end_ends():
    p, s = meeting(WORKING, month=8, deadline=8)
    s.text[0, 0], s.clean[0, 0] = 3, 1
    lapse(p, s, 0)
    assert ended(s) == (NONE, 8, [0, 0])  # none of its ministers has ever met
    p, s = meeting(WORKING, month=7, deadline=8)
    lapse(p, s, 0)
    assert s.outcome[0] == UNDER_WAY


def test_at_the_horizon_there_is_no_time_for_a_re_opening():
    _, s = refused_at_home(month=12, deadline=12, horizon=12)
    assert ended(s) == (NONE, 12, [0, 0])


def test_a_re_opening_gives_a_month_at_least_and_none_beyond_the_horizon():
    _, s = refused_at_home(month=8, deadline=8, reopen_months=0)
    assert s.deadline[0] == 9
    _, s = refused_at_home(month=8, deadline=8, reopen_months=9, horizon=12)
    assert s.deadline[0] == 12


def test_a_meeting_starts_afresh():
    p, s = meeting()
    s.round[0], s.mover[0], s.spoke[0, :4] = 1, 2, 1
    start(p, s, 0)
    assert (s.stage[0], s.round[0], s.mover[0], s.spoke.any()) == (ON_FLOOR, 0, -1, False)


@pytest.mark.parametrize(("session", "outcome"), [(0, UNDER_WAY), (WORKING, NONE)])
def test_a_forum_that_does_not_meet_does_not_start(session: int, outcome: int):
    p, s = meeting()
    s.session[0], s.outcome[0] = session, outcome
    start(p, s, 0)
    assert s.stage[0] == DONE
