"""What a seat may do now: one answer for bots, buttons, checks and tests."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from sim.play.errors import RuleError
from sim.play.game import Game
from sim.play.knowing import known_numbers
from sim.play.memory import params_of
from sim.play.moves import CHANCE_SEAT, KINDS, Move
from sim.rules.codes import ANSWER, FLOOR, NO_REASON, REASONS
from sim.rules.knowledge import SLACK, Knowledge, bound, text_worth, worthwhile
from sim.rules.mandate import may_settle, next_level

FREE_REASONS = tuple(word for word in REASONS[1:] if word != "home agency not compensated")
"""The reasons a seat may give; the remaining one is found by the rules themselves."""

USED = {
    "amend": ("levels",),
    "chair text": ("levels",),
    "object": ("item", "reason"),
    "appeal": ("item",),
    "draw": ("words",),
}
"""What each kind of move carries besides its seat; the others carry nothing."""


@dataclass(frozen=True)
class Choices:
    """The legal moves of the seat whose turn it is.

    Parameters
    ----------
    seat : str
        The seat; nobody else may move.
    kinds : tuple of str
        Kinds of move open to it.
    levels : tuple of (item id, tuple of levels)
        What it may ask for in an amendment.
    link_limit : int
        Most items one amendment may link; a chair's own text may link all.
    items : tuple of str
        Items it may object to.
    appeals : tuple of str
        Items it may take to the center.
    must : (reason, item)
        Why it has no choice but to object; empty words where it is free.
    """

    seat: str
    kinds: tuple[str, ...]
    levels: tuple[tuple[str, tuple[int, ...]], ...] = ()
    link_limit: int = 0
    items: tuple[str, ...] = ()
    appeals: tuple[str, ...] = ()
    must: tuple[str, str] = ("", "")
    gains: tuple[tuple[tuple[str, int], float], ...] = ()
    worst: float = 0.0

    def __iter__(self) -> Iterator[Move]:
        """Yield every legal move but chance's; linked amendments come last."""
        for kind in self.kinds:
            if kind == "object":
                for item, reason in product(self.items, FREE_REASONS):
                    yield Move(self.seat, kind, item=item, reason=reason)
            elif kind == "appeal":
                for item in self.appeals:
                    yield Move(self.seat, kind, item=item)
            elif kind not in ("amend", "chair text", "draw"):
                yield Move(self.seat, kind)
        yield from self.amendments("amend", self.link_limit)
        if "chair text" in self.kinds:
            yield from self.amendments("chair text", len(self.levels))

    def amendments(self, kind: str, limit: int) -> Iterator[Move]:
        """Yield every legal amendment of a kind, single items first."""
        for count in range(1, limit + 1):
            for chosen in combinations(self.levels, count):
                for levels in product(*(levels for _, levels in chosen)):
                    pairs = tuple((item, x) for (item, _), x in zip(chosen, levels, strict=True))
                    if self.bearable(pairs):
                        yield Move(self.seat, kind, levels=pairs)

    def bearable(self, pairs: tuple[tuple[str, int], ...]) -> bool:
        """Say whether the seat could itself live with an amendment."""
        gains = dict(self.gains)
        return sum(gains[pair] for pair in sorted(pairs)) >= self.worst

    def require(self, move: Move) -> None:
        """Check a move of this seat.

        Raises
        ------
        RuleError
            With who, what, and what would be right.
        """
        if move.seat != self.seat:
            raise RuleError(move.seat, "is not asked", f"it is the turn of {self.seat}")
        if move.kind not in self.kinds:
            known = "cannot " + move.kind if move.kind in KINDS else f"{move.kind!r} is no move"
            why = f"it must object to {self.must[1]} ({self.must[0]})" if self.must[0] else ""
            open_now = why or f"it may {', '.join(self.kinds)}"
            raise RuleError(move.seat, known, open_now)
        self.require_fields(move)
        if move.kind in ("amend", "chair text"):
            self.require_levels(move)
        if move.kind == "object":
            if move.item not in self.items:
                raise RuleError(move.seat, f"objects to {move.item!r}", one_of(self.items))
            if move.reason not in FREE_REASONS:
                right = one_of(FREE_REASONS)
                raise RuleError(move.seat, f"objects with reason {move.reason!r}", right)
        if move.kind == "appeal" and move.item not in self.appeals:
            raise RuleError(move.seat, f"appeals on {move.item!r}", one_of(self.appeals))

    def require_fields(self, move: Move) -> None:
        """Check that a move carries nothing its kind has no use for."""
        for name in ("levels", "item", "reason", "words"):
            if getattr(move, name) and name not in USED.get(move.kind, ()):
                raise RuleError(move.seat, f"to {move.kind} takes no {name}", "leave it out")

    def require_levels(self, move: Move) -> None:
        """Check the levels of an amendment."""
        open_levels = dict(self.levels)
        if not move.levels:
            raise RuleError(move.seat, "amends nothing", "name a level for an item")
        if len(dict(move.levels)) < len(move.levels):
            raise RuleError(move.seat, "names an item twice", "name each item once")
        if move.kind == "amend" and len(move.levels) > self.link_limit:
            right = f"at most {self.link_limit} may be linked"
            raise RuleError(move.seat, f"links {len(move.levels)} items", right)
        for item, level in move.levels:
            if item not in open_levels:
                right = one_of(open_levels)
                raise RuleError(move.seat, f"cannot amend {item!r} at this meeting", right)
            if level not in open_levels[item]:
                right = one_of(f"L{x}" for x in open_levels[item])
                raise RuleError(move.seat, f"cannot move {item} to L{level}", right)
        if not self.bearable(move.levels):
            raise RuleError(
                move.seat, "asks for a text below its own walk-away", "ask for one it could sign"
            )


def one_of(words: Iterable[str]) -> str:
    """Return a sentence of what is allowed."""
    allowed = ", ".join(words)
    return f"allowed: {allowed}" if allowed else "nothing is open"


def legal_moves(game: Game, seat: str | None = None) -> Choices:
    """Return the choices of the seat whose turn it is.

    Parameters
    ----------
    seat : str, optional
        A seat to answer for; one whose turn it is not has no choices.
    """
    if game.over:
        return Choices(seat or "", ())
    if seat is not None and seat != game.seat:
        return Choices(seat, ())
    if game.seat == CHANCE_SEAT:
        return Choices(CHANCE_SEAT, ("draw",))
    if "choices" not in game.remembered:
        game.remembered["choices"] = choices_of_asked(game)
    choices: Choices = game.remembered["choices"]
    return choices


def choices_of_asked(game: Game) -> Choices:
    """Return the choices of the agency that is asked."""
    forum, agency = int(game.state.ask_forum[0]), int(game.state.ask_agency[0])
    known = known_numbers(game, forum, agency)
    if known.ask[0] == FLOOR:
        return floor_choices(game, forum, agency, known)
    return answer_choices(game, known)


def floor_choices(game: Game, forum: int, agency: int, known: Knowledge) -> Choices:
    """Return what the seat that has the floor may do."""
    params, state, items = params_of(game.world), game.numbers, game.world.items
    side = int(params.side[agency])
    levels, gains = [], []
    for i, item in enumerate(items):
        if not known.treated[i]:
            continue
        now = int(known.text[i])
        able = tuple(
            level
            for level in range(1, 5)
            if level != now
            and (int(known.mandate[i]) >> level) & 1
            and not (int(known.red_line[i]) >> level) & 1
        )
        if able:
            levels.append((item, able))
        for level in able:
            gains.append(((item, level), float(known.value[i, level] - known.value[i, now])))
    appeals = tuple(
        item
        for i, item in enumerate(items)
        if state.stalled[forum, side, i] > 0
        and (level := next_level(params, state, forum, side, i)) > 0
        and may_settle(params, state, forum, side, i, level)
    )
    kinds = ["pass"]
    if levels:
        kinds.append("amend")
        if known.chair_text[0]:
            kinds.append("chair text")
    agreed = any(known.clean[i] and known.text[i] for i in range(len(items)))
    if agreed and not known.closing[0] and worthwhile(known):
        kinds.append("close")
    if state.recesses[forum, side] < params.recess_limit:
        kinds.append("recess")
    if appeals:
        kinds.append("appeal")
    return Choices(
        game.seat,
        tuple(kinds),
        tuple(levels),
        int(known.link_limit[0]),
        appeals=appeals,
        gains=tuple(gains),
        worst=least_bearable(known),
    )


def least_bearable(known: Knowledge) -> float:
    """Return the smallest change in its value of the text that the seat may ask for."""
    now = text_worth(known)
    return min(0.0, float(known.walk_away[0]) - now) - SLACK


def answer_choices(game: Game, known: Knowledge) -> Choices:
    """Return what a seat that is asked for its answer may do."""
    reason, item = bound(known)
    concerned = tuple(
        name
        for i, name in enumerate(game.world.items)
        if (known.motion[i] >= 0 if known.ask[0] == ANSWER else known.text[i] > 0)
    )
    if reason == NO_REASON:
        return Choices(game.seat, ("consent", "object"), items=concerned)
    must = (REASONS[reason], game.world.items[item])
    return Choices(game.seat, ("object",), items=concerned, must=must)
