"""Domains for tests, and the plainest possible solvers to compare with."""

from itertools import product

import numpy as np
from hypothesis import strategies as st

from sim.solve.domain import Domain


def domain(
    worth: list[list[list[float]]],
    walk_away: list[float] | None = None,
    base: list[float] | None = None,
    forbidden: list[list[list[int]]] | None = None,
) -> Domain:
    """Return a domain; ``worth`` is by issue, party and value."""
    tables = tuple(np.array(each, dtype=np.float64) for each in worth)
    parties = len(tables[0])
    lines = tuple(np.array(each, dtype=np.int64) for each in forbidden or [])
    return Domain(
        name="test",
        issues=tuple(f"i{n}" for n in range(len(tables))),
        values=tuple(tuple(f"v{k}" for k in range(each.shape[1])) for each in tables),
        parties=tuple(f"p{a}" for a in range(parties)),
        worth=tables,
        base=np.array(base or [0.0] * parties),
        walk_away=np.array(walk_away or [0.0] * parties),
        forbidden=lines or tuple(np.zeros(each.shape, dtype=np.int64) for each in tables),
    )


def random_domain(
    seed: int, parties: int, shape: tuple[int, ...], walk_away: float = 0.0
) -> Domain:
    """Return a domain of random worths, each party's best text worth 1."""
    rng = np.random.default_rng(seed)
    weights = rng.dirichlet(np.ones(len(shape)), parties)
    tables = []
    for n, size in enumerate(shape):
        each = rng.random((parties, size))
        tables.append((weights[:, [n]] * each / each.max(axis=1, keepdims=True)).tolist())
    return domain(tables, [walk_away] * parties)


@st.composite
def domains(draw: st.DrawFn) -> Domain:
    """Domains of two to five parties; few different worths, so that there are many ties."""
    parties = draw(st.integers(2, 5))
    shape = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    few = st.sampled_from([0.0, 0.1, 0.2, 0.3, 0.7, 1.0, -0.5])
    unit = draw(st.sampled_from([1.0, 100.0, 1 / 3]))
    one = st.one_of(few, st.floats(-1.0, 1.0).map(lambda worth: round(worth, 3)))

    def table(values: st.SearchStrategy, size: int) -> list:
        row = st.lists(values, min_size=size, max_size=size)
        return draw(st.lists(row, min_size=parties, max_size=parties))

    worth = [(np.array(table(one, size)) * unit).tolist() for size in shape]
    lines = [table(st.sampled_from([0, 0, 0, 0, 0, 1]), size) for size in shape]
    low = st.sampled_from([-2.0, -1.0, -0.5, 0.0, 0.1, 0.7])
    walk_away = [w * unit for w in draw(st.lists(low, min_size=parties, max_size=parties))]
    base = [w * unit for w in draw(st.lists(few, min_size=parties, max_size=parties))]
    return domain(worth, walk_away, base, lines)


NEAR = 1e-9


def texts(made: Domain) -> list[tuple[int, ...]]:
    """Return the texts that cross no red line, in lexicographic order."""
    return [t for t in product(*map(range, made.shape)) if made.allowed(t)]


def acceptable(made: Domain) -> list[tuple[int, ...]]:
    """Return the texts acceptable to all, in lexicographic order."""
    return [t for t in texts(made) if np.all(made.value(t) >= made.walk_away - NEAR)]
