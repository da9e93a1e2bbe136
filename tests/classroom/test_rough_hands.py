"""What clumsy or hostile hands do to a class, its texts and its log."""

import json
import sqlite3

import pytest
from starlette.requests import Request

from classroom.arguments import words_in
from classroom.entry import Refusal
from classroom.store import FILE, StoreError
from classroom.web.guard import own_page
from terminal.hosting import HELD_FILE, alone
from terminal.refusal import RefusalError


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("\u202eevil\u202c", "evil"),
        ("a\x1b[31m \x07 b", "a[31m b"),
        ("\u200b\u2060\ufeff", ""),
        ("\u3164 \u200d", ""),
        ("\U0001f469\u200d\U0001f680 花子", "\U0001f469\u200d\U0001f680 花子"),
        ("<b>A & B</b>", "<b>A & B</b>"),
        ("\ufe0f\u034f \U000e0100", ""),
        ("葛\U000e0100 \u2764\ufe0f", "葛\U000e0100 \u2764\ufe0f"),
        ("Z" + 20 * "\u0301" + "oe", "Z" + 4 * "\u0301" + "oe"),
        ("ก็ได้ שָׁלוֹם", "ก็ได้ שָׁלוֹם"),
    ],
)
def test_a_text_has_nothing_that_hides_or_turns_or_commands(given: str, kept: str):
    assert words_in({"text": given}, "text") == kept


@pytest.mark.parametrize("to", [1.0, True, "1", None])
def test_a_step_and_a_table_are_whole_numbers(hands, to):
    room = hands.make(people=4)
    assert hands.teach(room, "next", to=to).why == "not_next"
    assert hands.teach(room, "next", to=1).ok
    assert hands.teach(room, "message", text="x", tables=[to]).why == "no_such_table"


@pytest.mark.parametrize("origin", ["http://[", "http://[::1", "null", "http://"])
def test_an_origin_that_is_none_is_another_sites(origin: str):
    headers = [(b"origin", origin.encode()), (b"host", b"127.0.0.1")]
    request = Request({"type": "http", "headers": headers})
    assert not own_page(request, needed=False)


def test_what_was_deleted_is_not_in_the_journal_either(hands):
    room = hands.make(people=2)
    assert hands.do(room, "s1", "line", text="Unmistakable").ok
    assert any(b"Unmistakable" in file.read_bytes() for file in hands.folder.iterdir())
    assert hands.teach(room, "delete", code=room.state.code).ok
    with hands.store.engine.connect() as reader:  # while somebody reads it has to wait
        seen = reader.exec_driver_sql("SELECT * FROM entries")
        hands.wait(1)
        seen.close()
    hands.wait(1)
    assert not any(b"Unmistakable" in file.read_bytes() for file in hands.folder.iterdir())


def test_nothing_is_written_for_a_class_deleted_by_its_age(hands):
    room = hands.make(people=2)
    cid = room.state.cid
    for _ in range(2):  # the second time, the clock has been so for long enough
        hands.now += 86400
        hands.house.forget_old(0.5)
    assert hands.do(room, "s1", "line", text="late").why == "class_over"
    assert list(hands.store.read(cid)) == []


def test_nobody_is_given_a_key_that_is_not_kept(hands, monkeypatch):
    room = hands.make(people=2)

    def full(*_):
        raise StoreError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(hands.store, "append", full)
        patch.setattr(hands.store, "heart", full)
        for _ in range(2):  # as it fails, and once that is known
            with pytest.raises(Refusal) as refused:
                room.back("word word word P1", "new")
            assert refused.value.why == "read_only"
    assert room.known("key of P1") == "s1"
    assert room.known("new") == ""
    hands.wait(1)
    assert room.back("word word word P1", "new") == "s1" == room.known("new")


def test_one_server_has_a_folder_open(tmp_path):
    pytest.importorskip("fcntl")
    file = tmp_path / HELD_FILE
    with alone(file), pytest.raises(RefusalError, match="another server"):
        alone(file)
    alone(file).close()


def spoil(hands, cid: str, what: object) -> None:
    """Change the last entry of a log."""
    file = sqlite3.connect(hands.folder / FILE)
    with file:
        file.execute(
            "UPDATE entries SET data = ? WHERE cid = ? AND kind = 'stepped'",
            (json.dumps(what), cid),
        )
    file.close()


@pytest.mark.parametrize("what", [{"to": 99}, {"to": "x"}, {}, [], None])
def test_a_class_that_cannot_be_read_closes_no_other(hands, what: object):
    bad, good = hands.make(people=4), hands.make(people=4)
    hands.next(bad)
    spoil(hands, bad.state.cid, what)
    house = hands.restart()
    assert house.by_code(good.state.code) is not None
    assert list(house.troubles) == [bad.state.cid]
    for _ in range(2):
        hands.now += 86400
        house.forget_old(0.5)
    assert hands.store.classes() == {}
    assert house.troubles == {}


def test_practice_does_not_tell_what_chance_will_bring(hands):
    room = hands.make(people=2)
    hands.to(room, "practice")
    rounds = [step for step in room.state.plan.step if step.kind == "play"]
    tried = room.practice_of(room.state.students["s1"])
    assert tried.header.seed not in {room.state.setup(1, each).seed for each in rounds}
