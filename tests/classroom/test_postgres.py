"""Classes in a PostgreSQL database, where one is named by ``COMMUNIQUE_POSTGRES``."""

import os
from collections.abc import Iterator

import pytest

from classroom.entry import Entry
from classroom.store import Store, StoreError

URL = os.environ.get("COMMUNIQUE_POSTGRES", "")
pytestmark = pytest.mark.skipif(not URL, reason="no COMMUNIQUE_POSTGRES, a URL as --db takes it")


@pytest.fixture
def store() -> Iterator[Store]:
    made = Store(URL)
    yield made
    made.forget("c")
    made.close()


def entries(count: int, first: int = 1) -> list[Entry]:
    return [
        Entry(n, 1.0 * n, 2.0 * n, "created" if n == 1 else "x", {"code": "ABCDEF", "text": "é'\\"})
        for n in range(first, first + count)
    ]


def test_entries_are_read_as_they_were_written_and_all_or_none(store: Store):
    store.append("c", entries(3))
    with pytest.raises(StoreError):
        store.append("c", [*entries(1, 4), *entries(1, 2)])
    assert list(store.read("c")) == entries(3)
    store.append("c", entries(2, 4))
    store.heart("c", 77.0)
    assert store.classes()["c"] == 77.0
    store.mark(tried=5.0, doubted=None)
    assert store.marks()["tried"] == 5.0
    store.mark(tried=None)
    assert "tried" not in store.marks()
    store.forget("c")
    assert list(store.read("c")) == []
    assert "c" not in store.classes()


def test_one_server_has_a_database_open(store: Store):
    with pytest.raises(StoreError, match="another server"):
        Store(URL)
    store.renew()  # as after a line that broke
    store.mark(tried=None)
    with pytest.raises(StoreError, match="another server"):
        Store(URL)
