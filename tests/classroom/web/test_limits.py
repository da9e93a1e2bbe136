import pytest
from starlette.requests import Request

from classroom.web.guard import address
from classroom.web.limits import MOST_KEYS, Limit


class Watch:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_fills_with_time_but_never_over():
    watch = Watch()
    limit = Limit(burst=3, rate=0.5, clock=watch)
    assert [limit.take("a") for _ in range(4)] == [True, True, True, False]
    assert limit.empty("a")
    assert limit.wait("a") == 2.0
    watch.now = 2.0
    assert not limit.empty("a")
    assert [limit.take("a") for _ in range(2)] == [True, False]
    watch.now = 1000.0
    assert [limit.take("a") for _ in range(4)] == [True, True, True, False]


def test_one_who_asks_does_not_pay_for_another():
    limit = Limit(burst=1, rate=1, clock=Watch())
    assert limit.take("a")
    assert not limit.take("a")
    assert limit.take("b")


def test_memory_is_bounded():
    limit = Limit(burst=1, rate=1, clock=Watch())
    for k in range(MOST_KEYS + 10):
        limit.take(str(k))
    assert len(limit.buckets) == MOST_KEYS


@pytest.mark.parametrize(
    ("host", "counted"),
    [("192.168.1.5", "192.168.1.5"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"), (None, "")],
)
def test_who_has_a_network_of_addresses_is_counted_once(host: str | None, counted: str):
    assert address(Request({"type": "http", "client": host and (host, 50000)})) == counted
