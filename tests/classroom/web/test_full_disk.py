"""A store whose disk is full for a while."""

from pathlib import Path

import pytest

from classroom.entry import Entry
from classroom.store import FILE, Store, StoreError, in_folder

resource = pytest.importorskip("resource")


def test_a_class_stays_read_only_while_there_is_room_for_next_to_nothing(hands):
    room = hands.make(people=2)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    journal = (hands.folder / f"{FILE}-wal").stat().st_size
    # one page more fits, as on a disk that is full but for the last few bytes
    resource.setrlimit(resource.RLIMIT_FSIZE, (journal + 3 * 4200, hard))
    try:
        while hands.teach(room, "message", text="x" * 250).ok:
            pass
        hands.wait(5)
        assert room.trouble == "read_only"
        assert hands.teach(room, "message", text="x").why == "read_only"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    hands.wait(1)
    assert room.trouble == ""
    assert hands.teach(room, "message", text="x").ok


def test_a_store_writes_again_once_there_is_room(tmp_path: Path):
    store = Store(in_folder(tmp_path))
    store.append("c", [Entry(1, 0.0, 0.0, "created", {"code": "ABCDEF"})])
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        for _ in range(3):  # the second finds the line given up, and no other to be had
            with pytest.raises(StoreError):
                store.append("c", [Entry(2, 0.0, 0.0, "x", {})])
            with pytest.raises(StoreError):
                store.heart("c", 1.0)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    store.append("c", [Entry(2, 0.0, 0.0, "x", {})])
    store.heart("c", 1.0)
    assert [each.n for each in store.read("c")] == [1, 2]
    store.close()
