"""The file of the classes goes away, or is replaced, while the server runs."""

import io
import os
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from classroom.debrief.desk import Desk
from classroom.store import FILE, StoreError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps open files where they are")


def names(zipped: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(zipped)) as opened:
        return set(opened.namelist())


def take_away(folder: Path, how: str) -> None:
    file = folder / FILE
    if how == "moved":
        file.rename(folder / "elsewhere")
        return
    for each in folder.glob(f"{FILE}*"):
        each.unlink()
    if how == "replaced":
        file.write_bytes(b"another")


@pytest.mark.parametrize("how", ["deleted", "replaced", "moved"])
def test_a_class_whose_file_is_gone_is_read_only_and_can_be_taken_away(hands, how: str):
    room = hands.make(people=4)
    hands.to(room, "play")
    assert hands.do(room, "s1", "line", text="kept").ok
    n = room.state.n
    take_away(hands.folder, how)
    hands.wait(3)  # noticed by itself, before anybody does anything
    assert room.trouble == "file_gone"
    assert FILE in room.fault
    assert hands.do(room, "s1", "line", text="lost").why == "read_only"
    hands.wait(3)
    assert room.state.n == n
    assert room.state.students["s1"].lines == {str(room.state.step): "kept"}
    assert len(room.whole_log) == n
    with ThreadPoolExecutor() as pool:  # a server makes exports in a thread of their own
        zipped = pool.submit(Desk(room, runs=0, apart=False).export).result()
    assert "students.csv" in names(zipped)
    assert not (hands.folder / FILE).exists() or how == "replaced"  # nothing is made in its place


def harm(hands, how: str) -> None:
    file, journal = hands.folder / FILE, hands.folder / f"{FILE}-wal"
    if how == "journal moved":
        journal.rename(hands.folder / "elsewhere")
    elif how == "journal deleted":
        journal.unlink()
    elif how == "journal replaced":
        journal.rename(hands.folder / "elsewhere")
        journal.write_bytes(b"")
    elif how == "cut short":
        os.truncate(file, file.stat().st_size // 2)
    elif how == "cut after its journal was emptied into it":
        hands.store.wipe()
        os.truncate(file, file.stat().st_size // 2)
    elif how == "emptied":
        os.truncate(file, 0)
    elif how == "journal cut":
        os.truncate(journal, journal.stat().st_size // 2)
    elif how == "journal emptied":
        os.truncate(journal, 0)
    elif how == "journal written over":
        with journal.open("r+b") as opened:
            opened.write(bytes(100))
    else:
        with file.open("r+b") as opened:
            opened.write(bytes(100))


HARMS = {
    "journal moved": "-wal is not there",
    "journal deleted": "-wal is not there",
    "journal replaced": "-wal was replaced",
    "journal cut": "-wal was cut",
    "journal emptied": "-wal was cut",
    "journal written over": "-wal was written over",
    "cut short": "was cut",
    "cut after its journal was emptied into it": "was cut",
    "emptied": "was cut",
    "written over": "was written over",
}


@pytest.mark.parametrize("how", HARMS)
def test_a_class_that_loses_its_journal_or_part_of_its_file_is_read_only(hands, how: str):
    room = hands.make(people=4)
    hands.to(room, "play")
    assert hands.do(room, "s1", "line", text="kept").ok
    n = room.state.n
    harm(hands, how)
    assert hands.do(room, "s1", "line", text="lost").why in ("not_kept", "read_only")
    hands.wait(3)
    assert room.trouble == "file_gone"
    assert HARMS[how] in room.fault
    assert room.state.n == n == len(room.whole_log)
    assert room.whole_log[-1].data["text"] == "kept"
    with ThreadPoolExecutor() as pool:
        zipped = pool.submit(Desk(room, runs=0, apart=False).export).result()
    assert "students.csv" in names(zipped)
    assert how not in ("journal moved", "journal deleted") or not journal_in(hands)


def journal_in(hands) -> bool:
    return (hands.folder / f"{FILE}-wal").exists()


def test_a_journal_that_is_put_back_is_gone_on_with_and_a_file_cut_short_is_not(hands):
    room = hands.make(people=4)
    journal = hands.folder / f"{FILE}-wal"
    harm(hands, "journal moved")
    hands.wait(3)
    assert room.trouble == "file_gone"
    (hands.folder / "elsewhere").rename(journal)
    hands.wait(1)
    assert room.trouble == ""
    before = (hands.folder / FILE).read_bytes()
    harm(hands, "emptied")
    hands.wait(3)
    (hands.folder / FILE).write_bytes(before)  # of which time nobody can tell
    hands.wait(3)
    assert room.trouble == "file_gone"


def test_what_sqlite_does_itself_is_no_harm(hands):
    room = hands.make(people=4)
    for _ in range(3):
        hands.store.wipe()  # its journal goes into the file
        assert hands.teach(room, "message", text="x").ok
    hands.store.renew()  # its journal is removed with the last connection
    hands.store.engine.dispose()
    hands.wait(1)
    assert hands.teach(room, "message", text="y").ok
    assert hands.store.lost == ""


def test_a_move_into_a_file_that_is_gone_never_happened(hands):
    room = hands.make(people=4)
    take_away(hands.folder, "deleted")
    assert hands.teach(room, "message", text="x").why == "not_kept"
    assert not room.state.messages
    with pytest.raises(StoreError, match="not there"):
        hands.make()


def test_a_file_that_is_put_back_is_gone_on_with(hands):
    room = hands.make(people=4)
    take_away(hands.folder, "moved")
    hands.wait(3)
    assert room.trouble == "file_gone"
    (hands.folder / "elsewhere").rename(hands.folder / FILE)
    hands.wait(1)
    assert room.trouble == ""
    assert hands.teach(room, "message", text="x").ok
    assert hands.restart().by_code(room.state.code).state.messages[0].text == "x"
