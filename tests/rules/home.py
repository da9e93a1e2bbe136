"""A capital at work on its papers."""

from sim.rules.mandate import clear, review
from tests.rules.small import small, words


def one_month(p, s, luck: float = 0.0):
    """Let every agency review its papers and every capital clear them, once."""
    for a in range(p.n_agencies):
        review(p, s, a)
    clear(p, s, words(luck))


def levels(s, side: int = 0, i: int = 0) -> list[int]:
    """Return the levels a capital has cleared."""
    return [level for level in range(5) if int(s.mandate[0, side, i]) >> level & 1]


def reluctant(**changes):
    """Return a world in which agency 1 likes each side alone better than anything together."""
    wish = [[4.0, 4.0], [4.0, 0.0], [4.0, 4.0], [4.0, 4.0]]
    return small(position=wish, **changes)
