"""The folder of a sweep: parts whole or not there, nothing mixed, and what is wrong is named."""

import json
import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from scenarios.problems import ScenarioError
from sim.sweep import store as stores
from sim.sweep.chunk import play_chunk
from sim.sweep.digest import digest_of
from sim.sweep.entry import play, study_of
from sim.sweep.files import LOCK, UNDONE, alone
from sim.sweep.frame import table_of
from sim.sweep.part import encoded
from sim.sweep.store import ERRORS, MANIFEST, PART, STUDY, Store
from tests.sweep.studies import SHORT, study

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def small():
    return study(runs=24, changes=("horizon=2",))


@pytest.fixture
def whole(small, tmp_path: Path) -> Store:
    store = Store(tmp_path / "s")
    play(small, store, 1, "threads", size=8)
    return store


def part(store: Store, n: int = 0) -> Path:
    return store.parts()[n][2]


def test_a_part_says_where_it_comes_from(small, whole: Store):
    about = pq.read_metadata(part(whole)).metadata
    header = whole.read_header()
    assert about[b"digest"].decode() == small.digest == header["digest"]
    assert about[b"rules"].decode() == header["rules"]
    assert about[b"seed"] == b"1"
    assert set(json.loads(about[b"versions"])) >= {"communique", "numba", "pyarrow", "python"}


def test_the_manifest_comes_last_and_lists_the_parts(whole: Store):
    manifest = json.loads((whole.folder / MANIFEST).read_text("utf-8"))
    assert [each["file"] for each in manifest["parts"]] == [p.name for *_, p in whole.parts()]
    assert (manifest["rows"], len(manifest["parts"])) == (24, 3)
    assert sorted(p.name for p in whole.folder.iterdir()) == sorted(
        [LOCK, STUDY, MANIFEST, *(p.name for *_, p in whole.parts())]
    )


def test_only_what_is_missing_is_played(small, whole: Store, monkeypatch):
    before = digest_of(whole)
    part(whole, 1).unlink()
    times = [path.stat().st_mtime_ns for *_, path in whole.parts()]
    told = []
    play(small, whole, 1, "threads", lambda rows, failed: told.append(rows), size=5)
    assert told == [16, 21, 24]
    assert [p.stat().st_mtime_ns for first, _, p in whole.parts() if first in (0, 16)] == times
    assert digest_of(whole) == before
    play(small, whole, 1, "nobody is asked", lambda rows, failed: told.append(rows))
    assert told[3:] == [24]


def test_a_manifest_that_a_kill_prevented_is_written_later(small, whole: Store):
    (whole.folder / MANIFEST).unlink()
    play(small, whole, 1, "threads")
    assert whole.finished


def undone(folder: Path) -> list[Path]:
    return list(folder.rglob("*" + UNDONE))


def test_leftovers_of_a_kill_are_no_hindrance_and_go(small, tmp_path: Path):
    for name in (STUDY + UNDONE, "part-0000000000-0000000007.parquet" + UNDONE, LOCK):
        (tmp_path / name).write_text("half")
    play(small, Store(tmp_path), 1, "threads")
    assert len(table_of(Store(tmp_path))) == 24
    assert undone(tmp_path) == []


def test_leftovers_beside_a_whole_sweep_go_as_well(small, whole: Store):
    (whole.folder / (MANIFEST + UNDONE)).write_text("half")
    play(small, whole, 1, "threads")
    assert undone(whole.folder) == []


def test_a_sweep_at_work_keeps_what_it_is_writing(small, whole: Store):
    half = whole.folder / (MANIFEST + UNDONE)
    half.write_text("half")
    with alone(whole.folder), pytest.raises(ScenarioError, match="a sweep at work in it"):
        play(small, whole, 1, "threads")
    assert half.exists()


@pytest.mark.parametrize("write", [1, 2, 3])
def test_ctrl_c_while_a_file_is_written_leaves_no_half_of_it(
    small, tmp_path: Path, monkeypatch, write: int
):
    folder, written = tmp_path / "s", []

    def interrupted(*args):
        written.append(args)
        if len(written) == write:
            raise KeyboardInterrupt

    monkeypatch.setattr("sim.sweep.files.os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        play(small, Store(folder), 1, "threads", size=8)
    assert undone(folder) == []
    if write > 1:  # the part that was being written is written again before the sweep stops
        assert 8 * (write - 2) in [first for first, *_ in Store(folder).parts()]
    play(small, Store(folder), 1, "threads", size=8)
    assert len(table_of(Store(folder))) == 24


def test_a_folder_with_other_files_is_refused(small, tmp_path: Path):
    (tmp_path / "thesis.txt").touch()
    with pytest.raises(ScenarioError, match="a folder with other files"):
        Store(tmp_path).open(small)


@pytest.mark.parametrize(
    "other",
    [
        {"seed": 2},
        {"runs": 25},
        {"design": "lhs"},
        {"vary": ("trust",)},
        {"changes": ("horizon=3",)},
    ],
)
def test_a_folder_of_another_sweep_is_refused(whole: Store, other):
    with pytest.raises(ScenarioError, match="results of another sweep"):
        whole.open(study(**{"runs": 24, "changes": ("horizon=2",), **other}))


def test_a_folder_of_other_rules_is_refused(small, whole: Store, monkeypatch):
    monkeypatch.setattr(stores, "rules_hash", lambda: "0" * 12)
    with pytest.raises(ScenarioError, match="another version of the rules"):
        whole.open(small)


def test_a_part_of_another_sweep_is_refused_wherever_it_is_met(small, whole: Store, tmp_path: Path):
    other = Store(tmp_path / "other")
    made = study(runs=24, changes=("horizon=2",), seed=2)
    play(made, other, 1, "threads", size=8)
    part(other).replace(part(whole))
    for act in (lambda: list(whole.tables()), lambda: whole.open(small)):
        with pytest.raises(ScenarioError, match=f"{part(whole).name}: found a part of another"):
            act()


def test_a_part_under_another_name_is_refused(whole: Store):
    one, two, spare = part(whole, 0), part(whole, 1), whole.folder / "spare"
    for old, new in ((one, spare), (two, one), (spare, two)):
        old.rename(new)
    with pytest.raises(ScenarioError, match="a part of another sweep"):
        list(whole.tables())


@pytest.mark.parametrize("ends", [((0, 8), (4, 12)), ((0, 8), (8, 20))])
def test_parts_that_overlap_or_have_more_rows_than_there_are_are_refused(tmp_path: Path, ends):
    for first, last in ends:
        (tmp_path / PART.format(first=first, last=last)).touch()
    with pytest.raises(ScenarioError, match="rows of another part"):
        Store(tmp_path).missing(16, 4)


def test_a_worker_with_other_rules_is_refused(small, whole: Store):
    data = encoded(small, play_chunk(small, 0, 8))
    header = {**whole.read_header(), "rules": "0" * 12}
    with pytest.raises(ScenarioError, match="a part of another sweep"):
        whole.save(0, 8, data, header)


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped"])
def test_a_damaged_part_is_named(whole: Store, damage: str):
    path = part(whole, 1)
    data = bytearray(path.read_bytes())
    if damage == "flipped":
        column = pq.read_metadata(path).row_group(0).column(0)
        data[column.dictionary_page_offset + column.total_compressed_size - 1] ^= 0xFF
    path.write_bytes({"empty": b"", "cut": data[: len(data) // 2]}.get(damage, bytes(data)))
    with pytest.raises(ScenarioError, match=rf"{path.name}: found a damaged file.*delete it"):
        digest_of(whole)


def test_a_sweep_that_is_not_whole_is_not_read(whole: Store):
    part(whole, 1).unlink()
    with pytest.raises(ScenarioError, match="rows 8 to 15 are missing"):
        table_of(whole)


def test_a_folder_that_is_none_of_a_sweep_is_not_read(tmp_path: Path):
    with pytest.raises(ScenarioError, match=f"no {STUDY}"):
        digest_of(Store(tmp_path))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_a_full_disk_leaves_what_was_there_and_is_resumed(small, tmp_path: Path):
    folder = tmp_path / "s"
    full = folder / ("part-0000000008-0000000016.parquet" + UNDONE)

    def fill(rows: int, failed: int) -> None:
        if rows == 0:
            full.symlink_to("/dev/full")

    with pytest.raises(ScenarioError, match=r"No space left on device.*what is there is kept"):
        play(small, Store(folder), 1, "threads", fill, size=8)
    assert [first for first, *_ in Store(folder).parts()] == [0]
    assert undone(folder) == []
    play(small, Store(folder), 1, "threads", size=8)
    assert len(table_of(Store(folder))) == 24


def test_a_folder_that_cannot_be_written_is_refused(small, tmp_path: Path, monkeypatch):
    (tmp_path / "file").touch()
    with pytest.raises(ScenarioError, match="a folder that can be written"):
        Store(tmp_path / "file" / "s").open(small)

    def denied(*args):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("sim.sweep.files.os.fsync", denied)
    with pytest.raises(ScenarioError, match="Read-only file system"):
        Store(tmp_path / "s").open(small)


@pytest.mark.skipif(os.name == "nt", reason="locks as POSIX has them")
def test_two_sweeps_do_not_write_into_one_folder(small, tmp_path: Path):
    store = Store(tmp_path)
    store.open(small)
    with alone(tmp_path), pytest.raises(ScenarioError, match="a sweep at work in it"):
        play(small, store, 1, "threads")
    play(small, store, 1, "threads")


def test_a_folder_may_have_any_name(small, tmp_path: Path):
    store = Store(tmp_path / "horizon=2")
    play(small, store, 1, "threads")
    assert "horizon" not in table_of(store).column_names


def test_errors_are_kept_beside_earlier_ones(tmp_path: Path, monkeypatch):
    store = Store(tmp_path)
    store.save_errors([(7, "why 7"), (3, "why 3")])
    store.save_errors([(5, "why 5")])
    assert store.errors() == {3: "why 3", 5: "why 5", 7: "why 7"}
    assert pq.read_table(tmp_path / ERRORS).column_names == ["row", "error"]
    monkeypatch.setattr(stores, "MOST_ERRORS", 2)
    store.save_errors([(9, "why 9")])
    assert store.errors() == {3: "why 3", 5: "why 5"}


OWN = """extends = "economic-2-plus-2"
id = "mine"
title = "My own"
"""


@pytest.mark.slow
def test_a_scenario_of_ones_own_is_swept_until_its_file_changes(tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text(OWN, "utf-8")
    store = Store(tmp_path / "s")

    def own():
        return study_of(str(file), 8, "sobol", ("all-assumed",), changes=SHORT)

    play(own(), store, 2, "processes", size=4)
    theirs = study(runs=8, scenario="economic-2-plus-2")
    ours = table_of(store)
    assert ours["trust"].to_pylist() == play_chunk(theirs, 0, 8).columns["trust"].tolist()
    part(store).unlink()
    file.write_text(OWN + "# another word\n", "utf-8")
    with pytest.raises(ScenarioError, match="results of another sweep"):
        play(own(), store, 1, "threads")
    file.unlink()
    with pytest.raises(ScenarioError, match="missing"):
        table_of(store)
    play(store.study(), store, 1, "threads")  # the folder itself remembers what was swept
    assert ours.equals(table_of(store))
