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
