"""The commands that play a run: ``run`` and ``replay``."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from scenarios.load import catalogue
from scenarios.problems import shown
from scenarios.unpacking import is_zip
from sim.play.errors import RuleError
from sim.play.game import new_game
from sim.play.log import Record, header_of
from sim.play.log_lines import Log
from sim.play.replay import Replay, opened
from terminal.brought_along import brought_along
from terminal.files import log_read, written
from terminal.heard import Heard
from terminal.refusal import WRONG, RefusalError, say
from terminal.setting import Setting
from terminal.telling import Story, Watcher, steps, tell, tell_json


def run_scenario(
    chosen: Setting, seed: int, number: int, log: Path | None, story: Story | None
) -> None:
    """Run a scenario; tell it, or print its account as JSON where ``story`` is None."""
    start = new_game(chosen.world, seed, number)
    moves = steps(start, {seat: Heard(each) for seat, each in chosen.guests.items()})
    with written(log) if log else nullcontext() as stream, guests_heard():
        watchers: list[Watcher] = []
        if stream:
            header = header_of(start, chosen.changes, tuple(chosen.guests))
            watchers.append(Record(stream, header).add)
        if story is None:
            tell_json(start, moves, *watchers)
        else:
            tell(start, chosen.changes, moves, *watchers, story=story)


@contextmanager
def guests_heard() -> Iterator[None]:
    """Say in one line what a strategy from elsewhere has done that the rules do not allow."""
    try:
        yield
    except RuleError as error:
        raise RefusalError(f"--strategy: {error}", WRONG) from None


def replay_log(log: Path, scenario: Path | None, story: Story | None) -> None:
    """Play a log again; tell it, or print its account as JSON where ``story`` is None."""
    if is_zip(log):
        raise RefusalError(
            f"{log}: a ZIP; an exported class is replayed by communique class replay"
        )
    with log_read(log) as stream:
        record = Log(stream)
        name = record.header.scenario
        own = brought_along(scenario, name) if scenario else None
        if own is None and name not in catalogue():
            raise RefusalError(f"{log}: a run of {shown(name)}; give its file with --scenario")
        again = opened(record, own)
        if story is None:
            tell_json(again.game, again)
        else:
            tell(again.game, again.log.header.changes, again, story=story)
    say(f"note: {note}" for note in again.notes)
    if story is not None:
        print(verdict(again))


def verdict(again: Replay) -> str:
    """Return how a replay went that found no difference."""
    game = again.game
    text = f"Replayed {again.moves} moves: every state is as in the log, digest {game.digest}."
    if again.log.torn:
        text += " The last line was cut off and is left out."
    if not game.over:
        text += f" The log ends in month {game.month} of {game.world.params.horizon}."
    return text
