"""Make the records of the claims and the made part of docs/claims.md anew; some minutes of work.

``python -m tests.claims.renew [worlds]`` plays all claims and maps; with 0 worlds it only writes
the page again from the records that are there.
"""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sim.claims.joined import CAMPAIGN_FILE, CLAIMS_FILE
from sim.claims.page import BEGIN, page

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "claims.md"
WORLDS, SEED = 1024, 1


def read(name: str) -> Any:
    """Return one of the two records."""
    return json.loads((DOCS / name).read_text("utf-8"))


def written(text: str) -> str:
    """Return the page with its made part made from the records."""
    return text.partition(BEGIN)[0] + page(read(CLAIMS_FILE), read(CAMPAIGN_FILE))


def main(worlds: int) -> None:
    """Play what is asked for, and write the page."""
    if worlds:
        with TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "cli", "claims", f"--seed={SEED}", f"--out={folder}"]
            subprocess.run([*command, f"--worlds={worlds}"], check=True)
            for name in (CLAIMS_FILE, CAMPAIGN_FILE):
                (DOCS / name).write_bytes(Path(folder, name).read_bytes())
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else WORLDS)
