"""Whatever stands in an imported file: a domain, or one clear error."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from scenarios.problems import ScenarioError
from sim.solve.domain import Domain
from sim.solve.formats.read import read_domain
from tests.solve.formats.files import (
    BASE_GAME,
    EMISSIONS,
    SELLER,
    genius,
    geniusweb,
    profile,
)

BYTES = st.binary(min_size=1, max_size=4) | st.sampled_from(
    [b'"', b"<", b">", b"{", b"[", b",", b"1e999", b"-1", b"nan", b"\0", b"\xff", b"&a;", b"null"]
)
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), BYTES), min_size=1, max_size=5)


def changed(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for place, gone, new in changes:
        at = int(place * len(data))
        data = data[:at] + new + data[at + gone :]
    return data


def read(place: Path) -> None:
    found: Domain | ScenarioError
    try:
        found = read_domain(place)
    except ScenarioError as error:
        found = error
    assert isinstance(found, Domain) or len(found.problems) == 1


@given(CHANGES)
def test_genius(changes: list[tuple[float, int, bytes]]):
    with TemporaryDirectory() as folder:
        read(genius(Path(folder), a_seller=changed(SELLER.encode(), changes)))


@given(CHANGES)
def test_geniusweb(changes: list[tuple[float, int, bytes]]):
    with TemporaryDirectory() as name:
        folder = geniusweb(Path(name), profile(), profile())
        data = json.dumps(profile(), indent=1).encode()
        (folder / "profile1.json").write_bytes(changed(data, changes))
        read(folder)


@given(CHANGES, st.sampled_from(["config.txt", "initial_deal.txt", "scores_files/mayor.txt"]))
def test_deliberation(changes: list[tuple[float, int, bytes]], victim: str):
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "scores_files").mkdir()
        for file in BASE_GAME.rglob("*.txt"):
            data = file.read_bytes()
            own = file.relative_to(BASE_GAME)
            same = own.as_posix() != victim
            (folder / own).write_bytes(data if same else changed(data, changes))
        read(folder)


@given(CHANGES)
def test_actors(changes: list[tuple[float, int, bytes]]):
    with TemporaryDirectory() as name:
        file = Path(name) / "table.csv"
        file.write_bytes(changed(EMISSIONS.encode(), changes))
        read(file)
