"""The sheets of an export made again from its log, and set beside those that are in it.

All is measured anew: where tables ended, the frontier, the months after, and the very runs of AI
that the export had. What had not been measured when the ZIP was made is left out here as well.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from classroom.debrief.findings import Findings
from classroom.debrief.handing import handed_in
from classroom.debrief.summing import findings, progress
from classroom.debrief.workshop import Workshop
from classroom.export.again import Archive, ArchiveError
from classroom.export.archive import LOG, key_of, sheets_of
from classroom.export.kept_log import read
from classroom.export.sheets_compared import Checked, compared

DEBRIEF = "debrief.json"
Told = Callable[[int, int], None]


def checked_sheets(archive: Archive, told: Told = lambda done, of: None) -> tuple[Checked, ...]:
    """Return every sheet of an export after it was made again.

    Parameters
    ----------
    told : callable
        Told how much of the work is done, and of how much.

    Raises
    ------
    ArchiveError
        At the first line that is not as the log makes it.
    """
    shop = measured_again(archive, told)
    found = as_far_as(findings(shop), debrief_of(archive))
    made = sheets_of(read(archive.files[LOG]), archive.state, found, shop.papers)
    again = {f"{each.name}.csv": each.csv() for each in made}
    given = [name for name in sorted(archive.files) if name.endswith(".csv")]
    missing = sorted(again.keys() - set(given))
    if missing:
        raise ArchiveError(f"{missing[0]} is missing")
    return tuple(
        compared(name, archive, again[name])
        if name in again
        else Checked(name, 0, (f"{name}: this version makes no such sheet",))
        for name in given
    )


def measured_again(archive: Archive, told: Told) -> Workshop:
    """Return a workshop in which the class of an export was measured."""
    shop = Workshop(0)
    runs = {each["configuration"]: each["runs"] for each in debrief_of(archive)["runs"]}
    for tid, table in sorted(archive.state.tables.items()):
        for sitting in table.sittings.values():
            shop.take(handed_in(tid, sitting))
    for configuration, pool in shop.pools.items():
        pool.of = runs.get(configuration, 0)
    for number in sorted({number for number, _ in shop.plays}):
        shop.close(number)
    while shop.work():
        parts = progress(shop)
        told(*map(sum, zip(parts["runs"], parts["agreed"], parts["contrasts"], strict=True)))
    if shop.faults:
        raise ArchiveError(f"{LOG}: it cannot be measured: {next(iter(shop.faults.values()))}")
    return shop


def debrief_of(archive: Archive) -> dict[str, Any]:
    """Return what the debrief showed; ArchiveError where that cannot be read."""
    try:
        found = json.loads(archive.files[DEBRIEF])
        fine = all(0 <= each["runs"] <= 1_000_000 for each in found["runs"])
        known(found)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        why = "it is not as an export writes it"
        raise ArchiveError(f"{DEBRIEF} cannot be read: {why}") from None
    if not fine:
        raise ArchiveError(f"{DEBRIEF} is not as an export writes it")
    return dict(found)


def known(debrief: Mapping[str, Any]) -> dict[str, set[Any]]:
    """Return by name what had been measured when a ZIP was made."""
    place = ("round", "table", "configuration", "forum")
    seat = ("round", "configuration", "forum", "seat")
    return {
        "results": {tuple(each[key] for key in place) for each in debrief["results"]},
        "seats": {tuple(each[key] for key in seat) for each in debrief["seats"]},
        "measures": set(debrief["measures"]),
        "stakes": set(debrief["stakes"]),
        "runs": {
            (each["configuration"], at)
            for each in debrief["runs"]
            for at in each["tables"]["depth"]
        },
    }


def as_far_as(found: Findings, debrief: Mapping[str, Any]) -> Findings:
    """Return of some findings what had been measured when a ZIP was made."""
    had = known(debrief)
    return replace(
        found,
        results=tuple(
            each
            for each in found.results
            if (each.round, each.table, each.configuration, each.forum) in had["results"]
        ),
        seats=tuple(
            each
            for each in found.seats
            if (each.round, each.configuration, each.forum, each.seat) in had["seats"]
        ),
        measures={at: each for at, each in found.measures.items() if key_of(at) in had["measures"]},
        stakes={at: each for at, each in found.stakes.items() if key_of(at) in had["stakes"]},
        runs=tuple(
            replace(
                each,
                tables={
                    name: {
                        at: value
                        for at, value in places.items()
                        if (each.configuration, key_of(at)) in had["runs"]
                    }
                    for name, places in each.tables.items()
                },
            )
            for each in found.runs
        ),
    )
