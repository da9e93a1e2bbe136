"""What is said at a meeting, drawn together.

What was agreed, what moved back and forth, and for every level refused, who asked for it, who
objected, and why.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from scenarios.world import World
from sim.play.happening import Happening
from sim.play.phrases import agencies, agency, joined, sentence_start

AMENDING = ("tabled", "chair")
"""Kinds of happening that put an amendment on the table."""


@dataclass(frozen=True)
class Minute:
    """One line of the minutes, of a kind that gives it its mark."""

    kind: str
    text: str


@dataclass
class Attempt:
    """Something moved at the table, and what became of it."""

    moved: Happening
    refusals: list[Happening] = field(default_factory=list)
    agreement: Happening | None = None
    """What says that all agreed, where they did."""

    @property
    def agreed(self) -> bool:
        """Return whether nobody objected."""
        return self.agreement is not None


def sorted_out(here: list[Happening]) -> tuple[list[Attempt], list[Happening]]:
    """Return what was moved at the table with what became of it, and everything else."""
    attempts: list[Attempt] = []
    rest: list[Happening] = []
    on_floor = False
    for each in here:
        if each.kind in (*AMENDING, "close"):
            attempts.append(Attempt(each))
            on_floor = True
        elif each.kind in ("agreed", "closing") and on_floor:
            attempts[-1].agreement = each
        elif each.kind == "objected" and on_floor:
            attempts[-1].refusals.append(each)
        else:
            on_floor = on_floor and each.kind != "put"
            rest.append(each)
    return attempts, rest


def agreements(world: World, attempts: list[Attempt], start: Mapping[str, int]) -> Iterator[Minute]:
    """Yield what entered the text and is still in it at the end of the meeting.

    Parameters
    ----------
    start : mapping of item to level
        The text as the meeting began.
    """
    changes: dict[str, list[tuple[int, int]]] = {}
    for n, each in enumerate(attempts):
        for item, level in each.moved.levels if each.agreed else ():
            changes.setdefault(item, []).append((n, level))
    lasting = {item: moves[-1] for item, moves in changes.items() if moves[-1][1] != start[item]}
    for n, each in enumerate(attempts):
        kept = [
            (item, level) for item, level in each.moved.levels if lasting.get(item) == (n, level)
        ]
        if kept and each.agreed:
            what = "; ".join(
                f"{world.short('item', item)} L{level}, {world.label(item, level)}"
                for item, level in kept
            )
            yield Minute("agreed", f"{what} ({mover(world, each.moved)})")
    for item, moves in changes.items():
        if len(moves) > 1:
            between = joined(f"L{level}" for level in sorted({level for _, level in moves}))
            text = f"went back and forth between {between} and ends at L{moves[-1][1]}"
            yield Minute("note", f"{world.short('item', item)} {text}")


def mover(world: World, moved: Happening) -> str:
    """Return who moved an amendment, and how."""
    by = agency(world, moved.seat)
    if moved.kind == "chair":
        return f"{by}, from the chair"
    return f"{by}, linked" if len(moved.levels) > 1 else by


def refusals(world: World, attempts: list[Attempt]) -> Iterator[Minute]:
    """Yield, for every level refused, who asked for it, who objected and why."""
    asked: dict[tuple[tuple[str, int], ...], list[Attempt]] = {}
    for each in attempts:
        for levels in dict.fromkeys(refusal.levels for refusal in each.refusals):
            asked.setdefault(levels, []).append(each)
    for levels, group in asked.items():
        movers = dict.fromkeys(each.moved.seat for each in group)
        against = [each for one in group for each in one.refusals if each.levels == levels]
        what = joined(f"{world.short('item', item)} L{level}" for item, level in levels)
        yield Minute("refused", f"{what} ({agencies(world, movers)}): {objectors(world, against)}")


def objectors(world: World, against: Iterable[Happening]) -> str:
    """Return who objects, drawn together by reason."""
    by_reason: dict[str, dict[str, None]] = {}
    for each in against:
        by_reason.setdefault(each.reason, {})[each.seat] = None
    return "; ".join(
        f"{agencies(world, seats)} {'objects' if len(seats) == 1 else 'object'}, {reason}"
        for reason, seats in by_reason.items()
    )


def closings(world: World, attempts: list[Attempt]) -> Iterator[Minute]:
    """Yield the motions to close on what is agreed, drawn together."""
    failed = [each for each in attempts if not each.agreed]
    if failed:
        movers = dict.fromkeys(each.moved.seat for each in failed)
        against = objectors(world, [refusal for each in failed for refusal in each.refusals])
        verb = "moves" if len(movers) == 1 else "move"
        text = f"{agencies(world, movers)} {verb} to close: {against}"
        yield Minute("refused", sentence_start(text))
    for moved, agreement in [(each.moved, each.agreement) for each in attempts][::-1]:
        if agreement:
            yield Minute("closing", f"{moved.text} {agreement.text}")
            return
