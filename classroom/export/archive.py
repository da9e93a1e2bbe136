"""The export of a class: one ZIP, from which alone the class can be played again.

It is made from the class's log, which is the truth, so the same class always makes the same ZIP;
what was measured meanwhile is taken over, what was not is left out or worked out here.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from typing import Any

from classroom.after import folded
from classroom.debrief.findings import Findings
from classroom.debrief.handing import handed_in
from classroom.entry import Entry
from classroom.export import people, tables
from classroom.export.kept_log import without_keys, written
from classroom.export.papers import Papers, papers, texts
from classroom.export.readme import readme
from classroom.export.sheet import Sheet
from classroom.said import said
from classroom.setup import lobby_for
from classroom.state import ClassState
from scenarios.load import SHIPPED
from scenarios.pack import EPOCH, contents
from scenarios.spoken import speaking
from scenarios.tongue import LANGUAGES, OWN
from sim.rules.compiled import rules_hash

FORMAT = 1
"""Version of the export; later versions read every earlier one."""
MANIFEST, LOG, SCENARIOS = "manifest.json", "class.jsonl", "scenarios/"
PAGE = (
    "<!doctype html><html lang={lang}><meta charset=utf-8><title>{title}</title><style>"
    "body{{font:16px/1.5 Georgia,serif;max-width:42em;margin:2em auto;padding:0 1em;color:#111}}"
    "h1{{font-size:1.4em;break-before:page}}h2{{font-size:1.2em}}h3{{font-size:1em}}"
    ".open{{color:#555}}"
    "</style><body>"
)
SHOWN = ("results", "charts", "stakes", "contrasts", "runs", "seats", "questions", "measures")
Told = Callable[[int, int], None]


def archive(
    entries: Sequence[Entry],
    found: Findings | None = None,
    kept: Mapping[tuple[int, int], Papers] | None = None,
    told: Told = lambda done, of: None,
) -> bytes:
    """Return the export of a class.

    Parameters
    ----------
    entries : sequence of Entry
        The log of the class.
    found : Findings, optional
        What was measured; the sheets about results are of this.
    kept : mapping of (round, table) to Papers, optional
        What is known already of what tables leave behind.
    told : callable
        Told how many tables are written down, and of how many.
    """
    state = folded("export", entries)
    found = found or Findings()
    every = all_papers(state, kept or {}, told)
    scenario = state.plan.scenario
    files = {
        SCENARIOS + name: data
        for name, data in (contents(state.pack) if state.pack else SHIPPED.files(scenario)).items()
    }
    sheets = sheets_of(entries, state, found, every)
    files |= {f"{each.name}.csv": each.csv() for each in sheets}
    files |= {
        LOG: written(without_keys(entries)),
        "plan.json": as_json(state.plan.model_dump(mode="json")),
        "debrief.json": as_json({name: plain(getattr(found, name)) for name in SHOWN}),
    }
    files |= files_of(state, every)
    for language in tongues(state):
        name = "README.txt" if language == OWN else f"README.{language}.txt"
        files[name] = readme(state, sheets, found, language).encode()
        files |= statements_of(state, every, language)
    files[MANIFEST] = as_json(manifest(entries, state, every, files))
    return zipped(files)


def all_papers(
    state: ClassState, kept: Mapping[tuple[int, int], Papers], told: Told
) -> dict[tuple[int, int], Papers]:
    """Return what every table leaves behind; games that are not known are played again."""
    sittings = [
        (number, tid, sitting)
        for tid, table in sorted(state.tables.items())
        for number, sitting in sorted(table.sittings.items())
    ]
    found: dict[tuple[int, int], Papers] = {}
    for done, (number, tid, sitting) in enumerate(sorted(sittings, key=lambda s: s[:2]), 1):
        known = kept.get((number, tid))
        found[number, tid] = known or papers(handed_in(tid, sitting))
        told(done, len(sittings))
    return found


def sheets_of(
    entries: Sequence[Entry],
    state: ClassState,
    found: Findings,
    every: Mapping[tuple[int, int], Papers],
) -> list[Sheet]:
    """Return the sheets, those on people first."""
    actions: dict[str, Counter[str]] = {}
    for entry in entries:
        if isinstance(entry.data.get("sid"), str):
            actions.setdefault(entry.data["sid"], Counter())[entry.kind] += 1
    return [
        people.students(state, actions),
        people.rubric(state, actions),
        people.voices(state),
        people.questionnaires(state),
        people.learnt(state),
        tables.decisions(state, every),
        tables.tables(state, found),
        tables.seats(found),
        tables.texts(found),
    ]


def files_of(state: ClassState, every: Mapping[tuple[int, int], Papers]) -> dict[str, bytes]:
    """Return the files that tables leave behind, by name."""
    files: dict[str, bytes] = {}
    for (number, tid), each in every.items():
        files[game_file(number, tid)] = each.log
        for k, branch in enumerate(state.tables[tid].sittings[number].branches, 1):
            files[game_file(number, tid, k)] = branch.log
    return files


def tongues(state: ClassState) -> list[str]:
    """Return the languages of a class: English, and every other that somebody chose in it."""
    spoken = {each.language for each in state.students.values()}
    return [each for each in LANGUAGES if each == OWN or each in spoken]


def statements_of(
    state: ClassState, every: Mapping[tuple[int, int], Papers], language: str
) -> dict[str, bytes]:
    """Return the joint statements in a language, by name: one by one, and as one page."""
    mark = "" if language == OWN else f".{language}"
    files, pages = {}, []
    for (number, tid), each in every.items():
        text, page = each.text, each.page
        if language != OWN:
            with speaking(language):
                world = lobby_for(state.tables[tid].sittings[number].setup).world
            text, page = texts(world, tid, number, each.ended)
        files[f"statements/round-{number}/table-{tid:02}{mark}.txt"] = text.encode()
        pages.append(page)
    head = PAGE.format(lang=language, title=said("paper", "Joint statements", language))
    files[f"statements{mark}.html"] = "\n".join([head, *pages]).encode()
    return files


def game_file(number: int, tid: int, branch: int = 0) -> str:
    """Return the name of a game's log; of a branch that was taken back, from 1."""
    back = f"-taken-back-{branch}" if branch else ""
    return f"games/round-{number}/table-{tid:02}{back}.jsonl"


def manifest(
    entries: Sequence[Entry],
    state: ClassState,
    every: Mapping[tuple[int, int], Papers],
    files: Mapping[str, bytes],
) -> dict[str, Any]:
    """Return what is in the export, with a hash of every file."""
    games = [
        {
            "file": game_file(number, tid),
            "round": number,
            "table": tid,
            "configuration": state.tables[tid].sittings[number].setup.configuration,
            "world": each.world,
            "state": each.state,
            "moves": len(each.moves),
        }
        for (number, tid), each in every.items()
    ]
    return {
        "class": FORMAT,
        "code": state.code,
        "plan": state.plan.id,
        "scenario": state.plan.scenario,
        "seed": state.seed,
        "rules": rules_hash(),
        "began": when(entries[0]),
        "ended": when(entries[-1]),
        "entries": len(entries),
        "games": games,
        "files": {
            name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
            for name, data in sorted(files.items())
        },
    }


def when(entry: Entry) -> str:
    """Return the time of an entry, in UTC."""
    return datetime.fromtimestamp(entry.at, UTC).isoformat(timespec="seconds")


def plain(value: Any) -> Any:
    """Return dataclasses and tables as plain data; keys of several parts are joined by a slash."""
    if is_dataclass(value) and not isinstance(value, type):
        made = {each.name: plain(getattr(value, each.name)) for each in fields(value)}
        verdict = getattr(value, "verdict", None)
        return made if verdict is None else {**made, "verdict": verdict}
    if isinstance(value, Mapping):
        return {key_of(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return value


def key_of(key: Any) -> str:
    """Return a key of a table as text."""
    return "/".join(map(str, key)) if isinstance(key, tuple) else str(key)


def as_json(data: Any) -> bytes:
    """Return plain data as JSON that people can read."""
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return files as a ZIP, the same bytes for the same files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(files, key=lambda each: (each != "README.txt", each)):
            made.writestr(zipfile.ZipInfo(name, EPOCH), files[name], zipfile.ZIP_DEFLATED)
    return stream.getvalue()
