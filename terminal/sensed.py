"""What the outcomes of a sweep depend on, as plain data, tables and pictures."""

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from scenarios.problems import Problem, ScenarioError
from sim.sweep.sensitivity.analysis import UNITS, Sensitivity
from sim.sweep.sensitivity.shown import picture_of
from sim.sweep.sensitivity.tables import measure_rows, measures_table, pairs_table


def one_outcome(found: Sensitivity, m: int) -> Sensitivity:
    """Return the part of a sensitivity that is about one outcome."""
    return replace(
        found,
        metrics=found.metrics[m : m + 1],
        measures={name: each[:, m : m + 1] for name, each in found.measures.items()},
        chance={name: each[m : m + 1] for name, each in found.chance.items()},
        constant=found.constant[m : m + 1],
    )


def account(found: Sequence[Sensitivity], top: int) -> dict[str, Any]:
    """Return the whole as plain data."""
    return {
        "sensitivity": [
            {
                "method": each.method,
                "case": each.record.case,
                "against": each.record.against,
                "forum": each.record.forum,
                "unit": UNITS[each.method],
                "used": each.used,
                "left_out": each.left_out,
                "outcomes": [outcome(each, m, top) for m in range(len(each.metrics))],
            }
            for each in found
        ]
    }


def outcome(found: Sensitivity, m: int, top: int) -> dict[str, Any]:
    """Return what one outcome depends on as plain data; what cannot be told is null."""
    about = {"method", "case", "against", "forum", "metric", "constant"}
    rows = [
        {name: finite(value) for name, value in row.items() if name not in about}
        for row in measure_rows(one_outcome(found, m), top)
    ]
    return {
        "metric": found.metrics[m],
        "mean": float(found.mean[m]),
        "deviation": float(found.deviation[m]),
        "constant": bool(found.constant[m]),
        "factors": rows,
    }


def finite(value: Any) -> Any:
    """Return a value, null where it is no number."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def write_all(found: Sequence[Sensitivity], labels: dict[str, str], top: int, out: Path) -> None:
    """Write the tables of all measures, and a picture of every outcome that varies."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    def label(path: str) -> tuple[str, str]:
        return labels.get(path, path), path

    try:
        out.mkdir(parents=True, exist_ok=True)
        table = measures_table(found)
        named = [labels.get(path, path) for path in table["factor"].to_pylist()]
        pq.write_table(table.append_column("label", pa.array(named)), out / "sensitivity.parquet")
        if any(each.pairs for each in found):
            pq.write_table(pairs_table(found), out / "sensitivity-pairs.parquet")
        for each in found:
            for m, metric in enumerate(each.metrics):
                if not each.constant[m]:
                    picture = picture_of(each, m, label, top)
                    (out / f"{stem(each, metric)}.svg").write_text(picture, encoding="utf-8")
    except OSError as error:
        reason, allowed = error.strerror or str(error), "a folder that can be written"
        raise ScenarioError([Problem(str(out), "--out", reason, allowed)]) from None


def stem(found: Sensitivity, metric: str) -> str:
    """Return the name of a picture, without its ending."""
    record = found.record
    parts = [metric, record.case, *(["less", record.against] if record.against else [])]
    return "-".join([*parts, *([record.forum] if record.forum not in (record.case, "") else [])])
