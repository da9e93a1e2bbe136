"""Runs of a world that have been played, kept for whoever asks for the same world again."""

import hashlib
import threading
from collections import OrderedDict

import numpy as np

from sim.rules.block import Block, Ints
from sim.sweep.live.engine import Runs, joined, play
from sim.sweep.live.stage import target_of

KEPT = 24
"""Worlds whose runs are kept, about a megabyte each: those of some visitors at a time."""


class Track:
    """The runs of one world, from run 0 on, as far as they have been played."""

    def __init__(self, block: Block, metric: int, seed: int) -> None:
        self.block, self.metric, self.seed = block, metric, seed
        self.count = 0
        self._target: Ints | None = None
        self._parts: list[Runs] = []
        self._early: dict[int, Runs] = {}
        self._lock = threading.Lock()

    def play(self, first: int, last: int, plain: bool = False) -> None:
        """Play runs and keep them; the rules in Python where ``plain``, with the same results."""
        if self._target is None:
            self._target = target_of(self.block)
        runs = np.arange(first, last)
        self._add(play(self.block, self._target, self.seed, runs, self.metric, plain))

    def _add(self, made: Runs) -> None:
        """Put runs behind those there are: as soon as none is missing between them."""
        first = int(made.run[0])
        with self._lock:
            if first not in self._early or len(self._early[first].run) < len(made.run):
                self._early[first] = made
            for first in sorted(self._early):
                if first > self.count:
                    return
                late = self._early.pop(first)
                # somebody else may have played some of them meanwhile: they are the same
                new = late.part(slice(self.count - first, None))
                if len(new.run):
                    self._parts.append(new)
                    self.count += len(new.run)

    def runs(self, count: int) -> Runs:
        """Return the first runs."""
        with self._lock:
            if len(self._parts) > 1:
                self._parts = [joined(self._parts)]
            return self._parts[0].part(slice(count))


class Tracks:
    """The worlds that were asked for last."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._tracks: OrderedDict[bytes, Track] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, block: Block, metric: int, seed: int) -> Track:
        """Return the track of a world: two worlds are one if all their parameters are."""
        words = hashlib.blake2b(block.tobytes(), digest_size=16, salt=b"%d" % metric)
        words.update(seed.to_bytes(8, "little"))
        with self._lock:
            track = self._tracks.pop(words.digest(), None) or Track(block, metric, seed)
            self._tracks[words.digest()] = track
            while len(self._tracks) > self._kept:
                self._tracks.popitem(last=False)
            return track


TRACKS = Tracks()
