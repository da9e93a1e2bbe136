"""The errors of scenario files, printed."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from scenarios.load import check
from terminal.refusal import WRONG, tame


def show_problems(files: Sequence[Path], as_json: bool) -> int:
    """Print every problem of some files, or that there is none; return the exit code."""
    found = {file: check(file) for file in files}
    if as_json:
        rows = [
            {
                "file": str(file),
                "correct": not problems,
                "problems": [asdict(problem) for problem in problems],
            }
            for file, problems in found.items()
        ]
        print(json.dumps({"files": rows}, indent=2))
    else:
        for file, problems in found.items():
            for problem in problems:
                print(tame(str(problem)))
            if not problems:
                print(f"{tame(str(file))}: correct")
    return WRONG if any(found.values()) else 0
