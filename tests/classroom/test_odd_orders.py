"""Whatever is sent, in whatever order: nothing breaks, and the log gives the same class again."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from agents.bots import bot_move
from classroom.arguments import bare
from classroom.doings import DOINGS
from classroom.entry import Refusal
from classroom.orders import ORDERS
from classroom.plan import Plan, plans
from classroom.room import Room
from classroom.who import Learner, Teacher, Wall
from tests.classroom.hands import Hands

SIDS = st.sampled_from([f"s{k}" for k in range(1, 8)] + ["s99", "", None])
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 10**9),
    st.floats(allow_nan=True),
    st.text(max_size=12),
    st.lists(st.integers(0, 4), max_size=3),
    st.dictionaries(st.text(max_size=4), st.integers(), max_size=2),
)
KEYS = [
    *("to", "on", "sid", "nick", "table", "tables", "seat", "seconds", "mode", "reason", "event"),
    *("text", "factor", "configuration", "names", "yes", "item", "answer", "value", "move"),
    *("questionnaire", "turn", "code", "per_seat"),
]
MORE = st.dictionaries(st.sampled_from(KEYS), VALUES)
SHORT = Plan.model_validate(
    {
        **plans()["economic-75"].model_dump(mode="json"),
        "step": [
            {"kind": "lobby"},
            {"kind": "brief", "minutes": 1},
            {"kind": "play", "round": 1, "minutes": 2},
            {"kind": "play", "round": 2, "minutes": 2, "use": [0, 1]},
            {"kind": "debrief"},
            {"kind": "end"},
        ],
    }
)


class AnyClass(RuleBasedStateMachine):
    """A class to which anything may be sent."""

    @initialize(people=st.integers(0, 7))
    def begin(self, people):
        self.folder = TemporaryDirectory()
        self.hands = Hands(Path(self.folder.name))
        self.room: Room = self.hands.make(SHORT, people)

    def send(self, who, command):
        return asyncio.run(self.room.do(who, command))

    @rule(word=st.sampled_from([*ORDERS, "conquer"]), more=MORE)
    def teacher_sends(self, word, more):
        if word not in ("end", "delete"):
            ack = self.send(Teacher(), {"do": word, **more})
            assert ack.why != "broken"

    @rule(
        sid=SIDS,
        word=st.sampled_from([*DOINGS, "next"]),
        more=MORE,
    )
    def student_sends(self, sid, word, more):
        ack = self.send(Learner(sid), {"do": word, **more})
        assert ack.why != "broken"
        assert not (word == "next" and ack.ok)

    @rule(word=st.sampled_from(["slide", "next", "pause"]))
    def wall_sends(self, word):
        ack = self.send(Wall(), {"do": word, "to": 1})
        assert ack.ok == (word == "slide" and not self.room.state.ended)

    @rule()
    def next_step(self):
        if self.room.state.next is not None and self.room.state.present:
            assert self.send(Teacher(), {"do": "next", "to": self.room.state.step + 1}).ok

    @rule(sid=SIDS, table=st.integers(0, 4))
    def somebody_is_moved(self, sid, table):
        self.send(Teacher(), {"do": "move_student", "sid": sid, "table": table})

    @rule()
    def somebody_comes(self):
        if self.room.state.shut:
            with pytest.raises(Refusal, match="class_shut"):
                self.hands.join(self.room, "late")
        else:
            self.hands.join(self.room, "late")

    @rule(sid=SIDS)
    def somebody_goes(self, sid):
        if sid in self.room.online:
            self.room.went(sid)

    @rule(data=st.data())
    def somebody_moves(self, data):
        state = self.room.state
        asked = [
            (tid, seat)
            for tid, table in state.tables.items()
            if state.at.kind == "play" and table.now
            for seat in table.now.live.asked
            if not table.now.by_ai(seat)
        ]
        if not asked or state.paused:
            return
        tid, seat = data.draw(st.sampled_from(asked))
        now = state.tables[tid].now
        move = bare(bot_move(now.live.asked[seat].game).as_json())
        ack = self.send(
            Learner(now.holders[seat][0]), {"do": "move", "move": move, "turn": now.live.question}
        )
        assert ack.ok, ack

    @rule(table=st.integers(1, 3))
    def a_table_is_taken_back(self, table):
        self.send(Teacher(), {"do": "rewind", "table": table, "reason": "again"})

    @rule(seconds=st.sampled_from([0.5, 5, 50]))
    def time_goes_by(self, seconds):
        self.hands.wait(seconds, step=seconds / 2)

    @rule()
    def the_server_dies(self):
        code, kept = self.room.state.code, digest(self.room)
        self.room = self.hands.restart().by_code(code)
        assert digest(self.room) == kept

    @invariant()
    def everybody_sits_once(self):
        if not hasattr(self, "room"):
            return
        state = self.room.state
        for tid, table in state.tables.items():
            if table.now is None:
                continue
            holders = [sid for seat in table.now.holders.values() for sid in seat]
            assert len(holders) == len(set(holders))
            assert set(holders) == {each.sid for each in state.people(tid)}
            for each in state.people(tid):
                assert each.sid in table.now.holders[each.seat]
                assert state.role(each) in ("decides", "advises")

    def teardown(self):
        if hasattr(self, "hands"):
            self.hands.store.close()
            self.folder.cleanup()


def digest(room: Room) -> list:
    """Return all that a restart must bring back."""
    state = room.state
    return [
        (state.n, state.step, state.step_ends, state.paused, state.pacing, state.messages),
        list(state.students.values()),
        [
            (tid, k, s.live.game.digest, s.live.question, s.holders, s.held, s.closing, s.branches)
            for tid, table in state.tables.items()
            for k, s in table.sittings.items()
        ],
    ]


TestAnyClass = AnyClass.TestCase
TestAnyClass.settings = settings(max_examples=15, stateful_step_count=25)
