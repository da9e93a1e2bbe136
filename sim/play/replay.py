"""Playing a log again: every move applied, every digest compared.

The moves in the log decide, chance's among them. A log made by other rules or in another
version of its scenario is played all the same: what differs is noted, and the first state
that comes out differently ends it, with the line where it does.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import GIVEN, parse
from scenarios.problems import Problem, ScenarioError, shown
from scenarios.scenario import Scenario
from scenarios.told import told
from scenarios.world import World
from sim.play.apply import apply
from sim.play.chance import draw
from sim.play.errors import LogError, RuleError
from sim.play.game import Game, new_game
from sim.play.log import HUMAN, Entry, Header
from sim.play.log_lines import Log
from sim.play.moves import CHANCE_SEAT, Move
from sim.rules.codes import STRATEGIES
from sim.rules.compiled import rules_hash

NOTES = {
    "world": "the log is of another world ({logged}, not {here})",
    "rules": "the log was made by other rules ({logged}, not {here})",
    "torn": "the last line is cut off and left out",
}
"""What is to be known of a log that can be replayed all the same."""


@dataclass
class Replay:
    """A log on its way to being played again.

    Parameters
    ----------
    log : Log
        The log; its header has been read.
    game : Game
        As far as it has been played.
    notes : tuple of str
        What differs between the log's header and this version of the project.
    moves : int
        Moves played so far.
    """

    log: Log
    game: Game
    notes: tuple[str, ...]
    moves: int = field(default=0, init=False)

    def __iter__(self) -> Iterator[tuple[Game, Move, Game]]:
        """Play on, yielding the game before each move, the move, and the game after.

        Raises
        ------
        LogError
            At the first line that cannot be played, or leads to another state than it did.
        """
        for entry in self.log:
            before = self.game
            self.game = self.played(entry)
            self.moves += 1
            yield before, entry.move, self.game

    def played(self, entry: Entry) -> Game:
        """Return the game after the next entry; raise a LogError where it is not the same."""
        game, line = self.game, self.log.line
        if entry.forum != game.forum:
            why = f"forum {shown(entry.forum)} where {shown(game.forum)} is due"
            raise LogError(line, why + self.because)
        try:
            after = apply(game, entry.move)
        except RuleError as error:
            raise LogError(line, f"{error}{self.because}") from None
        if entry.month != after.month:
            raise LogError(line, f"month {entry.month} where {after.month} is due{self.because}")
        if self.rigged(entry.move):
            why = f"chance drew what seed {game.seed}, run {game.run} does not give"
            raise LogError(line, why + self.because)
        require_state(line, entry.state, after, self.because)
        return after

    def rigged(self, move: Move) -> bool:
        """Say whether chance draws other words than it should; a person in its seat may."""
        if move.seat != CHANCE_SEAT or self.log.header.seats.get(CHANCE_SEAT) == HUMAN:
            return False
        return dict(move.words) != dict(draw(self.game).words)

    @property
    def because(self) -> str:
        """What may explain a difference, to be added to a message."""
        return "".join(f"; {note}" for note in self.notes)


def opened(log: Log, scenario: Scenario | None = None) -> Replay:
    """Return the replay of a log, before its first move.

    Parameters
    ----------
    scenario : Scenario, optional
        Where the run was of a scenario that is not shipped: that scenario.

    Raises
    ------
    LogError
        Where the header names no scenario, configuration or path there is, or its run does
        not start as this one does.
    """
    header = log.header
    try:
        changes = [parse(change) for change in header.changes]
        world = arrange(scenario or load(header.scenario), header.configuration, changes)
    except ScenarioError as error:
        raise LogError(1, str(in_log(error.problems[0]))) from None
    start = Replay(log, new_game(world, header.seed, header.run), notes(header, world))
    require_seats(header, world, start.because)
    require_state(1, header.state, start.game, start.because)
    return start


def in_log(problem: Problem) -> Problem:
    """Return a problem of a change as one of the log's header, where the change stands."""
    return replace(problem, file="changes") if problem.file == GIVEN else problem


def replay(path: str | Path, scenario: Scenario | None = None) -> Replay:
    """Play a whole log and return how it went.

    Raises
    ------
    OSError
        Where the file cannot be read.
    LogError
        Where it is no log, or differs: the line, and why.
    """
    with Path(path).open("rb") as stream:
        whole = opened(Log(stream), scenario)
        for _ in whole:
            pass
    return whole


def notes(header: Header, world: World) -> tuple[str, ...]:
    """Return what differs between a header and the world as it is here and now."""
    pairs = {"world": (header.world, world.digest), "rules": (header.rules, rules_hash())}
    return tuple(
        note(name, logged=logged[:12], here=here[:12])
        for name, (logged, here) in pairs.items()
        if logged != here
    )


def note(name: str, **gaps: str) -> str:
    """Return one of ``NOTES``, in the language of whoever is being shown it."""
    return told("note", name, NOTES[name]).format(**gaps)


def require_seats(header: Header, world: World, because: str) -> None:
    """Check that the header gives every agency the strategy it has in the world, or a person."""
    due = {agency: STRATEGIES[world.params.strategy[a]] for a, agency in enumerate(world.agencies)}
    for seat in (*due, *header.seats):
        right = due.get(seat, HUMAN)
        given = header.seats.get(seat, "nobody")
        if given not in (right, HUMAN) or seat not in (*due, CHANCE_SEAT):
            why = f"seat {shown(seat)} held by {shown(given)}, not by {shown(right)}"
            raise LogError(1, why + because)


def require_state(line: int, digest: str, game: Game, because: str) -> None:
    """Check that a state is the one that the log has."""
    if digest != game.digest:
        why = f"the state differs: {digest} in the log, {game.digest} here"
        raise LogError(line, why + because)
