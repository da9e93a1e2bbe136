"""A file of classes that cannot be opened any more: what is left of it is saved, and it is said."""

import os
import shutil
from pathlib import Path

import pytest

from classroom.house import House
from classroom.salvage import advice, salvaged
from classroom.store import FILE, Store, StoreError, in_folder


def damaged(hands, folder: Path, share: float) -> Path:
    """Return a copy of the classes of which only the first part is there."""
    hands.store.wipe()
    folder.mkdir()
    shutil.copy(hands.folder / FILE, folder / FILE)
    os.truncate(folder / FILE, int((folder / FILE).stat().st_size * share))
    with pytest.raises(StoreError, match="malformed"):
        House(Store(in_folder(folder)))
    return folder


def test_what_is_left_of_a_cut_file_opens_as_far_as_it_goes(hands, tmp_path: Path):
    room, later = hands.make(people=4), hands.make(people=1)
    hands.to(room, "play")
    for k in range(200):
        assert hands.teach(room, "message", text=f"{k} {'x' * 250}").ok
    whole = room.whole_log
    folder = damaged(hands, tmp_path / "cut", 0.9)
    before = (folder / FILE).read_bytes()
    said = advice(folder, "database disk image is malformed")
    assert f"2 of them was saved: serve it with --data {folder / 'saved'}" in said
    assert (folder / FILE).read_bytes() == before
    house = House(Store(in_folder(folder / "saved")))
    back = house.by_code(room.state.code)
    assert 20 < back.state.n < len(whole)
    assert back.whole_log == whole[: back.state.n]
    assert house.by_code(later.state.code).state.n == 2
    house.store.close()
    assert "saved in" in advice(folder, "database disk image is malformed")  # once, not over it


def test_where_nothing_is_left_it_is_said(hands, tmp_path: Path):
    hands.make(people=1)
    folder = damaged(hands, tmp_path / "cut", 0.2)
    with pytest.raises(StoreError, match="nothing of them"):
        salvaged(folder)
    assert not (folder / "saved").exists()
    assert "nothing of them" in advice(folder, "database disk image is malformed")


def test_an_emptied_file_is_not_taken_for_a_new_one(tmp_path: Path):
    (tmp_path / FILE).write_bytes(b"")
    with pytest.raises(StoreError, match="is empty: put a good copy"):
        in_folder(tmp_path)
    (tmp_path / FILE).unlink()
    Store(in_folder(tmp_path)).close()


def test_what_is_no_damage_is_left_alone(tmp_path: Path):
    assert advice(tmp_path, "database is locked") == "database is locked"
    assert not list(tmp_path.iterdir())
