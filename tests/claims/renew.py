"""Make docs/claims.json and the made part of docs/claims.md anew; some minutes of work.

``python -m tests.claims.renew [worlds]`` plays all claims and maps; with 0 worlds it only writes
the page again from the record that is there.
"""

import json
import subprocess
import sys
from pathlib import Path

from sim.claims.page import BEGIN, page

DOCS = Path(__file__).parents[2] / "docs"
RECORD, PAGE = DOCS / "claims.json", DOCS / "claims.md"
WORLDS, SEED = 1024, 1


def written(text: str, data: dict) -> str:
    """Return the page with its made part made from a record."""
    return text.partition(BEGIN)[0] + page(data)


def main(worlds: int) -> None:
    """Play what is asked for, and write the page."""
    if worlds:
        command = [sys.executable, "-m", "cli", "claims", f"--worlds={worlds}", f"--seed={SEED}"]
        text = subprocess.run([*command, "--json"], check=True, stdout=subprocess.PIPE).stdout
        RECORD.write_bytes(text)
    data = json.loads(RECORD.read_text("utf-8"))
    PAGE.write_text(written(PAGE.read_text("utf-8"), data), "utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else WORLDS)
