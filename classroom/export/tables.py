"""Sheets about tables: every decision, what came of it, and what each seat got."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from classroom.debrief.findings import Findings
from classroom.debrief.measures import MEASURES
from classroom.export.papers import Papers
from classroom.export.people import decisions_of
from classroom.export.sheet import Sheet, sheet
from classroom.state import ClassState

Kept = Mapping[tuple[int, int], Papers]
"""By round and table: what it leaves behind."""
Columns = Sequence[tuple[str, str]]
PLACE = ("round", "table", "forum")
"""The columns by which results are sorted."""


def decisions(state: ClassState, kept: Kept) -> Sheet:
    """Return every decision, in the order in which it was taken."""
    rows: list[list[Any]] = []
    for (number, tid), some in by_table(state).items():
        lines = kept[number, tid].moves if (number, tid) in kept else ()
        dated = {
            seat: [(month, forum) for other, month, forum in lines if other == seat]
            for seat in {each.seat for each in some}
        }
        for each in some:
            # What was said at once is read out in the order of the rules: dates go seat by seat.
            month, forum = dated[each.seat].pop(0) if dated[each.seat] else (None, "")
            levels = " ".join(f"{item}={level}" for item, level in each.move.levels)
            rows.append([each.n, each.t, number, tid, each.seat, each.sid, each.by])
            rows[-1] += [month, forum, each.move.kind, levels, each.move.item, each.move.reason]
    columns = (
        ("entry", "number of the entry in class.jsonl"),
        ("second", "second of class time"),
        ("round", "round of the class"),
        ("table", "number of the table"),
        ("seat", "agency"),
        ("student", "who decided; empty where nobody did"),
        ("by", "human, ai, or default (time ran out)"),
        ("month", "month of the run"),
        ("forum", "where it was said"),
        ("move", "kind of move"),
        ("levels", "of an amendment: item=level"),
        ("item", "of an objection or an appeal"),
        ("reason", "of an objection"),
    )
    rows.sort(key=lambda row: row[0])
    return sheet("decisions", "One decision each, as taken.", columns, rows)


def by_table(state: ClassState) -> dict[tuple[int, int], list[Any]]:
    """Return the decisions that stand, by round and table."""
    found: dict[tuple[int, int], list[Any]] = {}
    for number, tid, each in decisions_of(state):
        found.setdefault((number, tid), []).append(each)
    return found


def tables(state: ClassState, found: Findings) -> Sheet:
    """Return what every table came to, a row for each forum and round."""
    rows: list[list[Any]] = []
    ranks = {
        (number, table): percent
        for each in found.runs
        for (number, table), (_, percent) in each.tables["depth"].items()
    }
    for each in found.results:
        sitting = state.tables[each.table].sittings[each.round]
        by = [one.by for one in sitting.decisions]
        measures = found.measures.get((each.round, each.table), {})
        place = [each.round, each.table, each.configuration, each.forum]
        came = [each.outcome, each.month or None, each.agreed, each.of, each.left, *each.spot]
        rank = ranks.get((each.round, each.table))
        measured = [*(measures.get(name) for name in MEASURES), rank]
        counts = [len(by), by.count("human"), by.count("ai"), by.count("default")]
        rows.append([*place, *came, *measured, *counts, len(sitting.branches)])
    columns = (
        ("round", "round of the class"),
        ("table", "number of the table"),
        ("configuration", "forum or set of forums played"),
        ("forum", "the forum this row is about"),
        ("outcome", "full, clean, statement (without commitments) or none"),
        ("month", "month of the outcome"),
        ("items_agreed", "items with commitments"),
        ("items_possible", "items the forum could take up"),
        ("points_left", "joint points left on the table; 0 on the frontier"),
        ("points_first_side", "mean points of the first side's seats"),
        ("points_others", "mean points of all other seats"),
        *((name, "measure over all forums, see README.txt") for name in MEASURES),
        ("percentile_depth", "percentage of AI runs with less depth, equals half"),
        ("decisions", "decisions of all seats"),
        ("by_people", "of these by people"),
        ("by_ai", "of these by AI"),
        ("by_default", "of these because time ran out"),
        ("taken_back", "how often the teacher took the table back"),
    )
    return sheet("tables", "One table each, by round and forum.", columns, in_order(rows, columns))


def seats(found: Findings) -> Sheet:
    """Return what every seat got."""
    inside = {(each.round, each.configuration, each.forum, each.seat): each for each in found.seats}
    stakes = {(key, each.seat): each for key, some in found.stakes.items() for each in some}
    rows: list[list[Any]] = []
    for each in found.results:
        for seat, points in each.points.items():
            ai = inside.get((*each.key, seat))
            stake = stakes.get((each.key, seat))
            rows.append(
                [each.round, each.table, each.configuration, each.forum, seat]
                + ["" if stake is None else stake.side, " ".join(each.people.get(seat, ()))]
                + [each.share.get(seat), points, each.room.get(seat)]
                + ([None] * 4 if ai is None else [ai.p10, ai.p50, ai.p90, ai.beat.get(each.table)])
            )
    columns = (
        ("round", "round of the class"),
        ("table", "number of the table"),
        ("configuration", "forum or set of forums played"),
        ("forum", "the forum this row is about"),
        ("seat", "agency"),
        ("side", "its side"),
        ("students", "who sat there, the one who decides first"),
        ("share_people", "share of its decisions that people took"),
        ("points", "points of 100 of the outcome"),
        ("points_left", "most it could have gained with nobody losing"),
        ("ai_p10", "points of AI in this seat: tenth percentile of the runs"),
        ("ai_p50", "median"),
        ("ai_p90", "ninetieth percentile"),
        ("percent_of_ai_below", "percentage of AI runs with fewer points, equals half"),
    )
    means = "One seat each, by round, table and forum."
    return sheet("seats", means, columns, in_order(rows, columns))


def texts(found: Findings) -> Sheet:
    """Return what every table's text says, item by item."""
    rows: list[list[Any]] = []
    for each in found.results:
        for item, level in each.levels.items():
            why = each.brackets.get(item, ("", ""))
            rows.append([each.round, each.table, each.forum, item, level * bool(each.agreed), *why])
    columns = (
        ("round", "round of the class"),
        ("table", "number of the table"),
        ("forum", "forum"),
        ("item", "item of the agenda"),
        ("level", "level adopted, 0..4"),
        ("objector", "of an item left open: who objected last"),
        ("reason", "of an item left open: why"),
    )
    means = "One item each of a table's statement."
    return sheet("texts", means, columns, in_order(rows, columns))


def in_order(rows: list[list[Any]], columns: Columns) -> list[list[Any]]:
    """Return lines by round, table and forum; within a forum they stay as they were."""
    heads = [name for name, _ in columns]
    places = [heads.index(name) for name in PLACE]
    return sorted(rows, key=lambda row: [row[at] for at in places])
