"""A seat's brief: one page that says who you are, what you want and what you may not accept.

It holds the seat's own figures and what is known of the others in public, and so no secret of
another seat. Every line that states a figure names the path under which its source is found.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from scenarios.world import World
from sim.play.game import new_game
from sim.play.knowing import MINOR, best_level
from sim.play.phrases import ended, items, listed, said_in, say, wording
from sim.play.view import view
from sim.rules.codes import PRINCIPAL, ROLES
from sim.rules.knowledge import Knowledge

LONGEST = 350
"""Words on one page."""
WIDE_FROM = "\u2e80"
"""Letters from here on stand in scripts that put no space between words."""
PARTS = ("you", "wants", "limits", "others")


def length(text: str) -> int:
    """Return how many words a text has; two wide letters, as Japanese has, count as one.

    >>> length("You have no red line."), length("譲れない一線はない。")
    (5, 6)
    """
    wide = sum(letter > WIDE_FROM for letter in text)
    return len(text.split()) + wide // 2


@dataclass(frozen=True)
class Line:
    """One line of a brief, and the paths of the figures it states."""

    text: str
    paths: tuple[str, ...] = ()


@dataclass(frozen=True)
class Brief:
    """The brief of one seat at one forum; each part is a list of lines, under its heading."""

    seat: str
    forum: str
    title: str
    headings: tuple[str, ...]
    you: tuple[Line, ...]
    wants: tuple[Line, ...]
    limits: tuple[Line, ...]
    others: tuple[Line, ...]

    @property
    def parts(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """Return the parts in their order, each with its heading."""
        parts = (self.you, self.wants, self.limits, self.others)
        return tuple(zip(self.headings, parts, strict=True))

    @property
    def words(self) -> int:
        """Return how many words are on the page."""
        texts = [self.title]
        for heading, lines in self.parts:
            texts += [heading, *(line.text for line in lines)]
        return sum(map(length, texts))


def brief(world: World, seat: str, forum: str | None = None) -> Brief:
    """Return the brief of a seat for the start of a run, at most ``LONGEST`` words.

    Parameters
    ----------
    seat : str
        An agency's id.
    forum : str, optional
        A forum's id; by default the first that the agency has a part in.

    Raises
    ------
    ScenarioError
        Where the run has no such agency or forum.

    Examples
    --------
    >>> from scenarios.arrange import arrange
    >>> from scenarios.load import load
    >>> page = brief(arrange(load("economic-2-plus-2")), "jp-meti")
    >>> page.title, page.words <= LONGEST
    ('METI at the Economic 2+2', True)
    """
    seen = view(new_game(world, 0), seat, forum)
    page = partial(
        Brief,
        seat,
        seen.forum,
        said_in(
            world,
            "brief.title",
            seat=world.short("agency", seat),
            forum=world.short("forum", seen.forum),
        ),
        tuple(wording(world, f"brief.headings.{each}") for each in PARTS),
        tuple(you(world, seat, seen.forum)),
        tuple(wants(world, seat, seen.knowledge)),
        tuple(limits(world, seat, seen.knowledge)),
    )
    known = tuple(others(world, seat, seen.forum))
    told = len(known)
    while told and page(shortened(world, known, told)).words > LONGEST:
        told -= 1
    return page(shortened(world, known, told))


def you(world: World, seat: str, forum: str) -> Iterator[Line]:
    """Yield who the seat is, and as what it takes part."""
    words = world.scenario.library.agencies[seat]
    role = ROLES[world.params.role0[world.index("forum", forum), world.index("agency", seat)]]
    yield Line(ended(world, words.who))
    yield Line(ended(world, said_in(world, f"brief.{role}")), (f"role.{forum}.{seat}",))
    for key in ("wants", "fears", "lever"):
        text = ended(world, getattr(words, key))
        yield Line(say(world, f"brief.{key}", seat=words.short, text=text))


def wants(world: World, seat: str, k: Knowledge) -> Iterator[Line]:
    """Yield what suits the seat best on each item, the weightiest first, in points of 100."""
    order = sorted(range(len(world.items)), key=lambda i: -k.weight[i])
    minor = []
    for i in order:
        item, weight = world.items[i], float(k.weight[i])
        if weight >= MINOR:
            yield stake(world, seat, item, best_level(k, i), weight)
        elif weight > 0:
            minor.append(item)
    if minor:
        paths = tuple(f"salience.{seat}.{item}" for item in minor)
        yield Line(say(world, "brief.minor", items=items(world, minor)), paths)


def stake(world: World, seat: str, item: str, level: int, weight: float) -> Line:
    """Return the line of one item: its points, and the level that suits the seat best."""
    title = world.short("item", item)
    paths = (f"position.{seat}.{item}", f"salience.{seat}.{item}")
    points = said_in(world, "brief.points", points=f"{100 * weight:.0f}")
    if level == 0:
        return Line(say(world, "brief.stake_none", item=title, points=points), paths)
    label = ended(world, world.label(item, level))
    text = say(world, "brief.stake", item=title, points=points, level=level, label=label)
    return Line(text, paths)


def limits(world: World, seat: str, k: Knowledge) -> Iterator[Line]:
    """Yield the seat's red lines, and what no deal is worth to it."""
    drawn = False
    for i, item in enumerate(world.items):
        barred = [level for level in range(1, 5) if (k.red_line[i] >> level) & 1]
        if barred and k.weight[i] > 0:
            drawn = True
            levels = listed(world, (said_in(world, "brief.level", level=level) for level in barred))
            paths = tuple(
                path
                for path in (f"red_line.{seat}.{item}", f"red_line_below.{seat}.{item}")
                if path in world.ledger and world.ledger[path].stated
            )
            short = world.short("item", item)
            yield Line(say(world, "brief.red_line", levels=levels, item=short), paths)
    if not drawn:
        yield Line(say(world, "brief.no_red_line"))
    walk_away, best = 100 * float(k.walk_away[0]), 100 * float(k.best[0])
    worth = {"walk_away": f"{walk_away:.0f}", "best": f"{best:.0f}"}
    yield Line(say(world, "brief.walk_away", **worth))
    yield Line(say(world, "brief.cleared"))


def others(world: World, seat: str, forum: str) -> Iterator[Line]:
    """Yield what the other principals say they want, those across the table first."""
    agencies = world.scenario.library.agencies
    f, own = world.index("forum", forum), agencies[seat].side
    roles = world.params.role0[f]
    seated = [name for a, name in enumerate(world.agencies) if roles[a] >= PRINCIPAL]
    for name in sorted(seated, key=lambda name: agencies[name].side == own):
        if name != seat:
            text = ended(world, agencies[name].wants)
            yield Line(say(world, "brief.other", seat=world.short("agency", name), text=text))


def shortened(world: World, known: tuple[Line, ...], told: int) -> tuple[Line, ...]:
    """Return as many lines on the others as there is room for, and how many more there are."""
    rest = len(known) - told
    return (*known[:told], Line(say(world, "brief.more", count=rest))) if rest else known
