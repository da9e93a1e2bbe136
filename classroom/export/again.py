"""A class played again from its export alone: every file, every game, every state.

Nothing is unpacked onto the disk, and nothing in the archive is believed: each file must have the
hash that the manifest says, each game must come to the states that its log says, and the class's
own log must lead to the very same games.
"""

from __future__ import annotations

import hashlib
import io
import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from classroom.after import created, take
from classroom.entry import Entry
from classroom.export.archive import FORMAT, LOG, MANIFEST, SCENARIOS
from classroom.export.kept_log import read
from classroom.live import opened
from classroom.setup import Setup
from classroom.sitting import Sitting, play_step
from classroom.state import ClassState
from scenarios.pack import scenario_in, zipped
from scenarios.problems import ScenarioError
from scenarios.unpacking import DamagedError, is_zip, unpacked
from sim.play.errors import LogError
from sim.play.log_lines import Log
from sim.play.moves import Move
from sim.play.replay import opened as replay_of
from sim.sweep.executors import cores, follow_parent

GAME = (("file", str), ("round", int), ("table", int), ("state", str))
"""What the manifest says of a game, and of what kind that is."""


class ArchiveError(Exception):
    """What is no export of a class, or was changed since: which file, and why."""


@dataclass(frozen=True)
class Checked:
    """A game that was played again.

    Parameters
    ----------
    moves : int
    state : str
        Digest of the state in which it ended.
    notes : tuple of str
        What differs between the log and this version of the project.
    """

    file: str
    round: int
    table: int
    moves: int
    state: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Archive:
    """An export that was opened: its files are those of its manifest.

    Parameters
    ----------
    files : mapping of name to bytes
    manifest : dict
    state : ClassState
        The class, as its log has it.
    pack : bytes
        Its scenario, with all it is read from.
    """

    files: Mapping[str, bytes]
    manifest: Mapping[str, Any]
    state: ClassState
    pack: bytes


def opened_archive(path: Path) -> Archive:
    """Return an export, its files checked.

    Raises
    ------
    ArchiveError
        Where it is none, or a file is missing, changed, or one too many.
    OSError
        Where it cannot be read.
    """
    files = files_of(path)
    manifest = manifest_of(files)
    known = manifest["files"]
    for name in sorted({*known, *files} - {MANIFEST}):
        if name not in files:
            raise ArchiveError(f"{name} is missing")
        if name not in known:
            raise ArchiveError(f"{name} is not in the manifest")
        if hashlib.sha256(files[name]).hexdigest() != known[name]["sha256"]:
            raise ArchiveError(f"{name} was changed: it has not the hash of the manifest")
    scenario = {
        name.removeprefix(SCENARIOS): data
        for name, data in files.items()
        if name.startswith(SCENARIOS)
    }
    pack = zipped(scenario)
    return Archive(files, manifest, class_of(files[LOG], pack), pack)


def files_of(path: Path) -> dict[str, bytes]:
    """Return the files of a ZIP, in memory."""
    path.stat()  # says what is wrong where there is none
    if not is_zip(path):
        raise ArchiveError("it is no ZIP")
    try:
        return unpacked(path)
    except DamagedError as error:
        raise ArchiveError(f"it is a damaged ZIP: {error}") from None


def manifest_of(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the manifest of an export."""
    for name in (MANIFEST, LOG):
        if name not in files:
            raise ArchiveError(f"it has no {name}, so it is no export of a class")
    try:
        manifest = json.loads(files[MANIFEST])
        form = manifest["class"]
        hashes = [each["sha256"] for each in manifest["files"].values()]
        games = [[each[key] for key, _ in GAME] for each in manifest["games"]]
    except (ValueError, RecursionError):
        raise ArchiveError(f"{MANIFEST} cannot be read: it is no JSON") from None
    except (TypeError, KeyError, AttributeError):
        why = "it lacks what every export writes there"
        raise ArchiveError(f"{MANIFEST} cannot be read: {why}") from None
    if form != FORMAT:
        given = f"format {json.dumps(form)}"
        raise ArchiveError(f"{MANIFEST}: {given}, where this version reads {FORMAT}")
    kinds = [kind for _, kind in GAME]
    fine = all(
        type(value) is kind for each in games for value, kind in zip(each, kinds, strict=True)
    )
    if not fine or not all(isinstance(each, str) for each in hashes):
        raise ArchiveError(f"{MANIFEST} is not as an export writes it")
    return dict(manifest)


def class_of(log: bytes, pack: bytes) -> ClassState:
    """Return the class that its log makes, with the scenario that lies beside it."""
    try:
        entries = read(log)
    except ValueError as error:
        raise ArchiveError(f"{LOG}: it is no log of a class: {error}") from None
    if not entries:
        raise ArchiveError(f"{LOG}: it is no log of a class: it is empty")
    first = entry = entries[0]
    data = {**first.data, "pack": b64encode(pack).decode()}
    try:
        state = created("export", Entry(first.n, first.at, first.t, first.kind, data))
        for entry in entries[1:]:
            take(state, entry)
    except ScenarioError as error:
        raise ArchiveError(f"{LOG}: {error.problems[0]}") from None
    except Exception:
        # It may come from anywhere, so whatever is wrong with it is a fault of the file.
        why = f"line {entry.n} is no entry that can follow here"
        raise ArchiveError(f"{LOG}: it is no log of a class: {why}") from None
    return state


def replayed(
    archive: Archive, table: int | None = None, workers: int | None = None
) -> Iterator[Checked]:
    """Yield every game of an export after it was played again.

    Parameters
    ----------
    table : int, optional
        Only the games of this table.
    workers : int, optional
        Processes; 0 for this one alone, by default one for each core.

    Raises
    ------
    ArchiveError
        At the first game that does not come to what the export says.
    """
    games = [each for each in archive.manifest["games"] if table in (None, each.get("table"))]
    count = cores() if workers is None else workers
    with ExitStack() as stack:
        pool = None
        if count and len(games) > 2:
            context = get_context("spawn")
            pool = stack.enter_context(
                ProcessPoolExecutor(count, mp_context=context, initializer=follow_parent)
            )
        waiting: list[Checked | Future[Checked]] = []
        for each in games:
            job = job_of(archive, each)
            waiting.append(pool.submit(play_again, *job) if pool else play_again(*job))
            if pool is None:
                yield waiting.pop()  # type: ignore[misc]
        for future in waiting:
            yield future.result()  # type: ignore[union-attr]


Job = tuple[dict[str, Any], bytes, Setup, tuple[tuple[str, Any, float], ...]]


def job_of(archive: Archive, game: Mapping[str, Any]) -> Job:
    """Return all it takes to play one game again, in another process too."""
    try:
        sitting: Sitting = archive.state.tables[game["table"]].sittings[game["round"]]
        log = archive.files[game["file"]]
    except (KeyError, TypeError):
        why = f"{game['file']}, a game that the class did not play"
        raise ArchiveError(f"{MANIFEST} names {why}") from None
    return dict(game), log, sitting.setup, tuple(sitting.done)


def play_again(
    game: dict[str, Any], log: bytes, setup: Setup, done: Sequence[tuple[str, Any, float]]
) -> Checked:
    """Play one game again, from its own log and from what was decided in the class."""
    name = game["file"]
    try:
        again = replay_of(Log(io.BytesIO(log)), scenario_in(setup.pack, setup.scenario))
        moves = [move for _, move, _ in again]
    except (LogError, ScenarioError) as error:
        raise ArchiveError(f"{name}: {error}") from None
    if again.game.digest != game["state"]:
        why = f"it ends in state {again.game.digest}, not {game['state']}"
        raise ArchiveError(f"{name}: {why} as in the manifest")
    try:
        own = decided(setup, done)
    except Exception:
        raise ArchiveError(f"{name}: what {LOG} has of this game cannot be played") from None
    differ(name, moves, own)
    return Checked(name, game["round"], game["table"], len(moves), again.game.digest, again.notes)


def decided(setup: Setup, done: Sequence[tuple[str, Any, float]]) -> list[Move]:
    """Return every move of a game, built from what was done at its table."""
    live = opened(setup, 0.0)
    for step in done:
        play_step(live, step)
    return [entry.move for entry in live.table.entries]


def differ(name: str, moves: list[Move], own: list[Move]) -> None:
    """Raise an ArchiveError at the first move in which a game and the class's log differ."""
    for n, (one, other) in enumerate(zip(moves, own, strict=False), 1):
        if one.as_json() != other.as_json():
            why = f"move {n} is {one.seat} {one.kind}, in {LOG} {other.seat} {other.kind}"
            raise ArchiveError(f"{name}: {why}")
    if len(moves) != len(own):
        raise ArchiveError(f"{name}: {len(moves)} moves, but {len(own)} by {LOG}")
