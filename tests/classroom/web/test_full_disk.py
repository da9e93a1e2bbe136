"""A store whose disk is full for a while."""

from pathlib import Path

import pytest

from classroom.entry import Entry
from classroom.store import Store, StoreError, in_folder

resource = pytest.importorskip("resource")


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
