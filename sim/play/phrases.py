"""Turns of phrase that the story and the joint statement share."""

from collections.abc import Iterable

from scenarios.world import World

CENTRES = {"us": "us-white-house", "jp": "jp-kantei"}
"""The agency that is the centre of a side, as coordinator."""
MINISTERS_FROM = 0.5
"""Rank of a forum, 0 officials and 1 ministers, from which its meetings are called ministers'."""
LEGISLATURES = {"us": "Congress", "jp": "the Diet"}
OBJECTIONS = {
    "red line": "it crosses a red line",
    "outside mandate": "home has not cleared it",
    "below walk-away": "no deal would be worth more",
    "worse than the text": "the text as it stands is better for it",
    "hopes for more": "it hopes for more",
    "home agency not compensated": "an agency at home would lose and is not compensated",
    "own reason": "for a reason of its own",
}
"""Reasons for an objection, as the end of a sentence."""

Levels = Iterable[tuple[str, int]]


def joined(words: Iterable[str]) -> str:
    """Return words as a list in a sentence.

    Examples
    --------
    >>> joined(["State"]), joined(["State", "METI"]), joined(["State", "METI", "MOFA"])
    ('State', 'State and METI', 'State, METI and MOFA')
    """
    several = list(words)
    if len(several) < 2:
        return "".join(several)
    return f"{', '.join(several[:-1])} and {several[-1]}"


def sentence_start(text: str) -> str:
    """Return a text with a capital first."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return a text as a sentence: a capital first, a full stop last."""
    whole = sentence_start(text)
    return whole if whole.endswith((".", "!", "?")) else f"{whole}."


def agency(world: World, name: str) -> str:
    """Return the short name of an agency as it stands in a sentence, such as ``the Kantei``."""
    short = world.short("agency", name)
    return f"the {short}" if name in CENTRES.values() else short


def leaders(rank: float) -> str:
    """Return what those who adopt a statement are called at a forum of some rank, 0..1."""
    return "ministers" if rank >= MINISTERS_FROM else "heads of delegation"


def agencies(world: World, ids: Iterable[str]) -> str:
    """Return agencies as a list in a sentence."""
    return joined(agency(world, each) for each in ids)


def items(world: World, ids: Iterable[str]) -> str:
    """Return the short titles of items as a list."""
    return joined(world.short("item", each) for each in ids)


def at_levels(world: World, levels: Levels) -> str:
    """Return items at their levels as a list, such as ``Energy at L2``."""
    return joined(f"{world.short('item', item)} at L{level}" for item, level in levels)


def meanings(world: World, levels: Levels) -> str:
    """Return items at their levels with what these mean, as a list."""
    return joined(
        f"{world.short('item', item)} at L{level} ({world.label(item, level)})"
        for item, level in levels
    )


def centre(world: World, side: str) -> str:
    """Return the name of the centre of a side, such as ``the White House``."""
    name = CENTRES.get(side, "")
    if name in world.scenario.library.agencies:
        return agency(world, name)
    return f"the centre ({world.name('side', side)})"


def legislature(world: World, side: str) -> str:
    """Return the name of a side's legislature."""
    return LEGISLATURES.get(side, f"the legislature ({world.name('side', side)})")
