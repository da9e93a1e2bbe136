"""Changes of a run: what they set, and what is wrong with those that set nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.arrange import arrange
from scenarios.paths import Change, choices, parse
from scenarios.problems import ScenarioError
from scenarios.scenario import Scenario
from scenarios.world import World


def made(small: Scenario, *texts: str, configuration: str | None = None) -> World:
    return arrange(small, configuration, [parse(text) for text in texts])


# What is set, then the cells of the arrays that must hold the number, and the number.
SETS = [
    ("pace=0.5", [("pace", ())], 0.5),
    ("horizon=36", [("horizon", ())], 36),
    ("stall_limit=4", [("stall_limit", ())], 4),
    ("gridlock.us=0.8", [("gridlock0", (0,))], 0.8),
    ("gridlock=0.8", [("gridlock0", (0,)), ("gridlock0", (1,))], 0.8),
    ("turf.us-two=0.2", [("turf0", (1,))], 0.2),
    ("link_limit=2", [("link_limit", (0,)), ("link_limit", (1,))], 2),
    ("link_limit.pair=2", [("link_limit", (1,))], 2),
    ("position.jp-one.I01=3", [("position", (3, 0))], 3),
    ("position.jp.I02=0.5", [("position", (3, 1))], 0.5),
    ("salience_lead=0.9", [("salience", (0, 0)), ("salience", (4, 1))], 0.9),
    ("salience.us-one.I02=0.9", [("salience", (0, 1))], 0.9),
    ("outside.us-one.I03=0.3", [("outside", (0, 2))], 0.3),
    ("red_line.us-one.I01=2", [("red_line", (0, 0))], 0b11000),
    ("red_line.us-one.I01=0", [("red_line", (0, 0))], 0b11110),
    ("red_line_below.us-one.I01=3", [("red_line", (0, 0))], 0b00110),
    ("red_line_below.jp-two.I02=2", [("red_line", (4, 1))], 0b10010),
    ("authority.us-three.I01=lead", [("authority", (2, 0))], 1.0),
    ("authority.us-one.I01=none", [("authority", (0, 0))], 0.0),
    ("legislature.jp.I01=2", [("legislature_from", (1, 0))], 2),
    ("dual_use.I01=0.7", [("dual_use", (0,))], 0.7),
    ("strategy.jp-one=boulware", [("strategy", (3,))], 1),
    ("strategy=conceder", [("strategy", (a,)) for a in range(5)], 3),
    ("event.E01=off", [("event_month", (0,)), ("event_chance", (0,))], 0),
    ("event.E02=off", [("event_month", (1,)), ("event_chance", (1,))], 0),
    ("event.E01=on", [("event_month", (0,))], 5),
    ("event.E01.month=7", [("event_month", (0,))], 7),
    ("event.E02.chance=0.4", [("event_chance", (1,))], 0.4),
    ("event.E01.effects.1=0.4", [("effect_size", (1,))], 0.4),
    ("event.E02.effects.0=chair", [("effect_size", (2,))], 4),
    ("event.E02.effects.0=1", [("effect_size", (2,))], 1),
    ("pressure.firms=0.3", [("pressure0", (0,))], 0.3),
    ("pressure.firms.I01=-0.5", [("pressure_weight", (0, 0))], -0.5),
    ("role.trade.us-three=absent", [("role0", (0, 2))], 0),
    ("consult.us-three=subordinate", [("role0", (0, 2)), ("role0", (1, 2))], 1),
    ("consult.us-one=partner", [("role0", (0, 0))], 2),
    ("seat.us-three=principal", [("role0", (0, 2)), ("role0", (1, 2))], 3),
]


@pytest.mark.parametrize(("text", "cells", "number"), SETS, ids=[row[0] for row in SETS])
def test_a_change_sets_its_cells_and_no_other(
    small: Scenario, text: str, cells: list[tuple[str, tuple[int, ...]]], number: float
):
    before, after = arrange(small), made(small, text)
    for field, index in cells:
        array = getattr(after.params, field)
        assert (array[index] if index else array) == number
        if index:
            after.block[field][0][index] = before.block[field][0][index]
        else:
            after.block[field][0] = before.block[field][0]
    if text != "salience_lead=0.9":
        assert after.block.tobytes() == before.block.tobytes()


def test_salience_lead_reaches_every_lead_without_a_stance(small: Scenario):
    salience = made(small, "salience_lead=0.9").params.salience
    assert [(a, i) for a in range(5) for i in range(3) if salience[a, i] == 0.9] == [
        (0, 0),
        (1, 1),
        (1, 2),
        (3, 0),
        (3, 2),
        (4, 1),
    ]


@pytest.mark.parametrize(
    "pair",
    [("link_limit=2", "link_limit.pair=5"), ("position.us.I01=1", "position.us-two.I01=5e-1")],
)
def test_the_closer_change_wins_in_either_order(small: Scenario, pair: tuple[str, str]):
    one, other = made(small, *pair), made(small, *reversed(pair))
    assert one.digest == other.digest
    assert one.digest not in (made(small, pair[0]).digest, made(small, pair[1]).digest)


def test_an_agency_may_be_brought_in(small: Scenario):
    world = made(small, "consult.us-four=partner")
    assert "us-four" in world.agencies
    assert world.params.role0[:, world.index("agency", "us-four")].tolist()[:2] == [2, 2]


def test_a_chair_who_leaves_is_followed(small: Scenario):
    world = made(small, "seat.us-one=absent")
    assert world.params.role0[1, :5].tolist() == [0, 4, 2, 4, 3]
    assert world.figure("role.pair.us-two").value == "chair"


def test_a_new_chair_takes_over(small: Scenario):
    world = made(small, "role.pair.us-two=chair")
    assert world.params.role0[1, :5].tolist() == [3, 4, 2, 4, 3]
    assert world.params.role0[0, :5].tolist() == [0, 4, 2, 3, 4]


def test_no_forum_of_one_side(small: Scenario):
    with pytest.raises(ScenarioError, match=r"role.trade: .*1 side.*two sides"):
        made(small, "seat.us-two=absent")


# What is asked for, and what the answer must say.
WRONG = [
    ("", "gridlock.us=0.8"),
    ("pace", "an equals sign"),
    ("=3", "an equals sign"),
    ("pace=", "an equals sign"),
    ("../pace=3", "an equals sign"),
    ("pase=0.5", "did you mean 'pace'"),
    ("gridlok.us=0.5", "did you mean 'gridlock.us'"),
    ("gridlock.su=0.5", "did you mean 'gridlock.us'"),
    ("turf.us-tow=0.5", "did you mean 'turf.us-two'"),
    ("turf.us-four=0.5", "a path of this run"),
    ("position.us-one.I1=0.5", "did you mean 'position.us-one.I01'"),
    ("event.E1=off", "did you mean 'event.E01'"),
    ("constants.trust=0.5", "did you mean 'trust'"),
    ("consulted.us-three=partner", "did you mean 'consult.us-three'"),
    ("agencies.us-two.turf=0.5", "did you mean 'turf.us-two'"),
    ("agencies.us-two.stance.I02.position=1", "did you mean 'position.us-two.I02'"),
    ("sides.us.coordinator=0.5", "did you mean 'coordinator.us'"),
    ("forums.pair.deadline=9", "did you mean 'deadline.pair'"),
    ("forum.deadline=9", "did you mean 'deadline'"),
    ("items.I01.position.us=1", "did you mean 'position.us.I01'"),
    ("authority.I01.us-three=lead", "did you mean 'authority.us-three.I01'"),
    ("forums=1", "found 'forums'"),
    ("pace=1.5", "a number from 0 to 1"),
    ("pace=-1", "a number from 0 to 1"),
    ("pace=nan", "a number from 0 to 1"),
    ("pace=inf", "a number from 0 to 1"),
    ("pace=fast", "a number from 0 to 1"),
    ("link_limit=1.5", "a whole number from 1 to 16"),
    ("link_limit=17", "a whole number from 1 to 16"),
    ("horizon=100000", "a whole number from 1 to 600"),
    ("position.us-one.I01=4.5", "a number from 0 to 4"),
    ("red_line.us-one.I01=5", "a whole number from 0 to 4"),
    ("strategy.jp-one=boulwar", "did you mean 'boulware'"),
    ("strategy.jp-one=1", "one of hardliner, boulware"),
    ("consult.us-three=partnr", "did you mean 'partner'"),
    ("consult.us-three=chair", "one of partner, subordinate, absent"),
    ("role.pair.us-one=2", "one of absent, subordinate"),
    ("event.E01=no", "one of on, off"),
    ("event.E01.chance=0.4", "a path of this run"),
]


@pytest.mark.parametrize(("text", "answer"), WRONG, ids=[row[0] for row in WRONG])
def test_a_wrong_change_is_refused(small: Scenario, text: str, answer: str):
    with pytest.raises(ScenarioError) as caught:
        made(small, text)
    assert len(caught.value.problems) == 1
    assert answer in str(caught.value)


def test_all_wrong_changes_are_told_at_once(small: Scenario):
    changes = [Change("pase", 1), Change("pace", 7), Change("turf", 0.1), Change("turf", 0.2)]
    with pytest.raises(ScenarioError) as caught:
        arrange(small, None, changes)
    assert len(caught.value.problems) == 3


def test_provenance(small: Scenario):
    world = arrange(small)
    assert world.figure("pace").basis == "inferred"
    assert world.figure("link_limit.pair").source == "book"
    assert world.figure("position.jp-two.I02").why == "Wary."
    item = small.library.items["I01"]
    assert world.figure("position.jp-one.I01") == item.position["jp"]
    assert world.figure("salience.us-one.I01") == small.library.constants.salience_lead
    assert world.figure("role.pair.us-one").value == "chair"
    assert world.figure("consult.us-three").why == "Kind."
    with pytest.raises(ScenarioError, match="did you mean 'pace'"):
        world.figure("pce")


def test_provenance_of_what_is_set(small: Scenario):
    world = made(small, "position.jp.I01=1", "pace=0.5")
    assert world.figure("pace").why == "Set for this run, in place of 0.25."
    assert world.figure("position.jp-one.I01").value == 1
    assert world.figure("position.us-one.I01").value == 3.5


def test_choices_tell_what_a_sweep_may_vary(small: Scenario):
    entries = {entry.path: entry for entry in choices(arrange(small))}
    assert entries["pace"].stated
    assert entries["position.jp.I01"].stated
    assert entries["position.jp-two.I02"].stated
    assert not entries["position.jp-one.I01"].stated
    assert not entries["outside.us-one.I01"].stated
    assert not entries["link_limit"].stated


def test_every_choice_can_be_set_to_what_it_is(small: Scenario):
    world = arrange(small)
    for entry in choices(world):
        if not entry.covers:
            again = arrange(small, None, [Change(entry.path, entry.figure.value)])
            assert again.block.tobytes() == world.block.tobytes(), entry.path


@given(
    path=st.from_regex(r"[a-z0-9_-]{1,9}(\.[a-zA-Z0-9-]{1,9}){0,3}", fullmatch=True),
    value=st.floats(allow_nan=False, allow_infinity=False)
    | st.integers(-(10**9), 10**9)
    | st.sampled_from(["off", "partner", "tit-for-tat"]),
)
def test_a_change_reads_as_it_is_written(path: str, value: float | str):
    """A log keeps changes as text."""
    assert parse(str(Change(path, value))) == Change(path, value)
