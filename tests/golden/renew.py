"""The golden runs, written anew by ``python -m tests.golden.renew``.

A golden file changes only together with a line in the changelog that says which rule changed.
"""

import io
from pathlib import Path

from scenarios.arrange import arrange
from scenarios.load import load
from sim.play.game import new_game
from sim.play.log import Record, header_of
from terminal.screen import sheet
from terminal.telling import steps, tell

HERE = Path(__file__).parent
GOLDEN = (("economic-2-plus-2", 1), ("two-tracks", 1))
"""Scenario and seed of each golden run."""


def played(scenario: str, seed: int) -> tuple[bytes, str]:
    """Play a run; return its log and its story, without blanks at the ends of lines."""
    start = new_game(arrange(load(scenario)), seed)
    log, story = io.BytesIO(), io.StringIO()
    record = Record(log, header_of(start))
    tell(start, (), steps(start), record.add, screen=sheet(story))
    lines = (line.rstrip() for line in story.getvalue().splitlines())
    return log.getvalue(), "\n".join(lines) + "\n"


def place(scenario: str, seed: int, ending: str) -> Path:
    """Return the golden file of a run."""
    return HERE / f"{scenario}-{seed}.{ending}"


def renew() -> None:
    """Write every golden file."""
    for scenario, seed in GOLDEN:
        log, story = played(scenario, seed)
        place(scenario, seed, "jsonl").write_bytes(log)
        place(scenario, seed, "txt").write_bytes(story.encode())


if __name__ == "__main__":
    renew()
