"""The export of a class: the class again, from the ZIP alone, and nobody's keys in it."""

import contextlib
import hashlib
import io
import json
import re
import zipfile
from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from classroom import codes
from classroom.debrief.findings import Findings
from classroom.entry import Entry
from classroom.export.again import ArchiveError, opened_archive, replayed
from classroom.export.archive import archive, folded
from classroom.export.kept_log import read, without_keys, written
from classroom.rehearse import nowhere, rehearsed
from scenarios.pack import contents, packed, zipped
from sim.play.log_lines import Log
from sim.play.replay import opened
from tests.classroom.lessons import SHORT, found, lesson
from tests.classroom.people import human_moves


def zip_of(files: dict[str, bytes], path: Path) -> Path:
    path.write_bytes(zipped(files))
    return path


def test_the_same_class_makes_the_same_bytes(whole: bytes):
    assert archive(lesson().entries, found(), lesson().papers) == whole
    assert archive(lesson().entries, found(), {}) == whole


def test_the_class_is_played_again_from_the_zip_alone(whole: bytes, tmp_path: Path):
    path = tmp_path / "class.zip"
    path.write_bytes(whole)
    opened_zip = opened_archive(path)
    games = list(replayed(opened_zip, workers=0))
    assert len(games) == len(lesson().plays) == 8
    played = {(each.round, each.table): each.game.digest for each in lesson().plays}
    assert {(each.round, each.table): each.state for each in games} == played
    assert all(each.notes == () for each in games)
    assert len(opened_zip.state.students) == 15
    assert [each.table for each in replayed(opened_zip, 3, workers=0)] == [3, 3]


def test_it_is_played_again_though_other_figures_are_installed(tmp_path: Path):
    texts = contents(packed("economic-2-plus-2"))
    name = "economic-2-plus-2.toml"
    texts[name] = texts[name].replace(b"strength = { value = 0.5,", b"strength = { value = 0.9,", 1)
    first = nowhere(SHORT, 3)
    old = {**first.data, "pack": codes_of(zipped(texts))}
    begun = Entry(first.n, first.at, first.t, first.kind, old)
    made = rehearsed(SHORT, 4, 3, begun=begun, workers=0)
    assert made.plays[0].world.digest != lesson().plays[0].world.digest
    path = tmp_path / "old.zip"
    path.write_bytes(archive(made.entries, Findings()))
    games = list(replayed(opened_archive(path), workers=0))
    assert [each.state for each in games] == [each.game.digest for each in made.plays]
    assert all(each.notes == () for each in games)


def codes_of(pack: bytes) -> str:
    return b64encode(pack).decode()


def test_nobodys_keys_are_in_it(hands):
    room = hands.make(SHORT, people=6)
    sid = hands.join(room, "Late")
    hands.teach(room, "extra", sid=sid, factor=2.75)
    told = hands.teach(room, "new_words", sid=sid).tell["words"]
    hands.to(room, "play", 1)
    human_moves(hands, room, 4)
    entries = list(room.store.read(room.state.cid))
    data = archive(entries)
    inside = zipfile.ZipFile(io.BytesIO(data))
    everything = b"\n".join(inside.read(name) for name in inside.namelist()).decode()
    secrets = [room.state.teacher, room.state.wall, told, codes.fingerprint(codes.plain(told))]
    for student in room.state.students.values():
        secrets += [student.key, student.words, f"key of {student.nick}"]
        secrets += [f"word word word {student.nick}"]
    for secret in secrets:
        assert secret not in everything, secret
    assert "2.75" not in everything


def test_the_log_without_keys_makes_the_same_class():
    entries = list(without_keys(lesson().entries))
    again = read(written(entries))
    assert again == [replace(each, data=dict(each.data)) for each in entries]
    pack = lesson().entries[0].data["pack"]
    first = replace(again[0], data={**again[0].data, "pack": pack})
    one, other = folded("export", [first, *again[1:]]), lesson().state
    assert {sid: each.nick for sid, each in one.students.items()} == {
        sid: each.nick for sid, each in other.students.items()
    }
    for tid, table in other.tables.items():
        for number, sitting in table.sittings.items():
            mine = one.tables[tid].sittings[number]
            assert [d.move for d in mine.decisions] == [d.move for d in sitting.decisions]


def test_a_table_taken_back_and_news_brought_in_are_played_again(hands, tmp_path: Path):
    room = hands.make(SHORT, people=5)
    hands.to(room, "play", 1)
    human_moves(hands, room, 6)
    assert hands.teach(room, "inject", tables="all", event="new-listings").ok
    assert hands.teach(room, "rewind", table=1, reason="=talk it over").ok
    human_moves(hands, room, 6)
    assert hands.next(room).ok
    hands.wait(5)
    path = tmp_path / "class.zip"
    path.write_bytes(archive(list(room.store.read(room.state.cid))))
    opened_zip = opened_archive(path)
    assert len(list(replayed(opened_zip, workers=0))) == len(room.state.tables)
    name = "games/round-1/table-01-taken-back-1.jsonl"
    back = opened(Log(io.BytesIO(opened_zip.files[name])))
    for _ in back:
        pass
    assert back.moves > 0


CHANGES = {
    "a log is changed": (
        lambda f: {**f, GAME: f[GAME].replace(b'"month":2', b'"month":3', 1)},
        "games/round-1/table-01.jsonl was changed",
    ),
    "a file is gone": (
        lambda f: {name: data for name, data in f.items() if name != GAME},
        "games/round-1/table-01.jsonl is missing",
    ),
    "a file was added": (lambda f: {**f, "x.txt": b"x"}, "x.txt is not in the manifest"),
    "no manifest": (
        lambda f: {name: data for name, data in f.items() if name != "manifest.json"},
        "has no manifest.json",
    ),
    "a manifest of tomorrow": (
        lambda f: {**f, "manifest.json": f["manifest.json"].replace(b'"class": 1', b'"class": 2')},
        "format 2",
    ),
    "a manifest of nothing": (lambda f: {**f, "manifest.json": b"[]"}, "cannot be read"),
}
GAME = "games/round-1/table-01.jsonl"


@pytest.mark.parametrize("what", CHANGES)
def test_what_was_changed_is_told(what: str, files: dict[str, bytes], tmp_path: Path):
    change, told = CHANGES[what]
    path = zip_of(change(files), tmp_path / "class.zip")
    with pytest.raises(ArchiveError, match=told):
        list(replayed(opened_archive(path), workers=0))


def forged(files: dict[str, bytes], name: str, data: bytes) -> dict[str, bytes]:
    """Return files with one of them changed, and its hash in the manifest too."""
    manifest = json.loads(files["manifest.json"])
    manifest["files"][name]["sha256"] = hashlib.sha256(data).hexdigest()
    return {**files, name: data, "manifest.json": json.dumps(manifest).encode()}


def test_a_forged_log_comes_to_another_state(files: dict[str, bytes], tmp_path: Path):
    lines = files[GAME].splitlines(keepends=True)
    place = next(n for n, line in enumerate(lines) if b'"move":"consent"' in line)
    other = lines[place].replace(b'"move":"consent"', b'"move":"pass"')
    path = zip_of(
        forged(files, GAME, b"".join([*lines[:place], other, *lines[place + 1 :]])),
        tmp_path / "class.zip",
    )
    with pytest.raises(ArchiveError, match=r"table-01\.jsonl: line"):
        list(replayed(opened_archive(path), workers=0))


def test_a_class_log_that_says_otherwise_is_told(files: dict[str, bytes], tmp_path: Path):
    lines = files["class.jsonl"].splitlines(keepends=True)
    place = next(n for n, line in enumerate(lines) if b'"kind":"decided"' in line)
    data = b"".join([*lines[:place], *lines[place + 1 :]])
    path = zip_of(forged(files, "class.jsonl", data), tmp_path / "class.zip")
    with pytest.raises(ArchiveError, match=r"class.jsonl: .*entry"):
        opened_archive(path)
    entry = json.loads(lines[place])
    entry["data"]["move"] = {"move": "pass"}
    data = b"".join([*lines[:place], json.dumps(entry).encode() + b"\n", *lines[place + 1 :]])
    path = zip_of(forged(files, "class.jsonl", data), tmp_path / "class.zip")
    with pytest.raises(ArchiveError, match=r"in class.jsonl|by class.jsonl"):
        list(replayed(opened_archive(path), workers=0))


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06" + b"\0" * 18, bytes(1000)])
def test_what_is_no_zip_is_told(data: bytes, tmp_path: Path):
    path = tmp_path / "class.zip"
    path.write_bytes(data)
    with pytest.raises(ArchiveError):
        opened_archive(path)


def test_a_zip_with_damaged_bytes_is_told(whole: bytes, tmp_path: Path):
    with zipfile.ZipFile(io.BytesIO(whole)) as packed_zip:
        place = max(packed_zip.infolist(), key=lambda each: each.compress_size)
    middle = place.header_offset + 30 + len(place.filename) + place.compress_size // 2
    for start in (middle, place.header_offset + 30 + len(place.filename)):
        path = tmp_path / "class.zip"
        path.write_bytes(whole[:start] + b"\xff" * 40 + whole[start + 40 :])
        with pytest.raises(ArchiveError, match="ZIP"):
            opened_archive(path)


UNLIKE = {
    "a list": ("manifest.json", b"[]"),
    "a list of one": ("manifest.json", b'[{"class": 1}]'),
    "no class": ("manifest.json", b'{"files": {}, "games": []}'),
    "files of nothing": ("manifest.json", b'{"class": 1, "files": [], "games": []}'),
    "no JSON": ("manifest.json", b"{"),
    "an entry with more": ("class.jsonl", b'{"n": 1, "when": 2}\n'),
    "a line of nothing": ("class.jsonl", b"null\n"),
    "no entry at all": ("class.jsonl", b""),
    "a beginning of nothing": (
        "class.jsonl",
        b'{"n": 1, "at": 1, "t": 0, "kind": "created", "data": {}}\n',
    ),
    "no text": ("class.jsonl", b"\xff\n"),
}


@pytest.mark.parametrize("what", UNLIKE)
def test_a_refusal_shows_nothing_of_python(what: str, files: dict[str, bytes], tmp_path: Path):
    name, data = UNLIKE[what]
    made = {**files, name: data} if name == "manifest.json" else forged(files, name, data)
    path = zip_of(made, tmp_path / "class.zip")
    with pytest.raises(ArchiveError, match=name) as told:
        opened_archive(path)
    assert not re.search(r"Error|__|[(){}]|codec", str(told.value)), told.value


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_wrong_with_an_archive_is_said_in_a_line(
    seed: int, files: dict[str, bytes], tmp_path: Path
):
    lot = Random(seed)
    name = lot.choice(["manifest.json", "class.jsonl", GAME, "scenarios/items.toml"])
    data = bytearray(files[name])
    for _ in range(lot.randint(1, 40)):
        place = lot.randrange(len(data))
        other = lot.choice([b"", b"9", b'"', b"null", b"[]", b"\xff"])
        data[place : place + lot.randint(0, 3)] = other
    broken = bytes(data)
    made = {**files, name: broken}
    if name != "manifest.json":
        made = forged(files, name, broken)
    path = zip_of(made, tmp_path / "class.zip")
    # What does not matter, such as a word in a message, may well go through.
    with contextlib.suppress(ArchiveError):
        list(replayed(opened_archive(path), 1, workers=0))
