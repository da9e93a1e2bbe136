"""A tape: the moves of a run, from which any moment of it is quickly had again."""

from dataclasses import replace

from sim.play.apply import apply
from sim.play.game import Game
from sim.play.moves import Move

MOST = 12
"""Most games kept at once; those between are played again from the last one before."""


class Tape:
    """Moves, and a few of the games they led to.

    Parameters
    ----------
    start : Game
        The game before the first move.
    """

    def __init__(self, start: Game) -> None:
        self.moves: list[Move] = []
        self._kept = {0: start}
        self._every = 8

    def __len__(self) -> int:
        """Return how many moves there are."""
        return len(self.moves)

    def add(self, move: Move, after: Game) -> None:
        """Add the next move, and the game that it led to."""
        self.moves.append(move)
        if len(self) % self._every == 0:
            self._kept[len(self)] = replace(after, remembered={})
        if len(self._kept) > MOST:
            self._every *= 2
            self._kept = {n: game for n, game in self._kept.items() if n % self._every == 0}

    def game(self, n: int) -> Game:
        """Return the game after the first ``n`` moves."""
        place = max(kept for kept in self._kept if kept <= n)
        game = self._kept[place]
        for move in self.moves[place:n]:
            game = apply(game, move)
        return game

    def cut(self, n: int) -> None:
        """Forget all but the first ``n`` moves."""
        del self.moves[n:]
        self._kept = {kept: game for kept, game in self._kept.items() if kept <= n}
