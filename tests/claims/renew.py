"""Make the records of the claims and the made part of docs/claims.md anew; an hour of work.

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
from sim.claims.studies import ALL, ASSUMED
from tools.claims_page import BEGIN, page

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "claims.md"
WIDER_FILE = "claims-all.json"
"""As ``claims.json``, of a campaign in which all that has room is drawn."""
WORLDS, SEED = 1024, 1


def read(name: str) -> Any:
    """Return one of the two records."""
    return json.loads((DOCS / name).read_text("utf-8"))


def written(text: str) -> str:
    """Return the page with its made part made from the records."""
    return text.partition(BEGIN)[0] + page(read(CLAIMS_FILE), read(CAMPAIGN_FILE), read(WIDER_FILE))


def play(worlds: int, vary: str, files: dict[str, str]) -> None:
    """Play all claims and maps, and keep records under the names given."""
    with TemporaryDirectory() as folder:
        asked = (f"--worlds={worlds}", f"--seed={SEED}", f"--vary={vary}", f"--out={folder}")
        subprocess.run([sys.executable, "-m", "cli", "claims", *asked], check=True)
        for name, kept in files.items():
            (DOCS / kept).write_bytes(Path(folder, name).read_bytes())


def main(worlds: int) -> None:
    """Play what is asked for, and write the page."""
    if worlds:
        play(worlds, ASSUMED, {CLAIMS_FILE: CLAIMS_FILE, CAMPAIGN_FILE: CAMPAIGN_FILE})
        play(worlds, ALL, {CLAIMS_FILE: WIDER_FILE})
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else WORLDS)
