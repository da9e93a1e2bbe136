"""Quick views read and write the same memory as the others, in Python's own numbers."""

from sim.rules.block import empty_block, fields, views
from sim.rules.params import Params
from sim.rules.quick import HANDED_ON, quick_views
from sim.rules.state import State
from tests.sweep.engines import Case


def test_what_is_written_through_one_is_read_through_the_other():
    block = empty_block(State)
    slow, quick = views(State, block), quick_views(State, block)
    for n, field in enumerate(fields(State), 1):
        place = (0,) * max(1, len(field.axes))
        getattr(quick, field.name)[place] = n
        assert getattr(slow, field.name)[place] == n
        getattr(slow, field.name)[place] = n + 1
        assert getattr(quick, field.name)[place] == n + 1


def test_numbers_are_pythons_own():
    quick = quick_views(Params, Case("two-tracks").world.block)
    for field in fields(Params):
        number = getattr(quick, field.name)
        if not field.scalar:
            number = number[(0,) * max(1, len(field.axes))]
        assert type(number) is (int if field.whole else float)


def test_rows_can_be_had_only_of_arrays_whose_rows_are_handed_on():
    quick = quick_views(State, empty_block(State))
    assert all(getattr(quick, name)[0].shape for name in HANDED_ON)
