"""The floor: amendments, silence, brackets with a name and a reason, linkage, recess, appeal."""

import pytest

from sim.rules.codes import (
    AMEND,
    APPEAL,
    BELOW_ASPIRATION,
    CHAIR,
    CHAIR_TEXT,
    CLOSE,
    HOME_MARGIN,
    MINISTERIAL,
    OBJECT,
    OWN_REASON,
    PARTNER,
    PRINCIPAL,
    RECESS,
    WORKING,
    WORSE_THAN_TEXT,
)
from tests.rules.meeting import WHOLE, asked, consent, meeting, passes, say
from tests.rules.small import move


def refusal(item: int, reason: int = OWN_REASON):
    return move(OBJECT, item=item, reason=reason)


def test_nobody_speaks_out_of_turn_and_everybody_in_each_round():
    p, s = meeting(month=0, ministerial_rounds=2)
    seen = say(p, s, *[passes()] * 8)
    # Month 0 starts with agency 0, and each round one place further on.
    assert [agency for _, agency in seen] == [0, 1, 2, 3, 1, 2, 3, 0]
    assert asked(p, s) == ("chance", -1)


def test_an_amendment_enters_the_text_when_nobody_objects():
    p, s = meeting(month=0)
    seen = say(p, s, move(AMEND, i0=3), consent(), consent(), consent())
    assert seen == [("floor", 0), ("answer", 1), ("answer", 2), ("answer", 3)]
    asked(p, s)
    assert s.text[0, :2].tolist() == [3, 0]
    assert s.clean[0, :2].tolist() == [1, 0]
    assert (s.amendments[0], s.adopted[0, 0], s.linkages[0]) == (1, 1, 0)


def test_one_objection_keeps_the_item_in_brackets_with_a_name_and_a_reason():
    p, s = meeting(month=0)
    say(p, s, move(AMEND, i0=3), consent(), refusal(0, WORSE_THAN_TEXT), consent())
    assert asked(p, s) == ("floor", 1)
    assert s.text[0, 0] == s.clean[0, 0] == 0
    assert (s.objector[0, 0], s.reason[0, 0]) == (2, WORSE_THAN_TEXT)
    assert (s.refused[0, 0, 3], s.vetoes[0, 2], s.adopted[0, 0]) == (1.0, 1, 0)


def test_what_is_agreed_takes_the_objection_off():
    p, s = meeting(month=0)
    say(p, s, move(AMEND, i0=3), refusal(0), consent(), consent())
    seen = say(p, s, move(AMEND, i0=2), consent(), consent(), consent())
    assert seen == [("floor", 1), ("answer", 0), ("answer", 2), ("answer", 3)]
    asked(p, s)
    assert (s.text[0, 0], s.objector[0, 0], s.reason[0, 0]) == (2, -1, 0)
    assert s.refused[0, 0, 3] == 1.0  # but it is remembered


def test_an_agreed_item_may_be_amended_again_and_an_objection_leaves_it():
    p, s = meeting(month=0)
    say(p, s, move(AMEND, i0=3), consent(), consent(), consent())
    say(p, s, move(AMEND, i0=4), refusal(0), consent(), consent())
    asked(p, s)
    assert (s.text[0, 0], s.clean[0, 0]) == (3, 1)


def test_a_level_that_is_given_up_is_remembered_like_a_refusal():
    p, s = meeting(month=0)
    say(p, s, move(AMEND, i0=3), consent(), consent(), consent())
    say(p, s, move(AMEND, i0=2), consent(), consent(), consent())
    asked(p, s)
    assert s.refused[0, 0].tolist() == [0, 0, 0, 1, 0]


def test_linked_items_enter_together_or_not_at_all():
    p, s = meeting(month=0)
    say(p, s, move(AMEND, i0=3, i1=2), consent(), consent(), refusal(1))
    asked(p, s)
    assert s.text[0, :2].tolist() == [0, 0]
    assert s.objector[0, :2].tolist() == [-1, 3]
    say(p, s, move(AMEND, i0=3, i1=2), consent(), consent(), consent())
    asked(p, s)
    assert s.text[0, :2].tolist() == [3, 2]
    assert s.linkages[0] == 1


def test_the_record_counts_what_each_seat_has_asked_for():
    p, s = meeting(month=0)
    say(p, s, move(AMEND, i0=3), refusal(0), consent(), consent())
    say(p, s, move(AMEND, i0=2), refusal(0), consent(), consent())
    asked(p, s)
    assert s.proposed[0, 0, 0].tolist() == [0, 0, 0, 1, 0]
    assert s.proposed[0, 1, 0].tolist() == [0, 0, 1, 0, 0]
    assert (s.first_tabled[0, 0], s.tabled[0, 0]) == (3, 2)
    assert (s.first_tabled[0, 1], s.tabled[0, 1]) == (-1, -1)
    assert (s.motion[0, :2] == -1).all()


def test_what_others_amendments_bring_is_counted_but_not_ones_own():
    p, s = meeting(month=0, salience=[[0.75, 0.25]])
    say(p, s, move(AMEND, i0=2), consent(), consent(), consent())
    asked(p, s)
    # Item 0 from L0 to L2 is worth 2/4 more, with a weight of 0.75.
    assert s.received[0, :4].tolist() == [0.0, 0.375, 0.375, 0.375]


def test_asking_for_something_new_counts_as_an_offer():
    p, s = meeting(month=0, ministerial_rounds=9)
    made = []
    for level in (3, 3, 2, 4):
        while asked(p, s) != ("floor", 0):
            say(p, s, passes())
        say(p, s, move(AMEND, i0=level), refusal(0), consent(), consent())
        asked(p, s)
        made.append((s.offers[0, 0], s.steps_down[0, 0], s.lowest_offer[0, 0]))
    # What the table has not heard from it yet is new, whatever it is worth to the seat, which
    # alone knows its steps down. Half of its weight lies on item 0: L3 is worth 0.5 * 3/4.
    assert made == [(1, 1, 0.375), (1, 1, 0.375), (2, 2, 0.25), (3, 2, 0.25)]


@pytest.mark.parametrize(("meets", "after"), [(MINISTERIAL, ("chance", -1)), (WORKING, None)])
def test_a_recess_ends_the_meeting(meets: int, after: object):
    p, s = meeting(meets, month=0)
    say(p, s, move(RECESS))
    assert asked(p, s) == ("chance", -1)
    assert s.recesses[0, :2].tolist() == [1, 0]


def test_a_recess_clears_what_all_who_must_sign_concur_in():
    p, s = meeting(month=0)
    s.mandate[0, 0, :2] = 0b110
    p.red_line[1, 1] = 0b1000  # agency 1, which leads on item 1, cannot have L3
    say(p, s, move(RECESS))
    assert s.mandate[0, :2, :2].tolist() == [[0b1110, 0b110], [WHOLE, WHOLE]]
    assert s.stalled[0, :2, :2].tolist() == [[0, 0], [0, 0]]


@pytest.mark.parametrize("lead", [0, 1])
def test_a_recess_clears_nothing_over_anybodys_head(lead: int):
    p, s = meeting(month=0)
    s.mandate[0, 0, :2] = 0b110
    p.red_line[lead, lead] = 0b1000
    say(p, s, move(RECESS))
    assert s.mandate[0, 0, lead] == 0b110


def test_a_recess_asks_anew_about_the_level_it_clears():
    p, s = meeting(month=0)
    s.mandate[0, 0, 0] = 0b10
    s.concur[0, 0, 0] = 1  # in L1, which has been cleared since
    p.red_line[0, 0] = 0b100
    say(p, s, move(RECESS))
    assert s.mandate[0, 0, 0] == 0b10


def test_an_appeal_takes_a_stalled_level_to_the_centre():
    p, s = meeting(month=0)
    s.mandate[0, 0, 1] = 0
    s.stalled[0, 0, 1], s.stalled_by[0, 0, 1] = 1, 1
    say(p, s, move(APPEAL, item=1))
    assert s.mandate[0, 0, 1] == 0b10
    assert (s.settled[0], s.attention[0], s.buy_in[1]) == (1, 0.75, 0.25)
    assert asked(p, s) == ("floor", 1)


# Agency 1 is at home, leads on item 1, wishes it at L0 and gives it half of its weight.
HOME = {
    "role0": [CHAIR, PARTNER, CHAIR, PRINCIPAL],
    "position": [[4.0, 4.0, 4.0], [4.0, 0.0, 0.0], [4.0, 4.0, 4.0], [4.0, 4.0, 4.0]],
}


def linkage(**changes):
    p, s = meeting(month=0, **HOME, **changes)
    say(p, s, move(AMEND, i0=2, i1=2), consent(), consent())
    asked(p, s)
    return s


def test_a_linkage_that_costs_a_home_agency_is_paid_for():
    s = linkage(side_payments=0.5)
    assert s.text[0, :2].tolist() == [2, 2]
    assert s.payments[:2].tolist() == [0.25, 0.5]  # two levels of item 1: 0.5 * 2/4


def test_a_linkage_that_cannot_be_paid_for_stays_in_brackets_in_the_agencys_name():
    s = linkage(side_payments=0.125)
    assert s.text[0, :2].tolist() == [0, 0]
    assert s.objector[0, :2].tolist() == [-1, 1]
    assert s.reason[0, 1] == HOME_MARGIN
    assert s.payments[0] == 0.125


def test_only_who_leads_on_an_item_of_the_linkage_is_owed_anything():
    lead = [[1.0, 0.0, 0.0], [0.0, 0.5, 1.0], [1.0, 0.0, 0.0], [0.0, 1.0, 1.0]]
    s = linkage(n_items=3, authority=lead, side_payments=0.0)
    assert s.text[0, :3].tolist() == [
        2,
        2,
        0,
    ]  # agency 1 has a share in item 1, and leads on item 2


def test_a_single_item_needs_no_side_payment():
    p, s = meeting(month=0, **HOME, side_payments=0.0)
    say(p, s, move(AMEND, i1=2), consent(), consent())
    asked(p, s)
    assert s.text[0, 1] == 2


def test_agencies_with_a_seat_speak_for_themselves():
    roles = {"role0": [CHAIR, PRINCIPAL, CHAIR, PRINCIPAL]}
    p, s = meeting(month=0, **HOME | roles)
    say(p, s, move(AMEND, i0=2, i1=2), consent(), consent(), consent())
    asked(p, s)
    assert s.text[0, :2].tolist() == [2, 2]


def test_an_amendment_undoes_the_agreement_to_close():
    p, s = meeting(month=0)
    s.closing[0] = 1
    say(p, s, move(AMEND, i0=2), consent(), consent(), refusal(0, BELOW_ASPIRATION))
    asked(p, s)
    assert s.closing[0] == 1
    say(p, s, move(AMEND, i0=2), consent(), consent(), consent())
    asked(p, s)
    assert s.closing[0] == 0


def test_a_chairs_own_text_is_tabled_once_for_its_side():
    p, s = meeting(month=0, n_items=3, authority=1.0, link_limit=1)
    say(p, s, move(CHAIR_TEXT, i0=1, i1=2, i2=3), consent(), consent(), consent())
    asked(p, s)
    assert s.text[0, :3].tolist() == [1, 2, 3]
    assert s.chair_texts[0, :2].tolist() == [1, 0]
    say(p, s, move(AMEND, i0=2))
    assert s.chair_texts[0, :2].tolist() == [1, 0]


def test_a_motion_to_close_is_put_to_all_the_others():
    p, s = meeting(month=0)
    s.objections[0], s.answered[0, :4] = 3, 1
    seen = say(p, s, move(CLOSE), consent(), consent(), consent())
    assert seen == [("floor", 0), ("closing", 1), ("closing", 2), ("closing", 3)]
    assert asked(p, s) == ("floor", 1)
    assert (s.closing[0], s.mover[0]) == (1, -1)


def test_levels_without_a_change_bring_nobody_anything():
    p, s = meeting(month=0)
    say(p, s, move(AMEND, i0=2), consent(), consent(), consent())
    say(p, s, move(AMEND, i1=2), consent(), consent(), consent())
    asked(p, s)
    assert s.received[0, :4].tolist() == [0.25, 0.25, 0.5, 0.5]
