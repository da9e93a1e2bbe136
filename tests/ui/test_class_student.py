"""What a student's page is given, step by step, and that nothing in it is another seat's."""

import json
import re
from pathlib import Path

import pytest

from agents.bots import bot_move
from classroom.arguments import bare
from classroom.debrief.findings import Findings
from classroom.room import Room
from classroom.web.parts import written
from classroom.who import Learner
from scenarios.spoken import speaking
from tests.classroom.hands import Hands
from ui.classroom.home import home
from ui.classroom.student import student
from ui.words.catalogue import words


@pytest.fixture
def room(hands: Hands) -> Room:
    """Five people at one table: two share a seat."""
    made = hands.make(people=5)
    assert hands.teach(made, "make_tables").ok
    return made


def seen(room: Room, sid: str) -> dict:
    """Return the parts of a page as they arrive."""
    parts = student(room, Learner(sid), Findings())
    return {name: json.loads(written(part)) for name, part in parts.items()}


def text_of(room: Room, sid: str) -> str:
    return json.dumps(seen(room, sid), ensure_ascii=False)


def sitting(room: Room, sid: str = "s1"):
    return room.state.tables[room.state.students[sid].table].now


def who(room: Room, seat: str) -> list[str]:
    return sitting(room).holders[seat]


def play_until(room: Room, ready) -> None:
    """Let bots decide for everybody until something holds."""
    for _ in range(300):
        if ready():
            return
        now = sitting(room)
        seat, asked = next(iter(now.live.asked.items()))
        data = {"table": 1, "round": now.round, "seat": seat, "by": "ai"}
        room.put([("decided", {**data, "move": bare(bot_move(asked.game).as_json())})])
    raise AssertionError("it never came to that")


def test_every_step_has_its_parts(hands, room):
    expected = {
        "lobby": {"here", "around", "ask"},
        "brief": {"around", "check", "brief"},
        "practice": {"around", "check", "brief", "turn", "papers", "feed", "game"},
        "look": {"result", "line", "around"},
        "statements": {"statements", "others", "hands", "sign", "ask"},
        "debrief": {"result", "wall", "takeaway", "ask"},
        "end": {"result", "wall", "takeaway", "ask"},
    }
    always = {"me", "step", "note", "fault"}
    at_play = {"around", "brief", "forum", "turn", "papers", "feed", "advice", "game", "result"}
    while True:
        kind = room.state.at.kind
        assert seen(room, "s1").keys() == always | expected.get(kind, at_play), kind
        if kind == "play":
            play_until(room, lambda: sitting(room).live.over)
        if room.state.next is None:
            break
        assert hands.next(room).ok


def test_the_waiting_room_shows_who_is_here(hands):
    room = hands.make(people=70)
    here = seen(room, "s1")["here"]
    assert here["count"] == 70
    assert len(here["names"]) == 60
    assert here["names"][-1] == "P70"


def test_the_brief_is_the_own_one_and_only_that(hands, room):
    hands.to(room, "brief")
    lines = {}
    for student_ in room.state.present:
        parts = seen(room, student_.sid)["brief"]["parts"]
        private = parts[1]["lines"] + parts[2]["lines"]  # what it wants, and may not accept
        lines[student_.seat] = {line["text"] for line in private}
    common = set.intersection(*lines.values())
    for student_ in room.state.present:
        page = text_of(room, student_.sid)
        for seat, secrets in lines.items():
            own = seat == student_.seat
            for secret in secrets - common - (set() if own else lines[student_.seat]):
                assert (json.dumps(secret, ensure_ascii=False)[1:-1] in page) == own


def test_the_right_answer_is_sent_after_the_tries_and_not_before(hands, room):
    hands.to(room, "brief")
    (first, _) = room.checks(room.state.students["s1"])
    wrong = [str(n) for n in range(3) if str(n) != first.right]
    asked = seen(room, "s1")["check"][0]
    assert asked["shown"] == asked["why"] == ""
    assert first.why not in text_of(room, "s1")
    hands.do(room, "s1", "check", item=first.id, answer=wrong[0])
    assert seen(room, "s1")["check"][0]["shown"] == ""
    hands.do(room, "s1", "check", item=first.id, answer=wrong[1])
    asked = seen(room, "s1")["check"][0]
    assert asked["shown"] == first.right
    assert asked["why"] == first.why
    assert not asked["right"]
    assert seen(room, "s2")["check"][0]["shown"] == ""


def test_whoever_is_asked_has_a_turn_and_the_others_wait(hands, room):
    hands.to(room, "play")
    play_until(room, lambda: len(sitting(room).live.asked) > 1)
    live = sitting(room).live
    for seat, sids in sitting(room).holders.items():
        parts = seen(room, sids[0])
        assert bool(parts["turn"]) == (seat in live.asked)
        doing = {each["id"]: each["doing"] for each in parts["around"]}
        assert {each for each, what in doing.items() if what == "asked"} == set(live.asked)
        if parts["turn"]:
            assert parts["turn"]["made"] == parts["game"]["question"] == live.question
            assert parts["game"]["ends"] - parts["game"]["began"] > 0
            assert parts["turn"]["points"]["none"] == pytest.approx(
                sitting(room).place(seat).walk_away, abs=0.06
            )
        else:
            assert parts["game"]["ends"] is None
            assert parts["game"]["wait"]["items"]


def test_an_answer_shows_that_it_was_given_and_not_what_it_was(hands, room):
    hands.to(room, "play")
    play_until(room, lambda: len(sitting(room).live.asked) > 1)
    *_, seat = sitting(room).live.asked
    sid, question = who(room, seat)[0], sitting(room).live.question
    other = next(iter(sitting(room).live.asked))
    before = seen(room, who(room, other)[0])
    assert hands.do(room, sid, "move", move={"move": "consent"}, turn=question).ok
    after = seen(room, who(room, other)[0])
    changed = {name for name in after if after[name] != before[name]}
    assert changed <= {"around", "game"}
    assert {each["id"]: each["doing"] for each in after["around"]}[seat] == "answered"


def test_advice_lies_before_the_seat_alone(hands, room):
    hands.to(room, "play")
    (shared,) = [seat for seat, sids in sitting(room).holders.items() if len(sids) == 2]
    decides, advises = who(room, shared)
    play_until(room, lambda: shared in sitting(room).live.asked)
    assert seen(room, advises)["me"]["role"] == "advises"
    assert seen(room, advises)["me"]["decides"] == room.state.students[decides].nick
    move = bare(bot_move(sitting(room).live.asked[shared].game).as_json())
    assert hands.do(room, advises, "advise", move=move).ok
    (advice,) = seen(room, decides)["advice"]
    assert advice["move"] == move
    assert not advice["mine"]
    for sid in room.state.students:
        if sid not in (decides, advises):
            assert seen(room, sid)["advice"] == []


def test_a_seat_that_was_left_is_shown_as_away_and_then_as_held(hands, room):
    hands.to(room, "play")
    other = next(sid for sid in room.state.students if sid != "s1")
    seat = room.state.students[other].seat
    for sid in who(room, seat):
        room.went(sid)
    by = {each["id"]: each["by"] for each in seen(room, "s1")["around"]}
    assert by[seat] == "away"
    hands.teach(room, "hold", table=1, seat=seat)
    by = {each["id"]: each["by"] for each in seen(room, "s1")["around"]}
    assert by[seat] == "held"
    assert seen(room, other)["game"]["held"]


def test_what_became_of_it_and_who_signed(hands, room):
    hands.to(room, "play")
    play_until(room, lambda: sitting(room).live.over)
    (result,) = seen(room, "s1")["result"]
    assert result["over"]
    (forum,) = result["forums"]
    assert forum["points"]["now"] >= forum["points"]["none"]
    hands.to(room, "statements")
    play_until(room, lambda: sitting(room).live.over)
    (paper,) = seen(room, "s1")["statements"]
    assert paper["issued"]
    assert paper["clauses"]
    assert hands.do(room, "s1", "sign", yes=True, reason="").ok
    side = seen(room, "s1")["me"]["seat"]["side"]
    assert seen(room, "s2")["hands"] == {side: ["P1"]}


def test_a_table_that_speaks_two_languages_reads_its_statement_in_both(hands, room):
    hands.to(room, "play")
    play_until(room, lambda: sitting(room).live.over)
    hands.to(room, "statements")
    play_until(room, lambda: sitting(room).live.over)
    assert seen(room, "s1")["others"] is None
    assert hands.do(room, "s2", "speak", language="ja").ok
    parts = seen(room, "s1")
    assert parts["others"]["lang"] == "ja"
    (own,), (other,) = parts["statements"], parts["others"]["papers"]
    assert [each["item"] for each in own["clauses"]] == [each["item"] for each in other["clauses"]]
    assert not other["clauses"][0]["text"].isascii()
    assert seen(room, "s2")["others"]["papers"] == parts["statements"]


def test_somebody_is_shown_everything_in_their_language(hands, room):
    hands.do(room, "s1", "speak", language="ja")
    hands.to(room, "brief")
    with speaking("ja"):
        assert not seen(room, "s1")["brief"]["title"].isascii()
    hands.to(room, "play")
    play_until(room, lambda: len(sitting(room).live.asked) > 1)
    with speaking("ja"):
        parts = seen(room, who(room, next(iter(sitting(room).live.asked)))[0])
    assert parts["game"]["month"]["month"][:4].isdigit()
    assert seen(room, "s2")["papers"][0]["title"].isascii()


def test_a_new_forum_is_announced(hands):
    room = hands.make(people=12)
    hands.teach(room, "make_tables", per_seat=1)
    hands.to(room, "play", 2)
    tables = {each.table: seen(room, each.sid)["forum"] for each in room.state.present}
    assert {tid: each["changed"] for tid, each in tables.items()} == {1: False, 2: True, 3: False}
    assert tables[2]["title"] not in ("", tables[1]["title"])


def test_a_latecomer_without_a_seat_can_look_on(hands):
    room = hands.make(people=2)
    for _ in range(9):
        assert seen(room, "s1")["me"]["nick"] == "P1"
        assert hands.next(room).ok or room.state.next is None
        late = room.state.students["s2"]
        late.table, late.seat = 0, ""
        assert seen(room, "s2")["me"]["seat"] is None


def test_the_last_message_to_a_table_is_its_own(hands, room):
    hands.teach(room, "message", tables=[7], text="For another table")
    hands.teach(room, "message", tables="all", text="For <b>all</b>")
    assert seen(room, "s1")["note"]["text"] == "For <b>all</b>"


def test_what_the_teacher_said_goes_with_the_step_it_was_said_in(hands, room):
    hands.to(room, "play")
    hands.teach(room, "message", tables="all", text="Two minutes.")
    assert seen(room, "s1")["note"]["text"] == "Two minutes."
    hands.wait(40)
    hands.teach(room, "message", tables="all", text="Look at the wall.")
    assert hands.next(room).ok
    assert seen(room, "s1")["note"]["text"] == "Look at the wall."  # said only now
    hands.wait(40)
    assert hands.next(room).ok
    assert seen(room, "s1")["note"] is None


def test_the_own_page_opens_with_the_debrief(hands, room):
    hands.to(room, "look")
    assert home(room, "s1")["open"] is False
    assert home(room, "s1").keys() == {"me", "title", "open"}
    hands.to(room, "debrief")
    kept = home(room, "s1")
    assert kept["open"]
    assert [log["round"] for log in kept["logs"]] == [2, 1]
    head, *lines = kept["logs"][0]["text"].splitlines()
    assert json.loads(head)["configuration"] == "economic-2-plus-2"
    assert lines


def test_every_refusal_of_a_student_has_its_sentence():
    top = Path(__file__).parents[2] / "classroom"
    said = words("class")["errors"]
    files = [top / f"{name}.py" for name in ("doings", "arguments", "material", "room")]
    whys = {
        why
        for file in files
        for why in re.findall(r'Refusal\(\s*"([a-z_]+)"', file.read_text("utf-8"))
    }
    assert len(whys) > 15
    assert whys - said.keys() == {"no_such_table"}  # which only a teacher is told
