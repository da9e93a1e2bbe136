"""A show: a run watched move by move or month by month, forwards and backwards."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace

from agents.bots import bot_move
from agents.moment import Moment, origin, own_moves
from agents.tape import Tape
from scenarios.arrange import arrange
from scenarios.compare import with_arm
from scenarios.load import load
from scenarios.paths import Change, parse
from sim.play.apply import apply
from sim.play.game import Game, new_game
from sim.play.happening import Happening
from sim.play.legal import USED, legal_moves
from sim.play.log import HUMAN, entry_of, header_of, line_of
from sim.play.log_lines import Log
from sim.play.moves import CHANCE_SEAT, Move
from sim.play.picture import month_figures, scene
from sim.play.replay import note, opened
from sim.play.scene import Scene
from sim.play.sheet import Sheet, sheet
from sim.play.story import headed, told
from sim.play.story_table import said
from sim.rules.codes import UNDER_WAY


class Show:
    """One run, and what a watcher remembers of it.

    What has been played once is kept as moves: a show that went back plays the same moves again.

    Parameters
    ----------
    start : Game
        The game before the first move.
    changes : sequence of Change
        Values set for this run, for its log.
    humans : sequence of str
        Seats that people held, for its log.
    live : bool
        Whether bots go on where the moves end; otherwise the show ends there.
    """

    def __init__(
        self,
        start: Game,
        changes: Sequence[Change] = (),
        humans: Sequence[str] = (),
        live: bool = True,
    ) -> None:
        self.game, self.position, self.live = start, 0, live
        self.notes: tuple[str, ...] = ()
        self.origin = origin(start, changes)
        self._tape = Tape(start)
        self._bots: list[bool] = []
        self._log = [line_of(header_of(start, changes, humans))]
        self._told: list[tuple[Happening, ...]] = []
        self._months: list[int] = []
        self._ends = {0: 0}
        self._figures: dict[int, Mapping[str, float]] = {}

    @property
    def length(self) -> int:
        """How many moves are known."""
        return len(self._tape)

    @property
    def over(self) -> bool:
        """Whether there is nothing more to show."""
        return self.game.over or (not self.live and self.position == self.length)

    @property
    def scene(self) -> Scene:
        """What is to be seen now."""
        first = self.position
        while first and self._months[first - 1] == self.game.month:
            first -= 1
        news = [
            headed(self.game.world, each)
            for moves in self._told[first : self.position]
            for each in moves
        ]
        past = [n for n, end in self._ends.items() if 0 < end <= self.position]
        return scene(self.game, tuple(news), tuple(self._figures[n] for n in sorted(past)))

    def step_move(self) -> None:
        """Make one move, the one on record where there is one; the draws of chance count as one."""
        if self.over:
            return
        if self.position < self.length:
            self.game = apply(self.game, self._tape.moves[self.position])
            self.position += 1
        else:
            move = bot_move(self.game)
            self.add(move, apply(self.game, move), bot=True)

    def step_month(self) -> None:
        """Make moves until the month is over."""
        while not self.over:
            self.step_move()
            if self.position in self._ends.values():
                return

    def go(self, position: int) -> None:
        """Go to the moment after so many of the known moves."""
        self.position = min(max(position, 0), self.length)
        self.game = self._tape.game(self.position)

    def end_of(self, month: int) -> int | None:
        """Return after how many moves a month ended, or None where that is not yet known."""
        return self._ends.get(month)

    def options(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Return whose move is next, by short name, and the kind and sentence of each option."""
        moves = self._simple()
        seat = self.game.world.short("agency", moves[0].seat) if moves else ""
        return seat, tuple((move.kind, sentence_of(self.game, move)) for move in moves)

    def _simple(self) -> list[Move]:
        """Return the legal moves at this moment that are short to tell: no linked amendments."""
        if self.game.seat in ("", CHANCE_SEAT):
            return []
        choices = legal_moves(self.game)
        plain = [kind for kind in choices.kinds if kind not in USED]
        against = choices.items if "object" in choices.kinds else ()
        reason = choices.must[0] or "own reason"
        return [
            *(Move(choices.seat, kind) for kind in plain),
            *(Move(choices.seat, "object", item=item, reason=reason) for item in against),
            *(choices.amendments("amend", 1) if "amend" in choices.kinds else ()),
        ]

    def branch(self, option: int = -1) -> None:
        """Forget all moves after this moment, make one of the options, let bots go on."""
        n, moves = self.position, self._simple()
        self._tape.cut(n)
        del self._told[n:], self._months[n:], self._bots[n:], self._log[n + 1 :]
        self._ends = {month: end for month, end in self._ends.items() if end <= n}
        self.live = True
        if 0 <= option < len(moves):
            self.add(moves[option], apply(self.game, moves[option]))

    def add(self, move: Move, after: Game, bot: bool = False) -> None:
        """Put down the next move, and go on to the game that it led to.

        Parameters
        ----------
        bot : bool
            Whether it is known to be what a bot or chance does here.
        """
        before = self.game
        self._tape.add(move, after)
        self._bots.append(bot)
        self._told.append(tuple(told(before, move, after)))
        self._months.append(after.month)
        self._log.append(line_of(entry_of(self.length, before, move, after)))
        self.game, self.position = after, self.length
        waits = after.ask == "chance" and after.state.phase[0] == 0
        if after.over or (waits and before.ask != "nothing"):
            self._ends[after.month] = self.length
            self._figures[after.month] = month_figures(after)

    def log(self) -> bytes:
        """Return the log of the moves so far, to be replayed here or in the terminal."""
        return b"".join(self._log[: self.position + 1])

    @property
    def events(self) -> tuple[tuple[int, str], ...]:
        """The events that have happened so far: the month, and what is told of each."""
        return tuple((each.month, each.text) for _, each in self._happenings() if is_event(each))

    def moment(self) -> Moment:
        """Return where the run stands, for people to sit down there."""
        moves, bots = self._tape.moves[: self.position], self._bots[: self.position]
        own = tuple(own_moves(self._tape.game(0), moves, bots))
        return replace(self.origin, move=self.position, state=self.game.digest, own=own)

    def sheets(self) -> tuple[Sheet, ...]:
        """Return the statements of the forums whose talks have ended, with how they were made."""
        history, found = self._happenings(), []
        for f, forum in enumerate(self.game.world.forums):
            ends = [n for n, each in history if concludes(each, forum)]
            if ends and self.game.state.outcome[f] != UNDER_WAY:
                before = [(n, each) for n, each in history if n <= ends[-1]]
                found.append(sheet(self._tape.game(ends[-1]), f, before))
        return tuple(found)

    def _happenings(self) -> list[tuple[int, Happening]]:
        """Return what has happened so far, each with the number of moves made by then."""
        moves = enumerate(self._told[: self.position], start=1)
        return [(n, each) for n, several in moves for each in several]


def sentence_of(game: Game, move: Move) -> str:
    """Return a move as a sentence; empty where it is silent."""
    return next((each.text for each in said(game, move)), "")


def is_event(happening: Happening) -> bool:
    """Say whether a happening is an event, dated or drawn."""
    return happening.kind == "event"


def concludes(happening: Happening, forum: str) -> bool:
    """Say whether a happening is the outcome of a forum's talks."""
    return happening.kind == "outcome" and happening.forum == forum


def show(
    scenario: str,
    seed: int = 1,
    configuration: str | None = None,
    arm: str | None = None,
    changes: Sequence[str] = (),
) -> Show:
    """Return a show between bots, before the first move.

    Parameters
    ----------
    scenario : str
        Id of a shipped scenario.
    seed : int
        Seed of the run.
    configuration : str, optional
        Forum configuration; by default the arm's, or else the scenario's own.
    arm : str, optional
        Id of one of the scenario's arms.
    changes : sequence of str
        Values set for this run, such as ``"gridlock.us=0.8"``.

    Raises
    ------
    ScenarioError
        Where an id, a path or a value does not fit; it names the nearest.
    """
    whole = load(scenario)
    asked = [parse(each) for each in changes]
    configuration, asked_all = with_arm(whole, arm, configuration, asked)
    return Show(new_game(arrange(whole, configuration, asked_all), seed), asked_all)


def replayed(log: bytes) -> Show:
    """Return the show of a log, at its start; every move has been checked.

    Raises
    ------
    LogError
        Where it is no log, or differs from what the rules give: the line, and why.
    """
    run = opened(Log(io.BytesIO(log)))
    header = run.log.header
    humans = [seat for seat, held in header.seats.items() if held == HUMAN]
    film = Show(run.game, [parse(each) for each in header.changes], humans, live=False)
    for _, move, after in run:
        film.add(move, after)
    film.notes = run.notes + ((note("torn"),) if run.log.torn else ())
    film.go(0)
    return film
