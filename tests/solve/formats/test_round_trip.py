from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.problems import ScenarioError
from sim.solve.domain import Domain
from sim.solve.formats.geniusweb_scale import FILE
from sim.solve.formats.read import read_domain
from sim.solve.formats.write_geniusweb import write
from sim.solve.of_world import of_world
from tests.solve.formats.files import BASE_GAME

NUMBERS = st.floats(-1000, 1000, allow_nan=False).map(lambda x: x if abs(x) > 1e-9 else 0.0)
NAMES = st.text(min_size=1, max_size=6)


@st.composite
def domains(draw: st.DrawFn) -> Domain:
    counts = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    parties = draw(st.integers(2, 4))

    def rows(n: int, numbers: st.SearchStrategy, kind: type) -> np.ndarray:
        return np.array(draw(st.lists(numbers, min_size=n, max_size=n)), kind)

    return Domain(
        name=draw(NAMES),
        issues=tuple(
            draw(st.lists(NAMES, min_size=len(counts), max_size=len(counts), unique=True))
        ),
        values=tuple(
            tuple(draw(st.lists(NAMES, min_size=n, max_size=n, unique=True))) for n in counts
        ),
        parties=tuple(draw(st.lists(NAMES, min_size=parties, max_size=parties, unique=True))),
        worth=tuple(rows(parties * n, NUMBERS, float).reshape(parties, n) for n in counts),
        base=rows(parties, NUMBERS, float),
        walk_away=rows(parties, NUMBERS, float),
        forbidden=tuple(
            rows(parties * n, st.integers(0, 1), np.int64).reshape(parties, n) for n in counts
        ),
    )


def same(a: Domain, b: Domain) -> None:
    assert (a.name, a.issues, a.values, a.parties) == (b.name, b.issues, b.values, b.parties)
    for x, y in zip((*a.worth, *a.forbidden), (*b.worth, *b.forbidden), strict=True):
        np.testing.assert_array_equal(x, y)
    np.testing.assert_array_equal(a.base, b.base)
    np.testing.assert_array_equal(a.walk_away, b.walk_away)


@given(domains())
def test_what_is_written_is_read_back_to_the_last_bit(domain: Domain):
    with TemporaryDirectory() as folder:
        write(domain, Path(folder))
        same(domain, read_domain(folder))


@given(domains())
def test_without_the_scale_each_party_has_its_values_on_a_scale_of_its_own(domain: Domain):
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(domain, folder)
        (folder / FILE).unlink()
        made = read_domain(folder)
    first, last = (0,) * len(domain.issues), tuple(n - 1 for n in domain.shape)
    for p in range(len(domain.parties)):
        least = sum(float(worth[p].min()) for worth in domain.worth)
        width = sum(float(np.ptp(worth[p])) for worth in domain.worth)
        for text in (first, last):
            value = domain.value(text)[p] - domain.base[p] - least
            assert made.value(text)[p] * width == pytest.approx(value, abs=1e-9 * max(1, width))


def test_a_scenario_is_read_back_to_the_last_bit(tmp_path: Path):
    domain = of_world(arrange(load("economic-2-plus-2")), 0)
    write(domain, tmp_path)
    same(domain, read_domain(tmp_path))


def test_the_reservation_bid_parts_the_same_texts_as_the_walk_away(tmp_path: Path):
    domain = read_domain(BASE_GAME)
    write(domain, tmp_path)
    (tmp_path / FILE).unlink()
    made = read_domain(tmp_path)
    for text in np.ndindex(domain.shape):
        before = domain.value(text) >= domain.walk_away
        np.testing.assert_array_equal(before, made.value(text) >= made.walk_away - 1e-12)


def test_nothing_is_overwritten(tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ScenarioError, match="nothing is overwritten"):
        write(read_domain(BASE_GAME), tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


def test_a_scale_is_refused_once_weights_are_changed(tmp_path: Path):
    file = write(read_domain(BASE_GAME), tmp_path)[1]
    text = file.read_text("utf-8")
    place = text.index('"issueWeights"')
    file.write_text(text[:place] + text[place:].replace("0.", "0.1", 1), "utf-8")
    with pytest.raises(ScenarioError, match="the weight that was written"):
        read_domain(tmp_path)
